/** Throws the derived rows away and makes them again from the log: after a change of settings, a restore, or damage. */
import type { ItemId } from '#bank/item.ts';
import { newItemState } from '#review/card-state.ts';
import { parseEvent, type LogEvent, type ParsedEvent } from '#review/event.ts';
import { replayLog, type ReplayContext } from '#review/reduce.ts';
import type { LamplightDb } from './database.ts';
import { BATCH, batches, unreported, type Report } from './heavy-progress.ts';
import { rowsOfState } from './item-states.ts';
import { placeOf, type Place } from './place.ts';
import { DAY_TABLES, storeDays } from './progress-days.ts';
import type { CardRow, EventRow, MarkRow } from './rows.ts';

export interface ReadLog {
  readonly events: readonly LogEvent[];
  /** Keys of stored rows that cannot be read; they stay where they are. */
  readonly unreadable: readonly string[];
}

/** The event of a stored row, or why it cannot be read. Never throws. */
export function parseEventRow(row: EventRow): ParsedEvent {
  const { guard: _, ...event } = row;
  return parseEvent(event);
}

/** All rows of the log as they are stored, damaged ones among them, in batches by key. */
export async function eachEventBatch(
  db: LamplightDb,
  take: (rows: readonly EventRow[], total: number) => Promise<void> | void,
): Promise<void> {
  const total = await db.events.count();
  let rows = await db.events.orderBy('id').limit(BATCH).toArray();
  while (rows.length > 0) {
    await take(rows, total);
    const last = rows.at(-1)?.id;
    if (rows.length < BATCH || last === undefined) return;
    rows = await db.events.where('id').above(last).limit(BATCH).toArray();
  }
}

/** The whole log. Rows that are damaged are counted and left alone. */
export async function readLog(db: LamplightDb, report: Report = unreported): Promise<ReadLog> {
  const events: LogEvent[] = [];
  const unreadable: string[] = [];
  await eachEventBatch(db, (rows, total) => {
    for (const row of rows) {
      const parsed = parseEventRow(row);
      if (parsed.ok) events.push(parsed.event);
      else unreadable.push(String(row.id));
    }
    report({ stage: 'history', done: events.length + unreadable.length, total });
  });
  return { events, unreadable };
}

/** Places of the learnable items, by id. */
async function readPlaces(db: LamplightDb): Promise<Map<ItemId, Place>> {
  const places = new Map<ItemId, Place>();
  await db.items.each((row) => {
    const place = placeOf(row);
    if (place) places.set(row.id as ItemId, place);
  });
  return places;
}

/** The rows that the log gives, in a bank with these questions. A mark is there for each item that the log speaks of. */
function deriveRows(
  events: readonly LogEvent[],
  places: ReadonlyMap<ItemId, Place>,
  context: ReplayContext,
): { cards: CardRow[]; marks: MarkRow[] } {
  const states = replayLog(events, context);
  for (const item of places.keys()) if (!states.has(item)) states.set(item, newItemState(item));
  const cards: CardRow[] = [];
  const marks: MarkRow[] = [];
  for (const [item, state] of states) {
    const rows = rowsOfState(state, places.get(item) ?? null);
    cards.push(...rows.cards);
    if (state.last) marks.push(rows.mark);
  }
  return { cards, marks };
}

export interface Rebuilt {
  readonly cards: number;
  readonly unreadable: readonly string[];
}

/** The tables that a rebuild reads or writes: what a transaction around it must hold. */
export const REBUILD_TABLES = ['events', 'items', 'cards', 'marks', ...DAY_TABLES] as const;

/**
 * Puts cards, marks and days as these events give them in the place of those that are stored. Belongs into a transaction over
 * `REBUILD_TABLES`. Returns how many cards there are.
 */
export async function storeStates(
  db: LamplightDb,
  events: readonly LogEvent[],
  context: ReplayContext,
  report: Report,
): Promise<number> {
  const places = await readPlaces(db);
  report({ stage: 'replay', done: 0, total: events.length });
  const { cards, marks } = deriveRows(events, places, context);
  await db.cards.clear();
  await db.marks.clear();
  let done = 0;
  report({ stage: 'cards', done, total: cards.length });
  for (const batch of batches(cards)) {
    await db.cards.bulkPut(batch);
    done += batch.length;
    report({ stage: 'cards', done, total: cards.length });
  }
  await db.marks.bulkPut(marks);
  await storeDays(db, events, context);
  return cards.length;
}

/**
 * Rebuilds cards and marks in one transaction: it happens whole or not at all. On a sound database it changes nothing.
 *
 * @throws what the database or `report` throws; nothing has changed then
 */
export async function rebuildStates(
  db: LamplightDb,
  context: ReplayContext,
  report: Report = unreported,
): Promise<Rebuilt> {
  return db.transaction('rw', [...REBUILD_TABLES], async () => {
    const { events, unreadable } = await readLog(db, report);
    return { cards: await storeStates(db, events, context, report), unreadable };
  });
}
