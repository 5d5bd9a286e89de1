/** Throws the derived rows away and makes them again from the log: after a change of settings, a restore, or damage. */
import type { ItemId } from '#bank/item.ts';
import { newItemState } from '#review/card-state.ts';
import { parseEvent, type LogEvent } from '#review/event.ts';
import { replayLog, type ReplayContext } from '#review/reduce.ts';
import type { LamplightDb } from './database.ts';
import { rowsOfState } from './item-states.ts';
import type { CardRow, MarkRow } from './rows.ts';

export interface ReadLog {
  readonly events: readonly LogEvent[];
  /** Keys of stored rows that cannot be read; they stay where they are. */
  readonly unreadable: readonly string[];
}

/** The whole log. Rows that are damaged are counted and left alone. */
export async function readLog(db: LamplightDb): Promise<ReadLog> {
  const rows = await db.events.toArray();
  const events: LogEvent[] = [];
  const unreadable: string[] = [];
  for (const { guard: _, ...row } of rows) {
    const parsed = parseEvent(row);
    if (parsed.ok) events.push(parsed.event);
    else unreadable.push(String(row.id));
  }
  return { events, unreadable };
}

/** Places of the learnable items, by id. */
async function readPositions(db: LamplightDb): Promise<Map<ItemId, number>> {
  const positions = new Map<ItemId, number>();
  await db.items.each((row) => {
    if (row.summary.type === 'question') positions.set(row.id as ItemId, row.position);
  });
  return positions;
}

export interface Rebuilt {
  readonly cards: number;
  readonly unreadable: readonly string[];
}

/** Rebuilds cards and marks in one transaction: it happens whole or not at all. */
export async function rebuildStates(db: LamplightDb, context: ReplayContext): Promise<Rebuilt> {
  return db.transaction('rw', [db.events, db.items, db.cards, db.marks], async () => {
    const { events, unreadable } = await readLog(db);
    const positions = await readPositions(db);
    const states = replayLog(events, context);
    for (const item of positions.keys()) if (!states.has(item)) states.set(item, newItemState(item));
    const cards: CardRow[] = [];
    const marks: MarkRow[] = [];
    for (const [item, state] of states) {
      const rows = rowsOfState(state, positions.get(item) ?? null);
      cards.push(...rows.cards);
      if (rows.mark.flagged === 1 || rows.mark.note !== '') marks.push(rows.mark);
    }
    await db.cards.clear();
    await db.marks.clear();
    await db.cards.bulkPut(cards);
    await db.marks.bulkPut(marks);
    return { cards: cards.length, unreadable };
  });
}
