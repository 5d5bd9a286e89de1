/** What a person asks of a mock interview, and the same as the parameters of a link: no server has to know it. */
import type { ItemId, QuestionKind } from '#bank/item.ts';
import { TIERS, type Tier } from '#bank/tier.ts';
import { MOCK_LIMITS } from '#review/mock-record.ts';

/**
 * panel: a stratified draw; ladder: each topic climbs its tiers; rapid: one-minute answers; deep: one design question in
 * phases; cause: find what is wrong; behavioural: stories of the person's own.
 */
export const MOCK_FORMATS = ['panel', 'ladder', 'rapid', 'deep', 'cause', 'behavioural'] as const;
export type MockFormat = (typeof MOCK_FORMATS)[number];

export const QUESTION_KINDS = [
  'concept',
  'design',
  'debug',
  'code',
  'behavioural',
] as const satisfies readonly QuestionKind[];

export type MockLength =
  { readonly kind: 'minutes'; readonly minutes: number } | { readonly kind: 'count'; readonly count: number };

/** Weights in any unit, 0 or more; what is missing is not asked; empty means all alike. */
export type Weights<K extends string> = Readonly<Partial<Record<K, number>>>;

export interface MockSettings {
  readonly format: MockFormat;
  /** Role and level in the person's own words; may be empty. */
  readonly role: string;
  /** By topic (`domain/topic`) or by whole domain. */
  readonly topics: Weights<string>;
  readonly tiers: Weights<Tier>;
  /** Empty: all kinds. */
  readonly kinds: readonly QuestionKind[];
  readonly length: MockLength;
  /** Grade after each answer, or all at the end. */
  readonly grading: 'each' | 'end';
  /** mine: weak and unproven points preferred; same: by the seed alone, the same for everybody who has the same bank. */
  readonly draw: 'mine' | 'same';
  readonly seed: string;
  /** These questions in this order instead of a draw; empty: draw. */
  readonly items: readonly ItemId[];
}

export const LENGTHS = [15, 30, 45, 60] as const;
const MOST_QUESTIONS = 40;
const MOST_MINUTES = 180;
const LONGEST_SEED = 40;
const LONGEST_ROLE = 80;
/** Longer lists than this come from no person. */
const MOST_NAMES = 60;

export const DEFAULT_MOCK: MockSettings = {
  format: 'panel',
  role: '',
  topics: {},
  tiers: {},
  kinds: [],
  length: { kind: 'minutes', minutes: 30 },
  grading: 'each',
  draw: 'mine',
  seed: '1',
  items: [],
};

function weightsText(weights: Weights<string>): string {
  return Object.entries(weights)
    .map(([name, weight]) => (weight === 1 ? name : `${name}:${weight}`))
    .join(',');
}

/** The settings as parameters of a link, by name; what is as by default is left out, so that links stay short. */
export function mockParams(settings: MockSettings): Record<string, string> {
  const { format, role, topics, tiers, kinds, length, grading, draw, seed, items } = settings;
  const all: Readonly<Record<string, string>> = {
    format,
    role,
    topics: weightsText(topics),
    tiers: weightsText(tiers),
    kinds: kinds.join(','),
    [length.kind]: String(length.kind === 'minutes' ? length.minutes : length.count),
    grading: grading === DEFAULT_MOCK.grading ? '' : grading,
    draw: draw === DEFAULT_MOCK.draw ? '' : draw,
    items: items.join(','),
    seed,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** The same as the query of an address, without its question mark. */
export function mockQuery(settings: MockSettings): string {
  const parts = Object.entries(mockParams(settings));
  return parts.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
}

/**
 * The query that a record keeps. One that is too long for it, which only a link made by hand can be, is kept without topics and
 * questions: those of the answers stand in the record itself.
 */
export function setupOf(settings: MockSettings): string {
  const whole = mockQuery(settings);
  return whole.length <= MOCK_LIMITS.text ? whole : mockQuery({ ...settings, topics: {}, items: [] });
}

function listIn(text: string | null): string[] {
  return (text ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length <= 200 && !/[#\s]/u.test(name))
    .slice(0, MOST_NAMES);
}

/** So many signs of a text at most, none of them cut in two: half of one could not be written into a link again. */
function cut(text: string | null, most: number): string {
  return Array.from(text ?? '')
    .slice(0, most)
    .join('');
}

function weightsIn(text: string | null): Weights<string> {
  const pairs = listIn(text).map((entry) => {
    const [name = '', weight = '1'] = entry.split(':');
    return [name, Number(weight)] as const;
  });
  return Object.fromEntries(pairs.filter(([name, weight]) => name !== '' && weight > 0 && weight <= 1000));
}

function oneOf<T extends string>(values: readonly T[], text: string | null, fallback: T): T {
  return values.find((value) => value === text) ?? fallback;
}

function wholeIn(text: string | null, most: number): number | null {
  const number = Number(text);
  return text !== null && Number.isInteger(number) && number >= 1 && number <= most ? number : null;
}

/** Gives the value of a parameter, null when there is none: the `get` of a URL's parameters. */
export type ReadParam = (name: string) => string | null;

function lengthIn(get: ReadParam): MockLength {
  const count = wholeIn(get('count'), MOST_QUESTIONS);
  if (count !== null) return { kind: 'count', count };
  const minutes = wholeIn(get('minutes'), MOST_MINUTES);
  return minutes === null ? DEFAULT_MOCK.length : { kind: 'minutes', minutes };
}

function picked<T extends string>(known: readonly T[], names: readonly string[]): T[] {
  return known.filter((each) => names.includes(each));
}

/** The settings that a link carries. Whatever is missing, unknown or out of range is as by default; never throws. */
export function mockFromParams(get: ReadParam): MockSettings {
  const tiers = weightsIn(get('tiers'));
  const seed = cut(get('seed'), LONGEST_SEED);
  return {
    format: oneOf(MOCK_FORMATS, get('format'), DEFAULT_MOCK.format),
    role: cut(get('role'), LONGEST_ROLE),
    topics: weightsIn(get('topics')),
    tiers: Object.fromEntries(picked(TIERS, Object.keys(tiers)).map((tier) => [tier, tiers[tier]])),
    kinds: picked(QUESTION_KINDS, listIn(get('kinds'))),
    length: lengthIn(get),
    grading: oneOf(['each', 'end'], get('grading'), DEFAULT_MOCK.grading),
    draw: oneOf(['mine', 'same'], get('draw'), DEFAULT_MOCK.draw),
    seed: seed === '' ? DEFAULT_MOCK.seed : seed,
    items: listIn(get('items')).slice(0, MOST_QUESTIONS) as ItemId[],
  };
}
