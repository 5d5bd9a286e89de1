/** How well single questions are to be known, as settings and interviews say. Apart from the settings, which the first screen needs. */
import { aimsFrom } from '#plan/aims.ts';
import { campaignRows } from '#plan/campaign-row.ts';
import type { AimOf } from '#review/schedule.ts';
import { settingsFrom } from '#review/settings.ts';
import type { LamplightDb } from './database.ts';

/** The desired retention of each question; undefined where all are to be known alike. */
export async function readAims(db: LamplightDb): Promise<AimOf | undefined> {
  const rows = await db.settings.toArray();
  return aimsFrom(settingsFrom(rows), campaignRows.from(rows));
}
