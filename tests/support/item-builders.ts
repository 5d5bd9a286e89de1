/** Small, sound items of every kind, and the head of a pack for them. A test says what it cares about; the rest is filled in. */
import type { PackHead } from '#bank/head.ts';
import {
  MILESTONE_TEST,
  type ErrorEntry,
  type KeyPoint,
  type Path,
  type PathStage,
  type Question,
  type Sheet,
  type Snippet,
} from '#bank/item.ts';
import type { OwnQuestion } from '#review/own-question.ts';
import type { Place } from '#storage/place.ts';
import { itemId, pointId } from './builders.ts';

export function keyPoint(id: string, over: Partial<KeyPoint> = {}): KeyPoint {
  const text = `The ${id} holds for every request that arrives`;
  return { id: pointId(id), weight: 'core', from: 'foundational', text, prompt: `Why ${id}?`, ...over };
}

/** Two core points `c1` and `c2`, two details `d1` and `d2`, a bonus `b1`. */
export const KEY_POINTS: readonly KeyPoint[] = [
  keyPoint('c1'),
  keyPoint('c2'),
  keyPoint('d1', { weight: 'detail' }),
  keyPoint('d2', { weight: 'detail' }),
  keyPoint('b1', { weight: 'bonus' }),
];

/** The place of a question with these points. */
export function placeAt(position: number): Place {
  return { position, points: new Set(KEY_POINTS.map(({ id }) => id)) };
}

const SOURCE = { title: 'RFC 9110', url: 'https://www.rfc-editor.org/rfc/rfc9110', checked: '2026-11' };
const LINKS = { requires: [], next: [], see: [] };
const paragraph = (text: string) => [{ t: 'p', c: [text] }] as const;
const base = (id: string, folder: string) => ({
  id: itemId(id),
  title: `What is ${id}?`,
  tags: ['http', 'basics'],
  aliases: [],
  sources: [SOURCE],
  file: `${folder}/${id}.md`,
});
const placed = (id: string, folder: string) =>
  ({ ...base(id, folder), tier: 'mid', topic: 'web/http', links: LINKS }) as const;

export function question(id: string, over: Partial<Question> = {}): Question {
  const layer = paragraph(`More of ${id}.`);
  return {
    ...placed(id, 'questions'),
    type: 'question',
    kind: 'concept',
    seconds: 60,
    hint: 'Think of both sides.',
    keyPoints: KEY_POINTS,
    followUps: [],
    answer: paragraph(`The answer to ${id}.`),
    layers: { deepDive: layer, realWorld: layer, mistakes: layer, production: layer, wants: layer, minute: layer },
    ...over,
  };
}

export function sheet(id: string, over: Partial<Sheet> = {}): Sheet {
  return { ...placed(id, 'sheets'), type: 'sheet', drill: { ask: 'Code', answer: 'Means' }, body: [], ...over };
}

export function snippet(id: string, over: Partial<Snippet> = {}): Snippet {
  const purpose = paragraph(`What ${id} is for.`);
  const layers = { code: [], adapt: [], pitfalls: [] };
  return { ...placed(id, 'snippets'), type: 'snippet', language: 'ts', purpose, layers, ...over };
}

export function errorEntry(id: string, over: Partial<ErrorEntry> = {}): ErrorEntry {
  const layers = { symptom: [], cause: [], fix: [], verify: [], wrongFixes: [], prevention: [] };
  const summary = paragraph(`The cause of ${id}.`);
  return {
    ...placed(id, 'errors'),
    type: 'error',
    language: 'ts',
    messages: ['It failed'],
    followUps: [],
    summary,
    layers,
    ...over,
  };
}

/** A stage of a path through these questions. */
export function pathStage(items: readonly string[], over: Partial<PathStage> = {}): PathStage {
  const words = { id: 'first', title: 'First', goal: 'Begin', milestone: 'Can begin' };
  return { ...words, test: MILESTONE_TEST, queries: [], resources: [], items: items.map(itemId), ...over };
}

/** A path of one stage through these questions. */
export function path(id: string, items: readonly string[], over: Partial<Path> = {}): Path {
  return {
    ...base(id, 'paths'),
    type: 'path',
    tiers: ['mid'],
    audience: 'Beginners',
    prerequisites: [],
    hours: [1, 2],
    stages: [pathStage(items)],
    next: [],
    body: [],
    ...over,
  };
}

export const PACK_HEAD: PackHead = {
  id: 'test-bank',
  beginning: 'path-web',
  title: 'Test bank',
  licence: 'CC0-1.0',
  domains: [
    {
      id: 'web',
      title: 'Web',
      about: 'The web',
      topics: [
        { id: 'http', title: 'HTTP', about: 'Requests' },
        { id: 'tls', title: 'TLS', about: 'Secrets' },
      ],
    },
  ],
  retired: [],
};

/** A question that a person wrote: two points, one of them core. */
export function ownQuestion(over: Partial<OwnQuestion> = {}): OwnQuestion {
  return {
    id: itemId('own-01'),
    title: 'How does `fsync` differ from a flush?',
    answer: 'A flush empties the buffer of the process.\n\nAn fsync waits for the disk.',
    points: [
      { id: 'p1', text: 'A flush reaches the kernel only', core: true },
      { id: 'p2', text: 'An fsync waits for the disk', core: false },
    ],
    topic: 'own/questions',
    tier: 'mid',
    ...over,
  };
}
