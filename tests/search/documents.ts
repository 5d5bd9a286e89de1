/** Small documents, and an index over them. */
import type { Item } from '#bank/item.ts';
import { buildIndex } from '#search/build-index.ts';
import { documentOf, type SearchDocument } from '#search/document.ts';
import { parseQuery } from '#search/query.ts';
import { search, type SearchResult } from '#search/search.ts';
import { openSegment, type Segment } from '#search/segment.ts';
import { errorEntry, keyPoint, path, question, sheet, snippet } from '../support/item-builders.ts';

const paragraph = (text: string) => [{ t: 'p', c: [text] }] as const;

const NONE = { deepDive: [], realWorld: [], mistakes: [], production: [], wants: [], minute: [] };
const layers = (text: string) => ({ ...NONE, deepDive: paragraph(text) });
const plain = { keyPoints: [keyPoint('c1', { text: 'Some point', prompt: 'Which point?' })], tags: [], hint: '' };

/** A handful of items of every kind that have little in common. */
export const ITEMS: readonly Item[] = [
  question('q-hmac', {
    ...plain,
    title: 'How does a receiver know that a webhook is genuine?',
    tags: ['hmac', 'raw-body'],
    aliases: ['signature check', 'JWT for events'],
    topic: 'web/security',
    answer: paragraph('The HMAC covers the raw bytes, and is compared with timingSafeEqual in constant time.'),
    layers: layers('Proxies that decompress a body change its bytes.'),
  }),
  question('q-idempotency', {
    ...plain,
    title: 'What does idempotency mean?',
    tier: 'foundational',
    answer: paragraph('Doing it twice has the effect of doing it once; time is constant in the café.'),
    layers: layers('A WebSocket has no such word.'),
  }),
  question('q-n-plus-one', {
    ...plain,
    title: 'Why does a list page run hundreds of queries?',
    aliases: ['n+1', 'k8s of databases'],
    tier: 'senior',
    topic: 'data/sql',
    answer: paragraph('The object mapper in C# fetches each row alone.'),
    layers: layers('Use a join, or one query for all keys.'),
  }),
  errorEntry('err-map', {
    title: 'A list crashes on its first render',
    tags: ['react'],
    messages: ["Uncaught TypeError: Cannot read properties of undefined (reading 'map')"],
    summary: paragraph('The data has not arrived yet.'),
  }),
  errorEntry('err-pool', {
    title: 'The database refuses new connections',
    tags: ['postgres'],
    language: 'sql',
    messages: ['FATAL: sorry, too many clients already'],
    summary: paragraph('Every worker opens a pool of its own.'),
  }),
  snippet('snip-backoff', {
    title: 'Retry with exponential backoff',
    tags: ['retry'],
    purpose: paragraph('Waits longer after each failure.'),
    layers: {
      code: [
        { t: 'code', lang: 'js', title: 'Retry', lines: ['const wait_for_ms = (attempt) => 2 ** attempt;'.split(' ')] },
      ],
      adapt: [],
      pitfalls: [],
    },
  }),
  sheet('sheet-codes', {
    title: 'Status codes',
    tags: ['http'],
    body: [
      {
        t: 'table',
        align: [null, null],
        head: [['Code'], ['Means']],
        rows: [
          [['422'], ['Unprocessable content']],
          [['429'], ['Too many requests']],
        ],
      },
    ],
  }),
  path('path-api', [], {
    title: 'From the first request to a platform',
    tags: ['api'],
    audience: 'Newcomers to plumbing',
  }),
];

const TITLES = new Map([
  ['web/security', 'Web Security'],
  ['web/http', 'Web HTTP'],
  ['data/sql', 'Data SQL'],
]);

export function documents(
  items: readonly Item[] = ITEMS,
  notes: Readonly<Record<string, string>> = {},
): SearchDocument[] {
  return items.map((item) => documentOf(item, TITLES, notes[item.id] ?? ''));
}

export function segment(items: readonly Item[] = ITEMS): Segment {
  return openSegment(buildIndex(documents(items)));
}

export function find(text: string, segments: readonly Segment[] = [segment()]): SearchResult {
  return search(segments, parseQuery(text));
}

/** Ids of the hits, best first. */
export function idsOf(result: SearchResult): string[] {
  return result.hits.map(({ entry }) => entry.id);
}
