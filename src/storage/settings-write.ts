/** Writing settings, with time and device. Apart from reading them, which the first screen needs. */
import { parseSetting } from '#review/setting-row.ts';
import type { SettingKey, SettingRow, Settings } from '#review/settings.ts';
import type { DeviceId } from '#review/ids.ts';
import type { LamplightDb } from './database.ts';

/** Writes one setting. @throws RangeError for a value that the setting cannot hold */
export async function writeSetting<K extends SettingKey>(
  db: LamplightDb,
  key: K,
  value: Settings[K],
  device: DeviceId,
  nowMs: number,
): Promise<void> {
  await putSetting(db, { key, value, atMs: nowMs, device });
}

/** Writes a row that was made before. @throws RangeError for a row that is none */
export async function putSetting(db: LamplightDb, row: SettingRow): Promise<void> {
  const parsed = parseSetting(row);
  if (!parsed.ok) throw new RangeError(parsed.why);
  await db.settings.put(parsed.row);
}
