/** Questions that a person writes: rows among the settings, the last writer wins, and the item of the bank that each becomes. */
import type { Block } from '#bank/blocks.ts';
import { inlinesOf } from '#bank/inlines.ts';
import type { ItemId, KeyPoint, PointId, Question } from '#bank/item.ts';
import { TIERS, type Tier } from '#bank/tier.ts';
import { carriedKind, type CarriedRowOf } from './carried-kind.ts';

/** The bank that own questions make, and where they stand unless they are given a topic of the bank. */
export const OWN_BANK = 'own';
export const OWN_TOPIC = 'own/questions';

export interface OwnPoint {
  /** Stays when its words change: its memory hangs on it. */
  readonly id: string;
  readonly text: string;
  /** Whether an answer without it has failed. */
  readonly core: boolean;
}

export interface OwnQuestion {
  /** `own-` and a UUID. */
  readonly id: ItemId;
  readonly title: string;
  /** Paragraphs with an empty line between them; `code` in backticks. */
  readonly answer: string;
  readonly points: readonly OwnPoint[];
  /** `domain/topic`. */
  readonly topic: string;
  readonly tier: Tier;
}

export type OwnRow = CarriedRowOf<'own:', OwnQuestion>;

/** What is longer could not be told in an interview. */
export const OWN_LIMITS = { title: 300, answer: 8000, points: 8, point: 500, questions: 1000 } as const;

const POINT_ID = /^[\da-z-]{1,40}$/u;
const TOPIC = /^[^#\s/]{1,100}\/[^#\s/]{1,100}$/u;

function isText(value: unknown, most: number): boolean {
  return typeof value === 'string' && value.trim() !== '' && value.length <= most;
}

function isPoint(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 3) return false;
  const { id, text, core } = value as Partial<Record<keyof OwnPoint, unknown>>;
  return typeof id === 'string' && POINT_ID.test(id) && isText(text, OWN_LIMITS.point) && typeof core === 'boolean';
}

function arePoints(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0 || value.length > OWN_LIMITS.points) return false;
  return value.every(isPoint) && new Set(value.map(({ id }: OwnPoint) => id)).size === value.length;
}

const CHECKS: {
  readonly [K in keyof OwnQuestion as Exclude<K, 'id'>]: readonly [(value: unknown) => boolean, string];
} = {
  title: [(value) => isText(value, OWN_LIMITS.title), `must be a text of at most ${OWN_LIMITS.title} characters`],
  answer: [(value) => isText(value, OWN_LIMITS.answer), `must be a text of at most ${OWN_LIMITS.answer} characters`],
  points: [arePoints, `must be 1 to ${OWN_LIMITS.points} points, each with an id of its own`],
  topic: [(value) => typeof value === 'string' && TOPIC.test(value), 'must be domain/topic'],
  tier: [(value) => TIERS.some((tier) => tier === value), `must be one of ${TIERS.join(', ')}`],
};

function faultOfValue(value: Readonly<Record<string, unknown>>): string | null {
  const foreign = Object.keys(value).find((name) => !Object.hasOwn(CHECKS, name));
  if (foreign !== undefined) return `${foreign}: not known`;
  const wrong = Object.entries(CHECKS).find(([name, [fits]]) => !fits(value[name]));
  return wrong ? `${wrong[0]}: ${wrong[1][1]}` : null;
}

/** The rows of own questions, the first written first. */
export const ownRows = carriedKind<'own:', OwnQuestion>({
  prefix: 'own:',
  id: /^own-[\da-f-]{1,64}$/u,
  words: { noun: 'question', keyOf: 'a question of one’s own', value: 'must be a question, or null' },
  faultOfValue,
});

/** Whether an id is that of a question that a person wrote. */
export function isOwn(id: string): boolean {
  return id.startsWith('own-');
}

const WORDS_A_SECOND = 2.5;
const LEAST_SECONDS = 20;

function paragraphsOf(text: string): Block[] {
  const parts = text.split(/\n\s*\n/u).map((part) => part.trim().replaceAll(/\s+/gu, ' '));
  return parts.filter((part) => part !== '').map((part) => ({ t: 'p', c: inlinesOf(part) }));
}

/** The item that a question of one's own is: asked, searched and listed like those of the bank, with the tag `own`. */
export function itemOf({ id, title, answer, points, topic, tier }: OwnQuestion): Question {
  const words = answer.match(/\S+/gu)?.length ?? 0;
  const keyPoint = ({ id: point, text, core }: OwnPoint, index: number): KeyPoint => ({
    id: point as PointId,
    weight: core ? 'core' : 'detail',
    from: 'foundational',
    text,
    prompt: points.length === 1 ? title : `${title} Name point ${index + 1} of ${points.length}.`,
  });
  const none: readonly Block[] = [];
  return {
    id,
    type: 'question',
    kind: 'concept',
    title,
    tags: ['own'],
    aliases: [],
    sources: [],
    file: OWN_BANK,
    tier,
    topic,
    links: { requires: [], next: [], see: [] },
    seconds: Math.max(LEAST_SECONDS, Math.round(words / WORDS_A_SECOND)),
    hint: '',
    keyPoints: points.map(keyPoint),
    followUps: [],
    answer: paragraphsOf(answer),
    layers: { deepDive: none, realWorld: none, mistakes: none, production: none, wants: none, minute: none },
  };
}
