/** Stores and removes questions of one's own, and says so. */
import type { Campaign, CampaignId } from '#plan/campaign.ts';
import { afterDebrief } from '#plan/debrief.ts';
import { OWN_LIMITS, type OwnQuestion } from '#review/own-question.ts';
import { useAttempt } from '#pages/parts/use-attempt.ts';
import { getStorage } from '#storage/current.ts';
import { hasRoomForOwn, writeOwn } from '#storage/own-questions.ts';
import { changeCampaign } from '#storage/plan-campaigns.ts';
import { useAnnounce } from '#ui/announcer.tsx';

export interface OwnActions {
  /** Each resolves to whether it was stored. `before`: as it was; null for a new one. */
  readonly save: (own: OwnQuestion, before: OwnQuestion | null) => Promise<boolean>;
  readonly remove: (own: OwnQuestion) => Promise<boolean>;
}

/** What was told of an interview becomes the question that was made of it, and counts more there. */
async function matchAsked(own: OwnQuestion, params: URLSearchParams): Promise<void> {
  const { db, device } = getStorage();
  const match = (campaign: Campaign): Campaign | null => {
    const told = campaign.asked[Number(params.get('asked'))];
    if (told?.item !== null || told.text !== params.get('title')) return null;
    const matched = { ...told, item: own.id };
    const asked = campaign.asked.map((each) => (each === told ? matched : each));
    return afterDebrief({ ...campaign, asked }, [matched]);
  };
  await changeCampaign(db, params.get('campaign') as CampaignId, match, device, Date.now());
}

/** The address says what was asked in which interview, where that is how one came. */
export function useOwnActions(params: URLSearchParams): OwnActions {
  const { toast } = useAnnounce();
  const attempt = useAttempt();
  const write = (own: OwnQuestion, is: 'kept' | 'removed'): Promise<boolean> => {
    const { db, device } = getStorage();
    return attempt(() => writeOwn(db, own.id, is === 'kept' ? own : null, device, Date.now()));
  };
  return {
    async save(own, before) {
      const isNew = before === null;
      if (isNew && !(await hasRoomForOwn(getStorage().db))) {
        toast({
          text: `Not saved: there is room for ${OWN_LIMITS.questions} questions of your own, those removed among them.`,
        });
        return false;
      }
      const kept = await write(own, 'kept');
      if (kept && isNew && params.has('campaign')) await attempt(() => matchAsked(own, params));
      if (kept)
        toast({ text: isNew ? 'Saved: it is among your next new cards.' : 'Saved on this device', stayMs: 3000 });
      return kept;
    },
    async remove(own) {
      const removed = await write(own, 'removed');
      const undo = { label: 'Undo', onPress: () => void write(own, 'kept') };
      if (removed) toast({ text: 'Question removed; its history stays.', action: undo });
      return removed;
    },
  };
}
