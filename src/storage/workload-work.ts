/** The cost of each desired retention for this person's cards. Runs in a worker: it reads all cards. */
import { daysBetween, type StudyDay } from '#memory/study-day.ts';
import { expectedSeconds } from '#plan/answer-times.ts';
import { workloadsOf, type Workload, type WorkloadCard } from '#plan/workload.ts';
import type { CardState } from '#review/card-state.ts';
import { parametersFrom } from '#review/settings.ts';
import { readInBatches } from './batches.ts';
import type { LamplightDb } from './database.ts';
import { readPlanBank } from './plan-bank.ts';
import { timedCards } from './plan-minutes.ts';
import { readTallies } from './plan-tallies.ts';
import { readSettings } from './settings-store.ts';
import { stateOfRow } from './today.ts';

const RETENTIONS = [0.7, 0.75, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97];
const DAYS = 60;

/** Minutes a day and what is recalled at each retention over the next sixty days, with as many new cards as now. */
export async function readWorkloads(db: LamplightDb, today: StudyDay): Promise<Workload[]> {
  const [settings, rows, { questions }, tallies] = await Promise.all([
    readSettings(db),
    readInBatches(db.cards, ({ id }) => id),
    readPlanBank(db),
    readTallies(db),
  ]);
  const asked = rows.filter(({ queue }) => queue !== 'off').toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0));
  const states = asked.map(stateOfRow);
  const ids = states.map(({ id }) => id);
  const seconds = expectedSeconds(timedCards(ids, questions), tallies);
  let fresh = 0;
  const cards = states.map((state, index): WorkloadCard => {
    const own = seconds[index] ?? 0;
    if (state.learning.kind === 'learned') return learnedCard(state.learning, today, own);
    const day = settings.newPerDay === 0 ? DAYS : Math.floor(fresh / settings.newPerDay);
    fresh += 1;
    return { memory: null, sinceDays: 0, dueInDays: day, seconds: own };
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
