/** What Progress and the house on Today show: facts out of the tables, figures from `progress/`. */
import { Dexie } from 'dexie';
import type { Scheduler } from '#memory/scheduler.ts';
import { studyDayStartMs, type StudyDay } from '#memory/study-day.ts';
import { dueByDay, reviewsByDay, type DayCount } from '#progress/days.ts';
import { floorsOf, type Floor } from '#progress/house.ts';
import { standingsOf, tallyOf, type Standings, type Tally } from '#progress/standing.ts';
import type { LogEvent } from '#review/event.ts';
import type { Settings } from '#review/settings.ts';
import { readBankIndex, type BankIndex } from './bank-index.ts';
import type { LamplightDb } from './database.ts';
import { eventOfRow } from './item-states.ts';
import type { CardRow } from './rows.ts';
import { stateOfRow } from './today.ts';

/** All cards that were ever answered and not reset. */
async function readLearned(db: LamplightDb): Promise<CardRow[]> {
  return db.cards.where('lastDay').between(Dexie.minKey, Dexie.maxKey).toArray();
}

/** The bank and how its questions stand today; one without a standing was never answered. */
export interface Known extends BankIndex {
  readonly standings: Standings;
}

/** Reads the bank's index and the standings of all questions that were ever answered. @throws CorruptRowError */
export async function readKnown(db: LamplightDb, today: StudyDay, scheduler: Scheduler): Promise<Known> {
  const [index, learned] = await Promise.all([readBankIndex(db), readLearned(db)]);
  return { ...index, standings: standingsOf(learned.map(stateOfRow), today, scheduler) };
}

/** The house: a floor for each topic that has questions, as the bank declares them. */
export function floorsOfKnown({ domains, questions, standings }: Known): Floor[] {
  const topics = domains.flatMap((domain) => domain.topics.map((topic) => `${domain.id}/${topic.id}`));
  return floorsOf(topics, questions, standings);
}

/** Events of the last study days, and a day more: zones differ, and an undo follows what it undoes. @throws CorruptRowError */
async function readRecentEvents(db: LamplightDb, fromDay: StudyDay, rolloverHour: number): Promise<LogEvent[]> {
  const fromMs = studyDayStartMs((fromDay - 1) as StudyDay, 0, rolloverHour);
  const rows = await db.events.where('atMs').aboveOrEqual(fromMs).toArray();
  return rows.map(eventOfRow);
}

export interface Progress {
  readonly known: Known;
  readonly floors: readonly Floor[];
  /** Of all questions in the bank. */
  readonly tally: Tally;
  /** The last seven study days up to today, then each later day that has reviews. */
  readonly reviews: readonly DayCount[];
  /** The next seven study days, today first and with all that is overdue. */
  readonly due: readonly DayCount[];
  /** Whether any card was ever answered, be it of a question that has left the bank. */
  readonly begun: boolean;
}

const WEEK = 7;

/** All figures of the Progress page. @throws CorruptRowError */
export async function readProgress(
  db: LamplightDb,
  today: StudyDay,
  { rolloverHour }: Pick<Settings, 'rolloverHour'>,
  scheduler: Scheduler,
): Promise<Progress> {
  const [index, learned, events] = await Promise.all([
    readBankIndex(db),
    readLearned(db),
    readRecentEvents(db, (today - WEEK + 1) as StudyDay, rolloverHour),
  ]);
  const known: Known = { ...index, standings: standingsOf(learned.map(stateOfRow), today, scheduler) };
  const due = learned.filter((row) => row.queue === 'due').map(stateOfRow);
  const reviews = reviewsByDay(events, today, WEEK, rolloverHour);
  return {
    known,
    floors: floorsOfKnown(known),
    tally: tallyOf(
      index.questions.map(({ id }) => id),
      known.standings,
    ),
    reviews,
    due: dueByDay(due, today, WEEK),
    begun: learned.length > 0 || reviews.some(({ count }) => count > 0),
  };
}
