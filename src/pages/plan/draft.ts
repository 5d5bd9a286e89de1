/** An interview while it is written down: as its form has it, and what of it cannot be saved yet. */
import { TIERS, type Tier } from '#bank/tier.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { plannedDate, type Campaign, type CampaignId, type Weekday } from '#plan/campaign.ts';
import { TIER_MIXES } from '#plan/job-tier.ts';
import { dayOfIso, isoOf } from '#pages/parts/dates.ts';

/** What an interview is made of: the usual mix for one of the tiers, or one's own. */
export type Level = Tier | 'own';

export interface Draft {
  /** As the date field has it. */
  readonly date: string;
  readonly company: string;
  readonly role: string;
  readonly level: Level;
  readonly tiers: Readonly<Partial<Record<Tier, number>>>;
  /** Whether all of the bank may be asked; `topics` is kept beside it. */
  readonly everything: boolean;
  readonly topics: Readonly<Record<string, number>>;
  readonly minutesPerDay: number;
  /** Null: as everywhere. */
  readonly retention: number | null;
  readonly restWeekdays: readonly Weekday[];
  readonly restDates: readonly StudyDay[];
}

/** Ahead of the interview so many days, until the person says otherwise. */
const USUAL_DAYS = 14;

export function emptyDraft(today: StudyDay): Draft {
  return {
    date: isoOf((today + USUAL_DAYS) as StudyDay),
    company: '',
    role: '',
    level: 'mid',
    tiers: TIER_MIXES.mid,
    everything: true,
    topics: {},
    minutesPerDay: 20,
    retention: null,
    restWeekdays: [],
    restDates: [],
  };
}

function sameMix(a: Draft['tiers'], b: Draft['tiers']): boolean {
  return TIERS.every((tier) => (a[tier] ?? 0) === (b[tier] ?? 0));
}

/** What an empty mix means. */
const EVEN: Draft['tiers'] = { foundational: 0.25, mid: 0.25, senior: 0.25, expert: 0.25 };

export function draftOf(campaign: Campaign): Draft {
  const { date, company, role, topics, minutesPerDay, restWeekdays, restDates } = campaign;
  const tiers = Object.keys(campaign.tiers).length === 0 ? EVEN : campaign.tiers;
  const level = TIERS.find((tier) => sameMix(TIER_MIXES[tier], tiers)) ?? 'own';
  const everything = Object.keys(topics).length === 0;
  return {
    date: isoOf(date),
    company,
    role,
    level,
    tiers,
    everything,
    topics,
    minutesPerDay,
    retention: campaign.retention ?? null,
    restWeekdays,
    restDates,
  };
}

/** The draft with the mix of a level; one's own begins with the mix of before. */
export function atLevel(draft: Draft, level: Level): Draft {
  return level === 'own' ? { ...draft, level } : { ...draft, level, tiers: TIER_MIXES[level] };
}

/** How much a topic may count, in the words of the form. */
export const WEIGHTS = [
  { value: '0', label: 'Not asked' },
  { value: '0.5', label: 'A little' },
  { value: '1', label: 'As usual' },
  { value: '2', label: 'A lot' },
] as const;

export type WeightWord = (typeof WEIGHTS)[number]['value'];

/** The word that comes nearest to a weight; only 0 is not asked. */
export function wordOfWeight(weight: number): WeightWord {
  if (weight <= 0) return '0';
  if (weight < 0.75) return '0.5';
  return weight < 1.5 ? '1' : '2';
}

/** The draft with a topic or a domain at a weight; null lets the topic follow its domain. */
export function withTopic(draft: Draft, topic: string, weight: number | null): Draft {
  const { [topic]: _, ...others } = draft.topics;
  return { ...draft, everything: false, topics: weight === null ? others : { ...others, [topic]: weight } };
}

/** What the draft asks for, as the plan reads it. */
export function wishesOf({ tiers, everything, topics }: Draft): Pick<Campaign, 'tiers' | 'topics' | 'emphasis'> {
  return { tiers, topics: everything ? {} : topics, emphasis: {} };
}

export interface DraftFaults {
  readonly date?: string;
  readonly tiers?: string;
  readonly topics?: string;
}

function dateFault(day: StudyDay | null, today: StudyDay, held: StudyDay | null): Pick<DraftFaults, 'date'> {
  if (day === null) return { date: 'Choose the day of the interview.' };
  if (day === held) return {};
  if (day < today) return { date: 'This day is over; choose today or a later one.' };
  return plannedDate(day, today) < day ? { date: 'Choose a day within a year.' } : {};
}

/**
 * What must be mended before it can be saved; without members when nothing must. A day that is over may stay (`held`): what is
 * wrong in a past interview can be mended.
 */
export function faultsOf(draft: Draft, today: StudyDay, scopeSize: number, held: StudyDay | null): DraftFaults {
  const noTier = !TIERS.some((tier) => (draft.tiers[tier] ?? 0) > 0);
  const noTopic = !draft.everything && !Object.values(draft.topics).some((weight) => weight > 0);
  return {
    ...dateFault(dayOfIso(draft.date), today, held),
    ...(noTier && { tiers: 'Let at least one tier be asked.' }),
    ...(noTopic
      ? { topics: 'Let at least one topic be asked.' }
      : scopeSize === 0 && !noTier && { topics: 'The bank has no question of these topics and tiers.' }),
  };
}

/** What the form does not show, of a campaign that begins. */
const UNTOLD: Pick<Campaign, 'emphasis' | 'ended' | 'asked'> = { emphasis: {}, ended: false, asked: [] };

/** The campaign of a sound draft; what the form does not show stays as it was. */
export function campaignOf(draft: Draft, id: CampaignId, before: Campaign | null): Campaign {
  const { company, role, minutesPerDay, retention, restWeekdays, restDates } = draft;
  const { tiers, topics } = wishesOf(draft);
  return {
    id,
    date: dayOfIso(draft.date) ?? before?.date ?? (0 as StudyDay),
    company: company.trim(),
    role: role.trim(),
    tiers,
    topics,
    minutesPerDay,
    ...(retention !== null && { retention }),
    restWeekdays,
    restDates,
    ...(before ? { emphasis: before.emphasis, ended: before.ended, asked: before.asked } : UNTOLD),
  };
}
