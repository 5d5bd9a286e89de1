/** Settings rows: read with defaults for what is missing or unsound, written with time and device. */
import { parseSetting, settingsFrom, type SettingKey, type SettingRow, type Settings } from '#review/settings.ts';
import type { DeviceId } from '#review/ids.ts';
import type { LamplightDb } from './database.ts';

/** The settings in force. */
export async function readSettings(db: LamplightDb): Promise<Settings> {
  return settingsFrom(await db.settings.toArray());
}

/** Writes one setting. @throws RangeError for a value that the setting cannot hold */
export async function writeSetting<K extends SettingKey>(
  db: LamplightDb,
  key: K,
  value: Settings[K],
  device: DeviceId,
  nowMs: number,
): Promise<void> {
  const row: SettingRow = { key, value, atMs: nowMs, device };
  const parsed = parseSetting(row);
  if (!parsed.ok) throw new RangeError(parsed.why);
  await db.settings.put(row);
}
