/** Writing a setting that a person changes now. */
import { stampAfter } from '#review/setting-row.ts';
import type { SettingKey, SettingRow, Settings } from '#review/settings.ts';
import { getStorage } from '#storage/current.ts';
import { writeSetting } from '#storage/settings-write.ts';

/** A row for a setting that is changed now: later than the stored one. @throws what the database throws */
export async function settingRow<K extends SettingKey>(key: K, value: Settings[K]): Promise<SettingRow> {
  const { db, device } = getStorage();
  const stored = await db.settings.get(key);
  return { key, value, atMs: stampAfter(stored, Date.now()), device };
}

/** Stores a setting that is changed now; gives the row that stands there then. */
export async function storeSetting<K extends SettingKey>(key: K, value: Settings[K]): Promise<SettingRow> {
  const { db, device } = getStorage();
  const row = await settingRow(key, value);
  await writeSetting(db, key, value, device, row.atMs);
  return row;
}
