/** Writing a setting that a person changes now. */
import type { SettingKey, SettingRow, Settings } from '#review/settings.ts';
import { getStorage } from '#storage/current.ts';
import { writeSetting } from '#storage/settings-write.ts';

/**
 * A row for a setting that is changed now. It is later than the stored one even on a device whose clock lags behind the one
 * that wrote it: the last press wins, here and after a merge.
 */
export async function settingRow<K extends SettingKey>(key: K, value: Settings[K]): Promise<SettingRow> {
  const { db, device } = getStorage();
  const stored = await db.settings.get(key);
  return { key, value, atMs: Math.max(Date.now(), (stored?.atMs ?? 0) + 1), device };
}

/** Stores a setting that is changed now; gives the row that stands there then. */
export async function storeSetting<K extends SettingKey>(key: K, value: Settings[K]): Promise<SettingRow> {
  const { db, device } = getStorage();
  const row = await settingRow(key, value);
  await writeSetting(db, key, value, device, row.atMs);
  return row;
}
