/** What today holds, read from indexes alone. */
import { buildQueue, isAskable, type Queue } from '#review/queue.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import type { StudyDay } from '#memory/study-day.ts';
import type { CardState } from '#review/card-state.ts';
import { cardIdOf, type CardId } from '#review/ids.ts';
import type { Settings } from '#review/settings.ts';
import { Dexie } from 'dexie';
import { readAddedToday } from './added-today.ts';
import { isSoundCard } from './card-check.ts';
import type { LamplightDb } from './database.ts';
import { readDayPlan, readOverride } from './day-plan.ts';
import { CorruptRowError } from './corrupt-row.ts';
import { readNewOrder } from './new-order.ts';
import type { CardRow } from './rows.ts';

export interface DoneToday {
  /** Questions seen for the first time. */
  readonly fresh: number;
  /** Cards that were known before, reviewed. */
  readonly reviews: number;
}

/** The state in a card row. @throws CorruptRowError when the row cannot be what this app wrote */
export function stateOfRow(row: CardRow): CardState {
  if (isSoundCard(row)) return row.state;
  throw new CorruptRowError('cards', String(row.id), 'the stored state of this card is damaged');
}

/**
 * Cards reviewed on a study day, by the day of their last review. Points that were reviewed with their question are not
 * counted beside it: the limits of a day are about what is asked.
 */
export async function readDoneToday(db: LamplightDb, today: StudyDay): Promise<DoneToday> {
  return countDone((await db.cards.where('lastDay').equals(today).toArray()).map(stateOfRow), today);
}

function countDone(states: readonly CardState[], today: StudyDay): DoneToday {
  const asked = new Set(states.filter((state) => state.point === null).map((state) => state.item));
  let fresh = 0;
  let reviews = 0;
  for (const { item, point, learning } of states) {
    if (learning.kind !== 'learned' || learning.lastDay !== today || (point !== null && asked.has(item))) continue;
    if (learning.firstDay < today) reviews += 1;
    else if (point === null) fresh += 1;
  }
  return { fresh, reviews };
}

/** How many due rows are looked at in one day; what is beyond is a backlog that no day can hold. */
const DUE_WINDOW = 5000;

export interface TodayCards {
  readonly queue: Queue;
  readonly done: DoneToday;
  /** Expected seconds of the cards of the plan. */
  readonly planned: ReadonlyMap<CardId, number>;
  /** The cards that are due, whether or not the day has room for them. */
  readonly due: ReadonlySet<CardId>;
}

/** The cards of a plan, in its order, as far as they are in the bank. */
async function readCards(db: LamplightDb, ids: readonly CardId[]): Promise<CardState[]> {
  const rows = await db.cards.bulkGet([...ids]);
  // A card without a position has left the bank.
  return rows.flatMap((row) => (row?.position === undefined ? [] : [stateOfRow(row)]));
}

/** The cards of the questions on today's list, answered by now or not. */
async function readAdded(db: LamplightDb, today: StudyDay): Promise<CardState[]> {
  const items = await readAddedToday(db, today);
  return readCards(
    db,
    items.map((item) => cardIdOf(item, null)),
  );
}

/** The cards that today's plan asks, and whether what is due beside it is asked too; null without a plan. */
async function readPlanned(db: LamplightDb, today: StudyDay) {
  const plan = await readDayPlan(db, today);
  if (!plan) return null;
  const seconds = new Map(plan.cards.flatMap((id, index) => (plan.seconds ? [[id, plan.seconds[index] ?? 0]] : [])));
  return { cards: await readCards(db, plan.cards), seconds, others: plan.others };
}

const NO_PLAN = { cards: [], seconds: new Map<CardId, number>(), others: true } as const;

/**
 * Reads the due and new cards that today allows and orders them, with what is done already.
 *
 * @param planning the day's plan unless given; null for an ordinary day
 */
export async function readToday(
  db: LamplightDb,
  today: StudyDay,
  settings: Settings,
  scheduler: Scheduler,
  planning: ReturnType<typeof readPlanned> = readPlanned(db, today),
): Promise<TodayCards> {
  // One round for all: as many new cards as the settings allow are read, and what today has used up is left off below.
  const listed = readAdded(db, today);
  const [plan, override, done, added, due, fresh] = await Promise.all([
    planning,
    readOverride(db, today),
    readDoneToday(db, today),
    listed,
    db.cards
      .where('[queue+dueDay]')
      .between(['due', Dexie.minKey], ['due', today], true, true)
      .limit(DUE_WINDOW)
      .toArray(),
    // Those on the list may be among the first new ones, and take no place of theirs.
    listed.then(async (cards) => {
      const { newCards = settings.newPerDay } = await readOverride(db, today);
      return readFresh(db, today, newCards + cards.length);
    }),
  ]);
  const extra = countDone(added, today);
  const { cards: planned, seconds, others } = plan ?? NO_PLAN;
  const waits = !others;
  const left = {
    fresh: waits ? 0 : Math.max(0, (override.newCards ?? settings.newPerDay) - done.fresh + extra.fresh),
    reviews: waits ? 0 : Math.max(0, (override.reviews ?? settings.reviewsPerDay) - done.reviews + extra.reviews),
  };
  const { reviewOrder: order, newMix: mix } = settings;
  const cards = { due: due.map(stateOfRow), fresh, added, planned };
  const queue = buildQueue({ ...cards, today, left, order, mix, scheduler });
  return { queue, done, planned: seconds, due: new Set(due.map((row) => row.id)) };
}

/** Today's queue alone. */
export async function readQueue(...which: Parameters<typeof readToday>): Promise<Queue> {
  return (await readToday(...which)).queue;
}

/** New cards: those of the started paths in their order, then the bank's in its own. */
async function readFresh(db: LamplightDb, today: StudyDay, count: number): Promise<CardState[]> {
  if (count === 0) return [];
  const isFresh = (row: CardRow): boolean => row.queue === 'new' && isAskable(stateOfRow(row), today);
  const order = await readNewOrder(db);
  const ofPaths = order.length === 0 ? [] : (await db.cards.bulkGet([...order])).filter((row) => row && isFresh(row));
  const first = new Map(ofPaths.slice(0, count).map((row) => [(row as CardRow).id, row as CardRow]));
  const rest = await db.cards
    .where('[queue+position]')
    .between(['new', Dexie.minKey], ['new', Dexie.maxKey])
    .filter((row) => !first.has(row.id) && isFresh(row))
    .limit(count - first.size)
    .toArray();
  return [...first.values(), ...rest].map(stateOfRow);
}
