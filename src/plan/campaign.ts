/** An interview on a date, and the days and minutes that lead to it. */
import type { ItemId } from '#bank/item.ts';
import type { Tier } from '#bank/tier.ts';
import { weekdayOf, type StudyDay, type Weekday } from '#memory/study-day.ts';

export { weekdayOf, type Weekday } from '#memory/study-day.ts';

declare const brand: unique symbol;
export type CampaignId = string & { readonly [brand]: 'CampaignId' };

export interface Campaign {
  readonly id: CampaignId;
  /** The day of the interview. */
  readonly date: StudyDay;
  readonly company: string;
  readonly role: string;
  /** How much of the interview each tier makes up, in any unit, 0 or more; what is missing is not asked. */
  readonly tiers: Readonly<Partial<Record<Tier, number>>>;
  /** The same for each topic (`domain/topic`). */
  readonly topics: Readonly<Record<string, number>>;
  /** Single questions that count more or less than their tier and topic say: factors, 0 or more. */
  readonly emphasis: Readonly<Record<ItemId, number>>;
  /** Minutes on each day that is not a rest day, 0 or more. */
  readonly minutesPerDay: number;
  /** How well its questions are to be known while it is ahead, 0.70 to 0.97; absent: as everywhere. */
  readonly retention?: number;
  readonly restWeekdays: readonly Weekday[];
  readonly restDates: readonly StudyDay[];
  /** Ended by hand, before or after its date. */
  readonly ended: boolean;
  /** What was asked, told after the interview. */
  readonly asked: readonly AskedQuestion[];
}

export interface AskedQuestion {
  /** The question of the bank that it matches, if one does. */
  readonly item: ItemId | null;
  /** As the person remembers it. */
  readonly text: string;
  readonly went: 'well' | 'so-so' | 'badly';
}

/** So many days ahead are planned day by day; what lies farther is planned for as if it were then. */
export const PLANNED_DAYS = 366;

/** The date of an interview as far as days are planned for it. */
export function plannedDate(date: StudyDay, today: StudyDay): StudyDay {
  return Math.min(date, today + PLANNED_DAYS) as StudyDay;
}

/** ahead: there are days to study; today: the day itself; over: past, or ended by hand. */
export type CampaignPhase = 'ahead' | 'today' | 'over';

/** Where a campaign stands on a day. */
export function phaseOf({ date, ended }: Pick<Campaign, 'date' | 'ended'>, today: StudyDay): CampaignPhase {
  if (ended || today > date) return 'over';
  return today === date ? 'today' : 'ahead';
}

/** What a campaign asks for. */
export type Wishes = Pick<Campaign, 'tiers' | 'topics' | 'emphasis'>;

/** A topic weighs what is said of it, else what is said of its domain, else nothing; all alike when nothing is said. */
export function topicWeight({ topics }: Pick<Wishes, 'topics'>, topic: string): number {
  return Object.keys(topics).length === 0 ? 1 : (byTopic(topics, topic) ?? 0);
}

/** What is said of a topic, else of its domain. */
export function byTopic(said: Readonly<Record<string, number>>, topic: string): number | undefined {
  const domain = topic.split('/')[0] ?? '';
  if (Object.hasOwn(said, topic)) return said[topic];
  return Object.hasOwn(said, domain) ? said[domain] : undefined;
}

/** A tier weighs what the mix says; all alike when it says nothing. */
export function tierWeight({ tiers }: Pick<Wishes, 'tiers'>, tier: Tier): number {
  return Object.keys(tiers).length === 0 ? 1 : (tiers[tier] ?? 0);
}

/** How many times what its topic and tier say a question counts. */
export function emphasisOf({ emphasis }: Pick<Wishes, 'emphasis'>, id: ItemId): number {
  // Looked up as the campaign's own: a question may be called `constructor`.
  return Object.hasOwn(emphasis, id) ? (emphasis[id] ?? 1) : 1;
}

/** Seconds that some campaigns together have on a day. The day of an interview and the days after it are not for study. */
export function secondsOn(campaigns: readonly Campaign[], day: StudyDay): number {
  return campaigns.reduce((sum, campaign) => sum + (isStudyDay(campaign, day) ? campaign.minutesPerDay * 60 : 0), 0);
}

function isStudyDay(campaign: Campaign, day: StudyDay): boolean {
  if (phaseOf(campaign, day) !== 'ahead' || campaign.restDates.includes(day)) return false;
  return !campaign.restWeekdays.includes(weekdayOf(day));
}

/** The days from `from` to before `date` on which there is time to study. */
export function studyDaysBefore(campaigns: readonly Campaign[], from: StudyDay, date: StudyDay): StudyDay[] {
  const days = Array.from({ length: Math.max(0, date - from) }, (_, index) => (from + index) as StudyDay);
  return days.filter((day) => secondsOn(campaigns, day) > 0);
}
