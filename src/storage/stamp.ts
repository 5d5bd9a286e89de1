/** The only place that asks the machine for ids and the time of events. */
import { v7 as uuidV7, validate as isUuid } from 'uuid';
import type { DeviceId, EventId } from '#review/ids.ts';
import type { Stamp } from '#review/record.ts';
import type { LamplightDb } from './database.ts';

/** How many rows at the end of the log are searched for the last event of this device. */
const HORIZON = 500;

/** The time in the last id that was given out here. */
let lastIdMs = 0;

/** Ids rise from event to event even when the clock is set back, since undo finds the last event by its id. */
function nextId(nowMs: number): EventId {
  lastIdMs = Math.max(nowMs, lastIdMs + 1);
  return uuidV7({ msecs: lastIdMs }) as EventId;
}

/** The time in an id, in epoch ms: its first 48 bits. */
function msOfId(id: string): number {
  return Number.parseInt(id.slice(0, 13).replace('-', ''), 16) || 0;
}

/** Goes on from the last id that this device has stored. */
async function rememberLastId(db: LamplightDb, device: DeviceId): Promise<void> {
  let seen = 0;
  const last = await db.events
    .orderBy('id')
    .reverse()
    .until(() => seen >= HORIZON)
    .filter((row) => {
      seen += 1;
      return row.device === device;
    })
    .first();
  if (last) lastIdMs = Math.max(lastIdMs, msOfId(last.id));
}

/** This device's id, made on first use; to be asked for before the first stamp. A damaged one gives way to a new one. */
export async function deviceId(db: LamplightDb): Promise<DeviceId> {
  const device = await db.transaction('rw', db.local, async () => {
    const row = await db.local.get('device');
    if (isUuid(row?.value)) return row?.value as DeviceId;
    const id = uuidV7() as DeviceId;
    await db.local.put({ key: 'device', value: id });
    return id;
  });
  await rememberLastId(db, device);
  return device;
}

/** Minutes east of UTC on this machine's clock at a moment. */
export function offsetMinutesAt(atMs: number): number {
  return 0 - new Date(atMs).getTimezoneOffset();
}

/** A stamp for an event that happens now, here. */
export function stampNow(device: DeviceId, nowMs: number = Date.now()): Stamp {
  return { id: nextId(nowMs), device, atMs: nowMs, offsetMinutes: offsetMinutesAt(nowMs) };
}
