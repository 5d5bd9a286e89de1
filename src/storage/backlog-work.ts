/** What is overdue and what comes by itself, in seconds. Runs in a worker: it reads all cards that are scheduled. */
import { Dexie } from 'dexie';
import type { StudyDay } from '#memory/study-day.ts';
import { expectedSeconds } from '#plan/answer-times.ts';
import type { LamplightDb } from './database.ts';
import { readPlanBank } from './plan-bank.ts';
import { timedCards } from './plan-minutes.ts';
import { readTallies } from './plan-tallies.ts';

export interface Overdue {
  readonly cards: number;
  readonly overdueSeconds: number;
  /** Of each of the next days, today first. */
  readonly comingSeconds: readonly number[];
}

/** So many days ahead are looked at one by one. */
const AHEAD = 30;

/** All that is overdue today, and what falls due from today on. */
export async function readOverdue(db: LamplightDb, today: StudyDay): Promise<Overdue> {
  const rows = await db.cards
    .where('[queue+dueDay]')
    .between(['due', Dexie.minKey], ['due', today + AHEAD], true, false)
    .toArray();
  const [{ questions }, tallies] = await Promise.all([readPlanBank(db), readTallies(db)]);
  const ids = rows.map(({ id }) => id);
  const seconds = expectedSeconds(timedCards(ids, questions), tallies);
  const comingSeconds = Array.from({ length: AHEAD }, () => 0);
  let cards = 0;
  let overdueSeconds = 0;
  rows.forEach(({ dueDay = today }, index) => {
    const own = seconds[index] ?? 0;
    if (dueDay < today) {
      cards += 1;
      overdueSeconds += own;
    } else comingSeconds[dueDay - today] = (comingSeconds[dueDay - today] ?? 0) + own;
  });
  return { cards, overdueSeconds, comingSeconds };
}

/** How many cards are overdue: cheap enough for a page. */
export async function countOverdue(db: LamplightDb, today: StudyDay): Promise<number> {
  return db.cards.where('[queue+dueDay]').between(['due', Dexie.minKey], ['due', today], true, false).count();
}
