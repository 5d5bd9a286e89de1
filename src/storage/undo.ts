/** Undo: a voiding event and a replay, never a patch. Exact after a reload and any number of steps back. */
import type { ItemState } from '#review/card-state.ts';
import type { LogEvent, MockFinished, Rescheduled, Voided } from '#review/event.ts';
import type { DeviceId, EventId } from '#review/ids.ts';
import type { Stamp } from '#review/record.ts';
import type { ReplayContext } from '#review/reduce.ts';
import { takenBackBy } from '#review/voids.ts';
import { APPEND_TABLES, appendEvent } from './append-event.ts';
import type { LamplightDb } from './database.ts';
import type { EventRow } from './rows.ts';
import { eventOfRow } from './item-states.ts';

/** What can be taken back step by step: everything but a void, and what is taken back as a whole where it was done. */
type Undoable = Exclude<LogEvent, Voided | MockFinished | Rescheduled>;

export interface Undone<E extends Exclude<LogEvent, Voided> = Undoable> {
  readonly voided: E;
  readonly state: ItemState;
}

/** Whether it was done as part of something larger: a mock, or new days for many cards. */
function isOfMany(row: EventRow): boolean {
  return (
    row.type === 'mockFinished' || row.type === 'rescheduled' || (row.type === 'reviewed' && row.source === 'mock')
  );
}

/** How far back in the log, in events, undo looks for something to take back. */
const HORIZON = 2000;

/** Whether some device has taken an event back: the void may be older by its id when that device's clock was behind. */
async function isVoided(db: LamplightDb, row: EventRow): Promise<boolean> {
  return takenBackBy(await db.events.where('item').equals(row.item).toArray())(row);
}

/**
 * The newest row of a device that is no void, no part of something larger, not taken back by a later row, and not passed over; rows are
 * looked at, not parsed.
 */
async function newestOf(
  db: LamplightDb,
  device: DeviceId,
  passed: ReadonlySet<EventId>,
): Promise<EventRow | undefined> {
  const voids: EventRow[] = [];
  let seen = 0;
  return db.events
    .orderBy('id')
    .reverse()
    .until(() => seen >= HORIZON)
    .filter((row) => {
      seen += 1;
      if (row.type === 'voided') voids.push(row);
      const isOne = row.device === device && row.type !== 'voided' && !isOfMany(row) && !passed.has(row.id);
      return isOne && !takenBackBy(voids)(row);
    })
    .first();
}

/** The last event of this device that is not yet taken back; null when there is none within the horizon. @throws CorruptRowError */
export async function lastUndoable(db: LamplightDb, device: DeviceId): Promise<Undoable | null> {
  const passed = new Set<EventId>();
  for (;;) {
    const row = await newestOf(db, device, passed);
    if (!row) return null;
    if (!(await isVoided(db, row))) return eventOfRow(row) as Undoable;
    passed.add(row.id);
  }
}

/** Takes back one event. The item's rows become what they would be had the event never happened. */
export async function voidEvent<E extends Exclude<LogEvent, Voided>>(
  db: LamplightDb,
  target: E,
  stamp: Stamp,
  context: ReplayContext,
): Promise<Undone<E>> {
  const { item } = target;
  const event: Voided = { type: 'voided', ...stamp, item, target: target.id };
  const state = await db.transaction('rw', [...APPEND_TABLES], () => appendEvent(db, event, context));
  return { voided: target, state };
}
