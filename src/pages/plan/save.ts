/** Writes an interview, and says so. */
import type { Campaign, CampaignId } from '#plan/campaign.ts';
import { useAttempt } from '#pages/parts/use-attempt.ts';
import { getStorage } from '#storage/current.ts';
import { changeCampaign, removeCampaign, writeCampaign } from '#storage/plan-campaigns.ts';
import { useAnnounce } from '#ui/announcer.tsx';

export interface CampaignActions {
  /** Resolves to whether it was stored. */
  readonly save: (campaign: Campaign, said?: string) => Promise<boolean>;
  /** Changes one as it is stored by now, whoever else writes it; null lets it be. Resolves to whether it was changed. */
  readonly change: (id: CampaignId, how: (now: Campaign) => Campaign | null, said: string) => Promise<boolean>;
  /** Removes it, with a way back. */
  readonly remove: (campaign: Campaign) => Promise<boolean>;
}

/** What can be done with interviews; each ends with a word on what came of it. */
export function useCampaignActions(): CampaignActions {
  const { toast } = useAnnounce();
  const attempt = useAttempt();
  const write = (campaign: Campaign): Promise<boolean> => {
    const { db, device } = getStorage();
    return attempt(() => writeCampaign(db, campaign, device, Date.now()));
  };
  return {
    async save(campaign, said = 'Saved on this device') {
      const stored = await write(campaign);
      if (stored) toast({ text: said, stayMs: 2500 });
      return stored;
    },
    async change(id, how, said) {
      const { db, device } = getStorage();
      let changed = false;
      const noting = (now: Campaign): Campaign | null => {
        const next = how(now);
        changed = next !== null;
        return next;
      };
      const stored = await attempt(() => changeCampaign(db, id, noting, device, Date.now()));
      if (stored && changed) toast({ text: said, stayMs: 2500 });
      return stored && changed;
    },
    async remove(campaign) {
      const { db, device } = getStorage();
      const removed = await attempt(() => removeCampaign(db, campaign.id, device, Date.now()));
      if (removed)
        toast({ text: 'Interview removed.', action: { label: 'Undo', onPress: () => void write(campaign) } });
      return removed;
    },
  };
}
