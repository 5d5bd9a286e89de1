/** Stores late what was pressed in a page that went before its transaction had its turn. */
import { contextOf } from '#review/context.ts';
import { compareEvents, type LogEvent } from '#review/event.ts';
import { replayItem, type ReplayContext } from '#review/reduce.ts';
import { APPEND_TABLES, appendEvent } from './append-event.ts';
import type { LamplightDb } from './database.ts';
import { readEventsOf, rowOfEvent } from './item-states.ts';
import { parseEventRow } from './rebuild.ts';
import type { EventRow } from './rows.ts';
import { readSettings } from './settings-store.ts';
import { isMark, newsOf, tellAllTabs } from './tabs.ts';
import { forgetAhead } from './write-ahead.ts';

/**
 * Whether an event may still be stored, as in a review that lives: a mark on whatever the item is now, anything else where nothing but
 * marks has been stored since. Else it gives way to who was first.
 */
async function mayStand(
  db: LamplightDb,
  event: LogEvent,
  guard: EventRow['guard'],
  context: ReplayContext,
): Promise<boolean> {
  if (isMark(event)) return true;
  const log = (await readEventsOf(db, event.item)).toSorted(compareEvents);
  for (;;) {
    if (rowOfEvent(event, replayItem(event.item, log, context)).guard === guard) return true;
    const last = log.pop();
    if (!last || !isMark(last)) return false;
  }
}

/** Whether it still stands ahead once all that was in line before has had its turn: its page may live, and hear what became of it. */
async function stillStands(db: LamplightDb, event: LogEvent): Promise<boolean> {
  await db.events.get(event.id);
  return (await db.ahead.get(event.id)) !== undefined;
}

async function storeLate(db: LamplightDb, row: EventRow): Promise<void> {
  const parsed = parseEventRow(row);
  if (!parsed.ok) return;
  const { event } = parsed;
  if (!(await stillStands(db, event))) return;
  const stored = await db.transaction('rw', [...APPEND_TABLES, 'settings'], async () => {
    if (await db.events.get(event.id)) return false;
    const context = contextOf(await readSettings(db));
    const may = await mayStand(db, event, row.guard, context);
    if (may) await appendEvent(db, event, context);
    return may;
  });
  forgetAhead(db, event.id);
  if (stored) tellAllTabs(newsOf(event));
}

/**
 * Stores every event that still stands ahead of the log, the oldest first, and takes it away there. One that is in the log already
 * is only taken away. What cannot be read or stored now (a damaged log, a full disk) stays where it is for the next look and is in
 * nobody's way; whoever reads or stores there next says what is wrong. Pages may do this at the same time.
 *
 * @throws what the database throws when it cannot be read at all
 */
export async function catchUp(db: LamplightDb): Promise<void> {
  for (const row of await db.ahead.toArray()) await storeLate(db, row).catch(() => undefined);
}
