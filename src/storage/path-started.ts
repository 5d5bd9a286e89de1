/** Paths that are followed: started, paused and left, and what that makes of the order of new questions. */
import type { ItemId, Path } from '#bank/item.ts';
import { inTurn, startedRows, type StartedPath } from '#plan/started-row.ts';
import type { CarriedRow } from '#exchange/carried.ts';
import { questionIdsOf } from '#progress/way.ts';
import { cardIdOf, type DeviceId } from '#review/ids.ts';
import { putCarried, type Stamp } from './carried-row.ts';
import type { LamplightDb } from './database.ts';
import { NEW_ORDER } from './new-order.ts';
import { readItem } from './read-item.ts';

/** The paths that were started, the first started first; damaged rows are left out. */
export async function readStartedPaths(db: LamplightDb): Promise<StartedPath[]> {
  return startedRows.from(await db.settings.where('key').startsWith(startedRows.prefix).toArray());
}

/**
 * Makes the order of new questions anew: after a path was started, paused or left, and whenever the bank or the rows may have
 * changed. Nothing is written when it is the same.
 *
 * @throws CorruptRowError
 */
export async function refreshNewOrder(db: LamplightDb): Promise<void> {
  const followed = (await readStartedPaths(db)).filter(({ paused }) => !paused);
  const items = [];
  for (const { id } of followed) items.push(await readItem(db, id));
  const paths = items.filter((item): item is Path => item?.type === 'path');
  const cards = inTurn(paths.map(({ stages }) => [...questionIdsOf(stages)])).map((id) => cardIdOf(id, null));
  await db.transaction('rw', db.local, async () => {
    const known = await db.local.get(NEW_ORDER);
    if (JSON.stringify(known?.value ?? []) !== JSON.stringify(cards))
      await db.local.put({ key: NEW_ORDER, value: cards });
  });
}

/** Writes what a path is from now on. */
async function write(
  db: LamplightDb,
  id: ItemId,
  change: (before: Omit<StartedPath, 'id'> | null) => Omit<StartedPath, 'id'> | null,
  device: DeviceId,
  nowMs: number,
): Promise<void> {
  const make = (stamp: Stamp, before: CarriedRow | undefined): CarriedRow => {
    const known = startedRows.parse(before);
    return startedRows.row(id, change(known.ok ? known.row.value : null), stamp);
  };
  await putCarried(db, startedRows.keyOf(id), make, device, nowMs);
  await refreshNewOrder(db);
}

/** Starts a path, or goes on with one that was paused. */
export function startPath(db: LamplightDb, id: ItemId, device: DeviceId, nowMs: number): Promise<void> {
  return write(db, id, (before) => ({ startedMs: before?.startedMs ?? nowMs, paused: false }), device, nowMs);
}

/** Pauses a path: it feeds nothing until it is gone on with. */
export function pausePath(db: LamplightDb, id: ItemId, device: DeviceId, nowMs: number): Promise<void> {
  return write(db, id, (before) => before && { ...before, paused: true }, device, nowMs);
}

/** Leaves a path; what was learnt on it stays. */
export function leavePath(db: LamplightDb, id: ItemId, device: DeviceId, nowMs: number): Promise<void> {
  return write(db, id, () => null, device, nowMs);
}
