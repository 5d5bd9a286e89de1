/** Whether the minutes are enough, and what more of them would bring. */
import type { StudyDay } from '#memory/study-day.ts';
import { plannedDate, secondsOn, studyDaysBefore, type Campaign } from './campaign.ts';
import { forecast, type ForecastInput, type Reach } from './forecast.ts';

export interface Offer {
  readonly minutesPerDay: number;
  readonly reach: Reach;
}

/**
 * enough: all is seen and more minutes would bring little; tight: they would bring much; noTime: no day is left for study; far: there
 * are more days than are planned, so that nobody can tell.
 */
export type Verdict =
  | { readonly kind: 'far' }
  | { readonly kind: 'enough'; readonly reach: Reach }
  | { readonly kind: 'tight'; readonly reach: Reach; readonly offers: readonly Offer[] }
  | { readonly kind: 'noTime'; readonly reach: Reach };

/** Minutes that are tried beside the chosen ones, as multiples; offered in steps of five. */
const MULTIPLES = [1.5, 2, 3];
/** Multiples of fewer than these would not be worth trying, and more than those nobody has. */
const LEAST_MINUTES = 10;
const MOST_MINUTES = 240;
/** What more minutes must add to be worth naming, as a share of the interview. */
const WORTH_NAMING = 0.03;
/** A plan that leaves less than this unseen sees all. */
const UNSEEN = 0.01;

export type VerdictInput = Omit<ForecastInput, 'secondsOn' | 'date'>;

/** Judges a campaign by itself: the minutes of others are not counted. */
export function judge(campaign: Campaign, input: VerdictInput): Verdict {
  if (plannedDate(campaign.date, input.today) < campaign.date) return { kind: 'far' };
  const at = (minutesPerDay: number): Reach =>
    forecast({
      ...input,
      date: campaign.date,
      secondsOn: (day: StudyDay) => secondsOn([{ ...campaign, minutesPerDay }], day),
    });
  const reach = at(campaign.minutesPerDay);
  const anyMinutes = { ...campaign, minutesPerDay: 1 };
  if (studyDaysBefore([anyMinutes], input.today, campaign.date).length === 0) return { kind: 'noTime', reach };
  const offers = offersAbove(campaign.minutesPerDay, reach, at);
  const tight = offers.length > 0 || 1 - reach.seen > UNSEEN;
  return tight ? { kind: 'tight', reach, offers } : { kind: 'enough', reach };
}

/** More minutes, each offer with clearly more than the one before. */
function offersAbove(minutes: number, reach: Reach, at: (minutes: number) => Reach): Offer[] {
  const tried = MULTIPLES.map((multiple) => Math.ceil((Math.max(minutes, LEAST_MINUTES) * multiple) / 5) * 5);
  const offers: Offer[] = [];
  let before = reach;
  for (const minutesPerDay of tried.filter((each) => each <= MOST_MINUTES)) {
    const offered = at(minutesPerDay);
    if (offered.recall - before.recall < WORTH_NAMING) continue;
    offers.push({ minutesPerDay, reach: offered });
    before = offered;
  }
  return offers;
}
