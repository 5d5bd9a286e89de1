/** Settings rows, read with defaults for what is missing or unsound. */
import { settingsFrom, type Settings } from '#review/settings.ts';
import type { LamplightDb } from './database.ts';

/** The settings in force. */
export async function readSettings(db: LamplightDb): Promise<Settings> {
  return settingsFrom(await db.settings.toArray());
}
