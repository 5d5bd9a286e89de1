/** Settings rows, read with defaults for what is missing or unsound. */
import { RULES, settingsFrom, type SettingKey, type Settings } from '#review/settings.ts';
import type { CarriedRow } from '#exchange/carried.ts';
import type { LamplightDb } from './database.ts';

const KEYS = Object.keys(RULES) as SettingKey[];

/** The rows of settings alone, by their keys: what else is carried lies in the same table, and may be long and much. */
export async function readSettingRows(db: LamplightDb): Promise<CarriedRow[]> {
  return (await db.settings.bulkGet(KEYS)).filter((row) => row !== undefined);
}

/** The settings in force. */
export async function readSettings(db: LamplightDb): Promise<Settings> {
  return settingsFrom(await readSettingRows(db));
}
