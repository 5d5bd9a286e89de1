import { useEffect } from 'react';
import type { StudyDay } from '#memory/study-day.ts';
import type { CampaignId } from '#plan/campaign.ts';
import { getStorage } from '#storage/current.ts';
import { readOutlooks, type OutlookRow } from '#storage/plan-outlook.ts';
import { readBasis } from '#storage/plan-today.ts';
import { refreshOutlooks } from '#storage/plan-refresh.ts';
import { useLive } from '#storage/use-live.ts';

/** The outlooks as last worked out, brought up to date behind the page while it is shown; null before the first. */
export function useOutlooks(today: StudyDay): OutlookRow | null | undefined {
  const basis = useLive(({ db }) => readBasis(db, today), [today]);
  useEffect(() => {
    if (basis !== undefined) void refreshOutlooks(getStorage().db, today);
  }, [basis, today]);
  return useLive(async ({ db }) => (await readOutlooks(db)) ?? null, []);
}

/** The outlook of one interview among them. */
export function outlookOf(row: OutlookRow | null | undefined, campaign: CampaignId) {
  return row?.outlooks.find((outlook) => outlook.campaign === campaign);
}
