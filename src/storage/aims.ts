/** How well single questions are to be known, as settings and interviews say. Apart from the settings, which the first screen needs. */
import { aimsFrom } from '#plan/aims.ts';
import type { AimOf } from '#review/schedule.ts';
import type { Settings } from '#review/settings.ts';
import type { LamplightDb } from './database.ts';
import { readCampaigns } from './plan-campaigns.ts';

/** The desired retention of each question; undefined where all are to be known alike. */
export async function readAims(
  db: LamplightDb,
  settings: Pick<Settings, 'topicRetention'>,
): Promise<AimOf | undefined> {
  return aimsFrom(settings, await readCampaigns(db));
}
