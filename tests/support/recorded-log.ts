/** Brings a log into a database event by event, as a person's own presses do. */
import type { LogEvent } from '#review/event.ts';
import { replayItem, type ReplayContext } from '#review/reduce.ts';
import type { LamplightDb } from '#storage/database.ts';
import { readEventsOf, readItemState, readPlace } from '#storage/item-states.ts';
import { recordEvent } from '#storage/record-event.ts';
import { voidEvent } from '#storage/undo.ts';
import { replayContext } from './builders.ts';

/** Stores events whose times rise, each with the rows that follow from it. */
export async function recordLog(
  db: LamplightDb,
  log: readonly LogEvent[],
  context: ReplayContext = replayContext(),
): Promise<void> {
  for (const event of log) {
    if (event.type === 'voided') await takeBack(db, event, context);
    else {
      const before = await readItemState(db, event.item, context);
      const after = replayItem(event.item, [...(await readEventsOf(db, event.item)), event], context);
      const recorded = await recordEvent(db, { event, before, after, place: await readPlace(db, event.item) });
      if (recorded !== 'stored') throw new Error(`Event ${event.id} met a ${recorded}.`);
    }
  }
}

async function takeBack(
  db: LamplightDb,
  event: Extract<LogEvent, { type: 'voided' }>,
  context: ReplayContext,
): Promise<void> {
  const target = (await readEventsOf(db, event.item)).find((each) => each.id === event.target);
  if (!target || target.type === 'voided') return;
  const { id, device, atMs, offsetMinutes } = event;
  await voidEvent(db, target, { id, device, atMs, offsetMinutes }, context);
}
