/** Stores and removes questions of one's own, and says so. */
import type { PointId } from '#bank/item.ts';
import type { CampaignId } from '#plan/campaign.ts';
import { afterDebrief } from '#plan/debrief.ts';
import { OWN_LIMITS, type OwnQuestion } from '#review/own-question.ts';
import { cardIdOf } from '#review/ids.ts';
import { readEnvironment } from '#pages/parts/environment.ts';
import { useAttempt } from '#pages/parts/use-attempt.ts';
import { getStorage } from '#storage/current.ts';
import { recordMany } from '#storage/many-items.ts';
import { hasRoomForOwn, writeOwn } from '#storage/own-questions.ts';
import { readCampaign, writeCampaign } from '#storage/plan-campaigns.ts';
import { stampNow } from '#storage/stamp.ts';
import { newsOf, tellTabs } from '#storage/tabs.ts';
import { useAnnounce } from '#ui/announcer.tsx';

export interface OwnActions {
  /** Each resolves to whether it was stored. `before`: as it was; null for a new one. */
  readonly save: (own: OwnQuestion, before: OwnQuestion | null) => Promise<boolean>;
  readonly remove: (own: OwnQuestion) => Promise<boolean>;
}

/** What was told of an interview becomes the question that was made of it, and counts more there. */
async function matchAsked(own: OwnQuestion, params: URLSearchParams): Promise<void> {
  const { db, device } = getStorage();
  const campaign = await readCampaign(db, params.get('campaign') as CampaignId);
  const told = campaign?.asked[Number(params.get('asked'))];
  if (!campaign || told?.item !== null || told.text !== params.get('title')) return;
  const matched = { ...told, item: own.id };
  const asked = campaign.asked.map((each) => (each === told ? matched : each));
  await writeCampaign(db, afterDebrief({ ...campaign, asked }, [matched]), device, Date.now());
}

/** Points that were taken out are asked alone no more: what was learnt of them ends, in the history like all else. */
async function forgetPoints(own: OwnQuestion, before: OwnQuestion): Promise<void> {
  const storage = getStorage();
  const { context } = await readEnvironment(storage);
  const stays = new Set(own.points.map(({ id }) => id));
  for (const { id } of before.points.filter((point) => !stays.has(point.id))) {
    const card = cardIdOf(own.id, id as PointId);
    const events = await recordMany(
      storage.db,
      [own.id],
      ({ cards, item }) =>
        cards.get(card)?.learning.kind === 'learned'
          ? { type: 'reset', ...stampNow(storage.device), item, card }
          : null,
      context,
    );
    for (const event of events) tellTabs(newsOf(event));
  }
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
      if (kept && before) await attempt(() => forgetPoints(own, before));
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
