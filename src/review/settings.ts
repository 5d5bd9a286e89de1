/** Settings that a person carries from device to device: one row a key, the last writer wins. */
import { DEFAULT_PARAMETERS, type SchedulerParameters } from '#memory/scheduler.ts';
import { validateParameters } from '#memory/parameters.ts';
import type { DeviceId } from './ids.ts';

export interface Settings {
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  /** Minutes a day while no interview is ahead; 0: as many as it takes. */
  readonly minutesPerDay: number;
  /** Least likely to be recalled first, longest due first, by lot, or one topic after the other. */
  readonly reviewOrder: 'recall' | 'due' | 'random' | 'topic';
  /** New cards between the reviews, before them or after them. */
  readonly newMix: 'spread' | 'first' | 'last';
  readonly rolloverHour: number;
  readonly desiredRetention: number;
  /** Another one for a topic (`domain/topic`) or a whole domain. */
  readonly topicRetention: Readonly<Record<string, number>>;
  readonly maximumIntervalDays: number;
  readonly againMinutes: number;
  /** Minutes of the steps that a new question goes through before it is counted in days. */
  readonly learningSteps: readonly number[];
  /** The same after a lapse, once `againMinutes` have passed. */
  readonly relearningSteps: readonly number[];
  /** Weekdays, 1 Monday to 7 Sunday, on which less should fall due. */
  readonly easyWeekdays: readonly number[];
  /** Study days on which nothing should fall due. */
  readonly holidays: readonly number[];
  /** Lapses that make a leech; 0: none is called one. */
  readonly leechLapses: number;
  /** Cards in a short step that are due within so many minutes are asked when nothing else waits; else they wait themselves. */
  readonly learnAheadMinutes: number;
  readonly answerCapSeconds: number;
  readonly fuzz: boolean;
  /** The weights of the scheduler that were fitted to this person; null: the published ones. */
  readonly weights: readonly number[] | null;
  /** Whether a guess is asked for before the answer is shown. */
  readonly guess: boolean;
  readonly gradeButtons: 'four' | 'two';
  readonly swipes: boolean;
  readonly singleKeys: boolean;
  readonly theme: 'system' | 'ink' | 'paper' | 'contrast-dark' | 'contrast-light';
}

export type SettingKey = keyof Settings;

/** From and to, and whether fractions fit; one of a few; a list of at most so many; a number by topic; or anything of which this is true. */
export type Rule =
  | readonly [min: number, max: number, fractions?: true]
  | { readonly of: readonly unknown[] }
  | { readonly most: number; readonly each: readonly [min: number, max: number] }
  | { readonly byTopic: readonly [min: number, max: number] }
  | ((value: unknown) => boolean);

const RETENTION = [0.7, 0.97] as const;
const SWITCH: Rule = { of: [true, false] };
const STEPS: Rule = { most: 6, each: [1, 1440] };

/** Each key with the values that it may hold. By hand, since settings are read before the first screen. */
export const RULES: { readonly [K in SettingKey]: Rule } = {
  newPerDay: [0, 500],
  reviewsPerDay: [0, 5000],
  minutesPerDay: [0, 600],
  reviewOrder: { of: ['recall', 'due', 'random', 'topic'] },
  newMix: { of: ['spread', 'first', 'last'] },
  rolloverHour: [0, 23],
  desiredRetention: [...RETENTION, true],
  topicRetention: { byTopic: RETENTION },
  maximumIntervalDays: [1, 36_500],
  againMinutes: [1, 120],
  learningSteps: STEPS,
  relearningSteps: STEPS,
  easyWeekdays: { most: 7, each: [1, 7] },
  holidays: { most: 400, each: [0, 100_000] },
  leechLapses: [0, 50],
  learnAheadMinutes: [0, 1440],
  answerCapSeconds: [30, 1800],
  fuzz: SWITCH,
  weights: (value) => value === null || (Array.isArray(value) && areWeights(value)),
  guess: SWITCH,
  gradeButtons: { of: ['four', 'two'] },
  swipes: SWITCH,
  singleKeys: SWITCH,
  theme: { of: ['system', 'ink', 'paper', 'contrast-dark', 'contrast-light'] },
};

function areWeights(weights: readonly unknown[]): boolean {
  const isNumber = (weight: unknown): weight is number => typeof weight === 'number';
  return weights.every(isNumber) && validateParameters({ ...DEFAULT_PARAMETERS, weights }).length === 0;
}

const TOPIC = /^[^#\s]{1,200}$/u;
const MOST_TOPICS = 500;

function areByTopic(value: unknown, [min, max]: readonly [number, number]): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= MOST_TOPICS &&
    entries.every(([topic, own]) => TOPIC.test(topic) && isWithin([min, max, true], own))
  );
}

/** Whether a value is one that a rule allows. */
export function fits(rule: Rule, value: unknown): boolean {
  if (typeof rule === 'function') return rule(value);
  if ('of' in rule) return rule.of.includes(value);
  if ('most' in rule) {
    return Array.isArray(value) && value.length <= rule.most && value.every((each) => fits(rule.each, each));
  }
  if ('byTopic' in rule) return areByTopic(value, rule.byTopic);
  return isWithin(rule, value);
}

function isWithin([min, max, fractions]: readonly [number, number, true?], value: unknown): boolean {
  return typeof value === 'number' && value >= min && value <= max && (fractions === true || Number.isInteger(value));
}

/** Nobody has to open the settings to be well served. */
export const DEFAULT_SETTINGS: Settings = {
  newPerDay: 8,
  reviewsPerDay: 100,
  minutesPerDay: 0,
  reviewOrder: 'recall',
  newMix: 'spread',
  rolloverHour: 4,
  desiredRetention: DEFAULT_PARAMETERS.desiredRetention,
  topicRetention: {},
  maximumIntervalDays: 365,
  againMinutes: 10,
  learningSteps: [],
  relearningSteps: [],
  easyWeekdays: [],
  holidays: [],
  leechLapses: 8,
  learnAheadMinutes: 20,
  answerCapSeconds: 300,
  fuzz: true,
  weights: null,
  guess: false,
  gradeButtons: 'four',
  swipes: false,
  singleKeys: true,
  theme: 'system',
};

export interface SettingRow {
  readonly key: SettingKey;
  readonly value: Settings[SettingKey];
  readonly atMs: number;
  readonly device: DeviceId;
}

/** Whether a text names a setting. */
export function isSettingKey(key: unknown): key is SettingKey {
  return typeof key === 'string' && Object.hasOwn(RULES, key);
}

/** The settings in force: defaults, overlaid with the rows whose values are sound. */
export function settingsFrom(rows: readonly unknown[]): Settings {
  const entries = rows.flatMap((row) => {
    const { key, value } = (row ?? {}) as Partial<SettingRow>;
    return isSettingKey(key) && fits(RULES[key], value) ? [[key, value] as const] : [];
  });
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(entries) };
}

/** The scheduler's parameters that the settings ask for. */
export function parametersFrom(settings: Settings): SchedulerParameters {
  const { desiredRetention, maximumIntervalDays, fuzz } = settings;
  const weights = settings.weights ?? DEFAULT_PARAMETERS.weights;
  return { weights, desiredRetention, maximumIntervalDays, fuzz };
}
