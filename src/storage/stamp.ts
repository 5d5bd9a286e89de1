/** The only place that asks the machine for ids and the time of events. */
import { v7 as uuidV7 } from 'uuid';
import type { DeviceId, EventId } from '#review/ids.ts';
import type { Stamp } from '#review/record.ts';
import type { LamplightDb } from './database.ts';

/** This device's id, made on first use. */
export async function deviceId(db: LamplightDb): Promise<DeviceId> {
  return db.transaction('rw', db.local, async () => {
    const row = await db.local.get('device');
    if (typeof row?.value === 'string') return row.value as DeviceId;
    const id = uuidV7() as DeviceId;
    await db.local.add({ key: 'device', value: id });
    return id;
  });
}

/** Minutes east of UTC on this machine's clock at a moment. */
export function offsetMinutesAt(atMs: number): number {
  return -new Date(atMs).getTimezoneOffset();
}

/** A stamp for an event that happens now, here. */
export function stampNow(device: DeviceId, nowMs: number = Date.now()): Stamp {
  return {
    id: uuidV7() as EventId,
    device,
    atMs: nowMs,
    offsetMinutes: offsetMinutesAt(nowMs),
  };
}
