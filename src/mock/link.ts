/** The settings of a mock interview as the parameters of a link, and back: no server has to know them. */
import type { ItemId, QuestionKind } from '#bank/item.ts';
import { TIERS, type Tier } from '#bank/tier.ts';
import { MOCK_LIMITS } from '#review/mock-record.ts';
import {
  DEFAULT_MOCK,
  MOCK_FORMATS,
  MOST_QUESTIONS,
  QUESTION_KINDS,
  type MockLength,
  type MockSettings,
  type Weights,
} from './settings.ts';
import { weightsIn, weightsText, type Read } from './weights-text.ts';

const MOST_MINUTES = 180;
const LONGEST_SEED = 40;
const LONGEST_ROLE = 80;
/** A list is read so far. */
const LONGEST_LIST = 1000;

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

/** What a query may hold as it is. */
const PLAIN = /%2C|%2F|%3A/gu;

/** The same as the query of an address, without its question mark. */
export function mockQuery(settings: MockSettings): string {
  const parts = Object.entries(mockParams(settings));
  return parts
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll(PLAIN, decodeURIComponent)}`)
    .join('&');
}

/**
 * The query that a record keeps. One that is too long for it, which only a link made by hand can be, is kept without what can be
 * missed: topics where the questions are given, then the questions, of which those that were asked stand in the record itself.
 */
export function setupOf(settings: MockSettings): string {
  const bare = { ...settings, topics: {} };
  const shorter = settings.items.length > 0 ? [settings, bare] : [settings];
  const fitting = shorter.map(mockQuery).find((query) => query.length <= MOCK_LIMITS.text);
  return fitting ?? mockQuery({ ...bare, items: [] });
}

/** Of a text that may not be there; one that is empty says nothing. */
function listIn(text: string | null, isSound: (name: string) => boolean, most: number): Read<string[]> {
  const names = (text ?? '').split(',', LONGEST_LIST).map((name) => name.trim());
  const given = names.filter((name) => name !== '');
  const sound = given.filter(isSound).slice(0, most);
  return { value: sound, whole: sound.length === given.length };
}

/** So many signs of a text at most, none of them cut in two: half of one could not be written into a link again. */
function cut(text: string | null, most: number): Read<string> {
  const signs = Array.from((text ?? '').slice(0, 4 * most));
  const value = signs.slice(0, most).join('');
  return { value, whole: value === (text ?? '') };
}

function oneOf<T extends string>(values: readonly T[], text: string | null, fallback: T): Read<T> {
  const found = values.find((value) => value === text);
  return { value: found ?? fallback, whole: found !== undefined || (text ?? '') === '' };
}

/** Null for a text that is no such number; undefined for none. */
function wholeIn(text: string | null, most: number): number | null | undefined {
  if (text === null || text === '') return undefined;
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= most ? number : null;
}

/** Gives the value of a parameter, null when there is none: the `get` of a URL's parameters. */
export type ReadParam = (name: string) => string | null;

function lengthIn(get: ReadParam): Read<MockLength> {
  const count = wholeIn(get('count'), MOST_QUESTIONS);
  const minutes = wholeIn(get('minutes'), MOST_MINUTES);
  const whole = count !== null && minutes !== null;
  if (typeof count === 'number') return { value: { kind: 'count', count }, whole };
  return { value: typeof minutes === 'number' ? { kind: 'minutes', minutes } : DEFAULT_MOCK.length, whole };
}

function tiersIn(text: string | null): Read<Weights<Tier>> {
  const { value, whole } = weightsIn(text ?? '');
  const tiers = TIERS.filter((tier) => tier in value);
  return {
    value: Object.fromEntries(tiers.map((tier) => [tier, value[tier]])),
    whole: whole && tiers.length === Object.keys(value).length,
  };
}

function kindsIn(text: string | null): Read<QuestionKind[]> {
  const isKind = (name: string): boolean => QUESTION_KINDS.some((kind) => kind === name);
  const { value, whole } = listIn(text, isKind, QUESTION_KINDS.length);
  return { value: QUESTION_KINDS.filter((kind) => value.includes(kind)), whole };
}

const isItem = (name: string): boolean => /^[^#\s]{1,200}$/u.test(name);

/** A link as it was understood. */
export interface MockLink {
  readonly settings: MockSettings;
  /** What of it was missing, unknown or out of range, in part or as a whole: there the settings are not what it meant. */
  readonly unread: readonly (keyof MockSettings)[];
}

/** The settings that a link carries. What cannot be read is as by default, and is named; never throws. */
export function readMockLink(get: ReadParam): MockLink {
  const seed = cut(get('seed'), LONGEST_SEED);
  const parts: { readonly [K in keyof MockSettings]: Read<MockSettings[K]> } = {
    format: oneOf(MOCK_FORMATS, get('format'), DEFAULT_MOCK.format),
    role: cut(get('role'), LONGEST_ROLE),
    topics: weightsIn(get('topics') ?? ''),
    tiers: tiersIn(get('tiers')),
    kinds: kindsIn(get('kinds')),
    length: lengthIn(get),
    grading: oneOf(['each', 'end'], get('grading'), DEFAULT_MOCK.grading),
    draw: oneOf(['mine', 'same'], get('draw'), DEFAULT_MOCK.draw),
    seed: seed.value === '' ? { ...seed, value: DEFAULT_MOCK.seed } : seed,
    items: listIn(get('items'), isItem, MOCK_LIMITS.answers) as Read<ItemId[]>,
  };
  const names = Object.keys(parts) as (keyof MockSettings)[];
  return {
    settings: Object.fromEntries(names.map((name) => [name, parts[name].value])) as unknown as MockSettings,
    unread: names.filter((name) => !parts[name].whole),
  };
}

/** The settings that a link carries, whatever of it could not be read. */
export function mockFromParams(get: ReadParam): MockSettings {
  return readMockLink(get).settings;
}
