/** An ordinary day within the person's minutes, while no interview is ahead. */
import type { StudyDay } from '#memory/study-day.ts';
import { createScheduler } from '#memory/scheduler.ts';
import { expectedSeconds, type TimedCard } from '#plan/answer-times.ts';
import type { PlanQuestion } from '#plan/scope.ts';
import { POINT_SECONDS } from '#review/estimate.ts';
import { splitCardId, type CardId } from '#review/ids.ts';
import { parametersFrom, type Settings } from '#review/settings.ts';
import { arrange } from './arrange.ts';
import type { LamplightDb } from './database.ts';
import { readOverride, type DayPlanRow } from './day-plan.ts';
import { readPlanBank } from './plan-bank.ts';
import { readSpentSeconds } from './plan-facts.ts';
import { readTallies } from './plan-tallies.ts';
import { readQueue } from './today.ts';

/** Minutes for a day without an interview; 0 where nothing limits them. */
export async function readOrdinaryMinutes(
  db: LamplightDb,
  today: StudyDay,
  { minutesPerDay }: Pick<Settings, 'minutesPerDay'>,
): Promise<number> {
  return (await readOverride(db, today)).minutes ?? minutesPerDay;
}

/** The first cards of today's queue that fit into what is left of the minutes, with their seconds; the last may go beyond them. */
export async function cardsWithin(
  db: LamplightDb,
  today: StudyDay,
  minutes: number,
  settings: Settings,
): Promise<Required<Pick<DayPlanRow, 'cards' | 'seconds'>>> {
  const scheduler = createScheduler(parametersFrom(settings));
  const { cards, misjudged } = await readQueue(db, today, settings, scheduler, Promise.resolve(null));
  const [ordered, { questions }, tallies, spent] = await Promise.all([
    arrange(db, cards, settings, misjudged),
    readPlanBank(db),
    readTallies(db),
    readSpentSeconds(db, today),
  ]);
  const seconds = expectedSeconds(timedCards(ordered, questions), tallies);
  let used = spent;
  let count = 0;
  while (count < ordered.length && used < minutes * 60) used += seconds[count++] ?? 0;
  return { cards: ordered.slice(0, count), seconds: seconds.slice(0, count) };
}

/** Cards as far as their time is concerned. */
export function timedCards(ids: readonly CardId[], questions: readonly PlanQuestion[]): TimedCard[] {
  const known = new Map<string, PlanQuestion>(questions.map((question) => [question.id, question]));
  return ids.map((id) => timed(id, known));
}

function timed(id: CardId, questions: ReadonlyMap<string, PlanQuestion>): TimedCard {
  const { item, point } = splitCardId(id);
  const question = questions.get(item);
  if (point !== null || !question) return { id, group: 'point', goodSeconds: POINT_SECONDS, isPoint: true };
  const { topic, kind, tier, seconds } = question;
  return { id, group: `${topic} ${kind} ${tier}`, goodSeconds: seconds, isPoint: false };
}
