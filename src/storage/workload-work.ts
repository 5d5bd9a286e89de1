/** The cost of each desired retention for this person's cards. Runs in a worker: it reads all cards. */
import { daysBetween, type StudyDay } from '#memory/study-day.ts';
import { expectedSeconds } from '#plan/answer-times.ts';
import { aimsFrom } from '#plan/aims.ts';
import type { Wishes } from '#plan/campaign.ts';
import { questionWeights } from '#plan/scope.ts';
import { workloadsOf, type Workload, type WorkloadCard } from '#plan/workload.ts';
import type { CardState } from '#review/card-state.ts';
import { parametersFrom } from '#review/settings.ts';
import { readInBatches } from './batches.ts';
import type { LamplightDb } from './database.ts';
import { readPlanBank } from './plan-bank.ts';
import { readCampaigns } from './plan-campaigns.ts';
import { timedCards } from './plan-minutes.ts';
import { readTallies } from './plan-tallies.ts';
import { readSettings } from './settings-store.ts';
import { stateOfRow } from './today.ts';

const RETENTIONS = [0.7, 0.75, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97];
const DAYS = 60;

/**
 * Minutes a day and what is recalled at each retention over the next sixty days, with as many new cards as now.
 *
 * @param wishes whose questions are meant: all of theirs are tried at each retention; null for the rest of the bank, where what
 * has a retention of its own keeps it
 */
export async function readWorkloads(db: LamplightDb, today: StudyDay, wishes: Wishes | null): Promise<Workload[]> {
  const [settings, rows, { questions }, tallies, campaigns] = await Promise.all([
    readSettings(db),
    readInBatches(db.cards, ({ id }) => id),
    readPlanBank(db),
    readTallies(db),
    readCampaigns(db),
  ]);
  const scope = wishes && questionWeights(wishes, questions);
  const aimOf = aimsFrom(settings, campaigns);
  const byId = new Map(questions.map((question) => [question.id, question]));
  const ownOf = ({ item }: CardState): number | undefined => {
    const question = scope ? undefined : byId.get(item);
    return question && aimOf?.(question, today);
  };
  const asked = rows.filter(({ queue }) => queue !== 'off').toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0));
  const states = asked.map(stateOfRow).filter(({ item }) => !scope || scope.has(item));
  const ids = states.map(({ id }) => id);
  const seconds = expectedSeconds(timedCards(ids, questions), tallies);
  let fresh = 0;
  const cards = states.map((state, index): WorkloadCard => {
    const own = seconds[index] ?? 0;
    const retention = ownOf(state);
    if (state.learning.kind === 'learned') return { ...learnedCard(state.learning, today, own), retention };
    const day = settings.newPerDay === 0 ? DAYS : Math.floor(fresh / settings.newPerDay);
    fresh += 1;
    return { memory: null, sinceDays: 0, dueInDays: day, seconds: own, retention };
  });
  const parameters = parametersFrom(settings);
  return workloadsOf({ cards, parameters, retentions: RETENTIONS, days: DAYS, seed: String(today) });
}

function learnedCard(
  { memory, lastDay, due }: Extract<CardState['learning'], { kind: 'learned' }>,
  today: StudyDay,
  seconds: number,
): WorkloadCard {
  const dueInDays = due.kind === 'unscheduled' ? DAYS : due.day - today;
  return { memory, sinceDays: daysBetween(lastDay, today), dueInDays, seconds };
}
