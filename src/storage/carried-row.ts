/** Writes rows of which the last writer wins, so that the last one holds here and on every device that it is merged into. */
import { parseCarried, type CarriedRow } from '#exchange/carried.ts';
import type { DeviceId } from '#review/ids.ts';
import { stampAfter } from '#review/setting-row.ts';
import type { LamplightDb } from './database.ts';

export type Stamp = Pick<CarriedRow, 'atMs' | 'device'>;

/**
 * Puts what `make` makes of the row as it is; it is later than the one before it even on a device whose clock lags behind.
 *
 * @throws RangeError for a row that could not be read back
 */
export async function putCarried(
  db: LamplightDb,
  key: string,
  make: (stamp: Stamp, before: CarriedRow | undefined) => CarriedRow,
  device: DeviceId,
  nowMs: number,
): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const before = await db.settings.get(key as CarriedRow['key']);
    const row = make({ atMs: stampAfter(before, nowMs), device }, before);
    const parsed = parseCarried(row);
    if (!parsed.ok) throw new RangeError(parsed.why);
    await db.settings.put(row);
  });
}
