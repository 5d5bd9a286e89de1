import type { StudyDay } from '#memory/study-day.ts';
import { readEnvironment, todayOf, type Environment } from '#pages/parts/environment.ts';
import { aimsFrom } from '#plan/aims.ts';
import type { CardId } from '#review/ids.ts';
import { balanced } from '#review/policy.ts';
import { startSession } from '#review/session.ts';
import { getStorage } from '#storage/current.ts';
import { arrange } from '#storage/arrange.ts';
import type { LamplightDb } from '#storage/database.ts';
import { readDueLoads } from '#storage/due-loads.ts';
import { readEpoch } from '#storage/epoch.ts';
import { readCampaigns } from '#storage/plan-campaigns.ts';
import { refreshDayPlan } from '#storage/plan-refresh.ts';
import { readQueue } from '#storage/today.ts';
import { loadAhead } from './load.ts';
import { EMPTY, useReview, type Notice } from './store.ts';

/** The one card that the address asks for (`?only=`), due or not; null for the whole of today. */
function onlyCard(): CardId | null {
  return new URLSearchParams(window.location.search).get('only') as CardId | null;
}

async function arranged(db: LamplightDb, today: StudyDay, { settings, context }: Environment) {
  const { cards, misjudged, steps } = await readQueue(db, today, settings, context.scheduler);
  return { cards: await arrange(db, cards, settings, misjudged), steps };
}

/** Begins today's review, with a word about why when it begins anew. */
export async function start(notice: Notice | null = null): Promise<void> {
  const { setState } = useReview;
  setState({ ...EMPTY, notice });
  try {
    const storage = getStorage();
    // The epoch first: what is read after it is of this epoch or a later one, and a later one is noticed.
    const epoch = await readEpoch(storage.db);
    const [common, campaigns] = await Promise.all([readEnvironment(storage), readCampaigns(storage.db)]);
    const nowMs = Date.now();
    const today = todayOf(common.settings, nowMs);
    const loads = new Map<StudyDay, number>();
    const aimed = { ...common.policy, aimOf: aimsFrom(common.settings, campaigns) };
    const environment = { ...common, policy: balanced(aimed, loads) };
    const only = onlyCard();
    if (only === null) await refreshDayPlan(storage.db, today, { settings: common.settings, campaigns });
    const queue = only === null ? await arranged(storage.db, today, environment) : { cards: [only], steps: [] };
    const aheadMs = environment.settings.learnAheadMinutes * 60_000;
    const visible = document.visibilityState === 'visible';
    setState({ environment, epoch, loads, session: startSession(queue.cards, queue.steps, nowMs, visible, aheadMs) });
    await loadAhead();
    // The first question need not wait for it.
    for (const [day, count] of await readDueLoads(storage.db, today)) loads.set(day, (loads.get(day) ?? 0) + count);
  } catch (failure) {
    setState({ failure });
  }
}
