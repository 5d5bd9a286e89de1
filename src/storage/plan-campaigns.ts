/** Interviews that are prepared for: rows among the settings, so that a backup, a merge and an undone restore carry them. */
import { v7 as uuidV7 } from 'uuid';
import type { Campaign, CampaignId } from '#plan/campaign.ts';
import { campaignRows } from '#plan/campaign-row.ts';
import type { DeviceId } from '#review/ids.ts';
import { putCarried } from './carried-row.ts';
import type { LamplightDb } from './database.ts';

/** An id for a campaign that begins. */
export function newCampaignId(): CampaignId {
  return uuidV7() as CampaignId;
}

/** All campaigns, the next interview first, those that are over among them; damaged rows are left out. */
export async function readCampaigns(db: LamplightDb): Promise<Campaign[]> {
  return campaignRows.from(await db.settings.where('key').startsWith(campaignRows.prefix).toArray());
}

/** One campaign; null when there is none of this id, or it was removed. */
export async function readCampaign(db: LamplightDb, id: CampaignId): Promise<Campaign | null> {
  return campaignRows.from([await db.settings.get(campaignRows.keyOf(id))])[0] ?? null;
}

/**
 * Stores a campaign as it now is. Its row is later than the one before it even on a device whose clock lags behind.
 *
 * @throws RangeError for a campaign that is none
 */
export async function writeCampaign(
  db: LamplightDb,
  campaign: Campaign,
  device: DeviceId,
  nowMs: number,
): Promise<void> {
  const { id } = campaign;
  await putCarried(db, campaignRows.keyOf(id), (stamp) => campaignRows.row(id, campaign, stamp), device, nowMs);
}

/** Changes a campaign as it is stored by now, whoever else writes it meanwhile; null leaves it as it is. @throws RangeError as `writeCampaign` */
export async function changeCampaign(
  db: LamplightDb,
  id: CampaignId,
  change: (campaign: Campaign) => Campaign | null,
  device: DeviceId,
  nowMs: number,
): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const campaign = await readCampaign(db, id);
    const changed = campaign && change(campaign);
    if (changed) await writeCampaign(db, changed, device, nowMs);
  });
}

/** Removes a campaign, here and, once merged, elsewhere. */
export async function removeCampaign(db: LamplightDb, id: CampaignId, device: DeviceId, nowMs: number): Promise<void> {
  await putCarried(db, campaignRows.keyOf(id), (stamp) => campaignRows.row(id, null, stamp), device, nowMs);
}
