/** Stores late what was pressed in a page that went before its transaction had its turn. */
import { contextOf } from '#review/context.ts';
import type { LogEvent } from '#review/event.ts';
import type { ReplayContext } from '#review/reduce.ts';
import { settingsFrom } from '#review/settings.ts';
import { APPEND_TABLES, appendEvent } from './append-event.ts';
import type { LamplightDb } from './database.ts';
import { readItemState, rowOfEvent } from './item-states.ts';
import { parseEventRow } from './rebuild.ts';
import type { EventRow } from './rows.ts';
import { isMark, newsOf, tellTabs } from './tabs.ts';
import { forgetAhead } from './write-ahead.ts';

/** As in a page that lives: a mark is stored on whatever the item is now, anything else gives way to who was first. */
async function mayStand(
  db: LamplightDb,
  event: LogEvent,
  guard: EventRow['guard'],
  context: ReplayContext,
): Promise<boolean> {
  if (await db.events.get(event.id)) return false;
  return isMark(event) || rowOfEvent(event, await readItemState(db, event.item, context)).guard === guard;
}

async function storeLate(db: LamplightDb, row: EventRow, context: ReplayContext): Promise<void> {
  const parsed = parseEventRow(row);
  if (!parsed.ok) return;
  const { event } = parsed;
  const stored = await db.transaction('rw', [...APPEND_TABLES], async () => {
    const may = await mayStand(db, event, row.guard, context);
    if (may) await appendEvent(db, event, context);
    return may;
  });
  forgetAhead(db, event.id);
  if (stored) tellTabs(newsOf(event));
}

/**
 * Stores every event that still stands ahead of the log, the oldest first, and takes it away there. One that is in the log already
 * is only taken away. What cannot be read or stored now (a damaged log, a full disk) stays where it is for the next look and is in
 * nobody's way; whoever reads or stores there next says what is wrong. Pages may do this at the same time.
 *
 * @throws what the database throws when it cannot be read at all
 */
export async function catchUp(db: LamplightDb): Promise<void> {
  const context = contextOf(settingsFrom(await db.settings.toArray()));
  for (const row of await db.ahead.toArray()) await storeLate(db, row, context).catch(() => undefined);
}
