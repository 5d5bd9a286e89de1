/** Interviews as they are carried from device to device: a row each among the settings, the last writer wins. */
import { TIERS } from '#bank/tier.ts';
import { STUDY_DAYS } from '#review/bounds.ts';
import { carriedKind, type CarriedRowOf } from '#review/carried-kind.ts';
import { fits, RULES } from '#review/settings.ts';
import type { Campaign } from './campaign.ts';

export type CampaignRow = CarriedRowOf<'campaign:', Campaign>;

/** What fits none of these is no campaign. The date is in the year 2517 at the latest, since the days before it are listed. */
export const CAMPAIGN_LIMITS = {
  text: 200,
  date: 200_000,
  weights: 2000,
  weight: 1000,
  restDates: 400,
  asked: 200,
} as const;

/** Null for a value that fits, else what would. */
type Check = (value: unknown) => string | null;

const NAME = /^[^#\s]{1,200}$/u;

const text: Check = (value) =>
  typeof value === 'string' && value.length <= CAMPAIGN_LIMITS.text ? null : 'must be a text of at most 200 characters';

const whole =
  (min: number, max: number): Check =>
  (value) =>
    Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max
      ? null
      : `must be a whole number from ${min} to ${max}`;

const day = whole(STUDY_DAYS.first, STUDY_DAYS.last);

const listOf =
  (check: Check, most: number): Check =>
  (value) => {
    if (!Array.isArray(value)) return 'must be a list';
    if (value.length > most) return `must have at most ${most} entries`;
    return value.map(check).find((why) => why !== null) ?? null;
  };

const weightsOf =
  (isName: (name: string) => boolean): Check =>
  (value) => {
    if (!isRecord(value)) return 'must be an object';
    const entries = Object.entries(value);
    if (entries.length > CAMPAIGN_LIMITS.weights) return `must have at most ${CAMPAIGN_LIMITS.weights} entries`;
    const fits = entries.every(([name, weight]) => {
      return isName(name) && typeof weight === 'number' && weight >= 0 && weight <= CAMPAIGN_LIMITS.weight;
    });
    return fits ? null : `must hold weights from 0 to ${CAMPAIGN_LIMITS.weight} by name`;
  };

const named = weightsOf((name) => NAME.test(name));

const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value) ? null : `must be one of ${values.join(', ')}`;

const ASKED_CHECKS: Readonly<Record<string, Check>> = {
  item: (value) =>
    value === null || (typeof value === 'string' && NAME.test(value)) ? null : 'must be an item or null',
  text,
  went: oneOf('well', 'so-so', 'badly'),
};

/** What rows of before do not have. */
const OPTIONAL: ReadonlySet<string> = new Set<keyof Campaign>(['retention']);

const CHECKS: { readonly [K in keyof Omit<Required<Campaign>, 'id'>]: Check } = {
  date: whole(STUDY_DAYS.first, CAMPAIGN_LIMITS.date),
  company: text,
  role: text,
  tiers: weightsOf((name) => TIERS.some((tier) => tier === name)),
  topics: named,
  emphasis: named,
  minutesPerDay: whole(0, 1440),
  retention: (value) => (fits(RULES.desiredRetention, value) ? null : 'must be from 0.7 to 0.97'),
  restWeekdays: listOf(whole(1, 7), 7),
  restDates: listOf(day, CAMPAIGN_LIMITS.restDates),
  ended: oneOf(true, false),
  asked: listOf((value) => faultOf(value, ASKED_CHECKS), CAMPAIGN_LIMITS.asked),
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first fault of an object that must have exactly these fields. */
function faultOf(value: unknown, checks: Readonly<Record<string, Check>>): string | null {
  if (!isRecord(value)) return 'must be an object';
  const foreign = Object.keys(value).find((name) => !Object.hasOwn(checks, name));
  if (foreign !== undefined) return `${foreign}: not known`;
  for (const [name, check] of Object.entries(checks)) {
    const why = Object.hasOwn(value, name) ? check(value[name]) : OPTIONAL.has(name) ? null : 'is missing';
    if (why !== null) return `${name}: ${why}`;
  }
  return null;
}

/** The rows of interviews, the next interview first. */
export const campaignRows = carriedKind<'campaign:', Campaign>({
  prefix: 'campaign:',
  id: /^[\da-z-]{1,64}$/u,
  words: { noun: 'interview', keyOf: 'an interview', value: 'must be an interview, or null' },
  faultOfValue: (value) => faultOf(value, CHECKS),
  compare: (a, b) => a.date - b.date,
});
