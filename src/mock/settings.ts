/** What a person asks of a mock interview. */
import type { ItemId, QuestionKind } from '#bank/item.ts';
import type { Tier } from '#bank/tier.ts';

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
/** As many as one interview asks by number. */
export const MOST_QUESTIONS = 40;

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
