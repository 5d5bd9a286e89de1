/** What a person need not know of the bank's own words. */
import { describe, expect, test } from 'vitest';
import { parseQuery } from '#search/query.ts';
import { question } from '../support/item-builders.ts';
import { find, idsOf, segment } from './documents.ts';

const titled = (id: string, title: string) => question(id, { title, tags: [], aliases: [] });
const ITEMS = [
  titled('q-balancer', 'Which load balancer suits long connections?'),
  titled('q-load', 'How is load measured?'),
  titled('q-please', 'How do you explain a delay and say please?'),
  titled('q-key', 'What does an API key prove?'),
  titled('q-colour', 'Is colour alone a sign?'),
  titled('q-retry', 'When is a retry safe?'),
  titled('q-retype', 'How do you retype a password?'),
  titled('q-retypes', 'Who retypes which password?'),
  titled('q-constructor', 'What does a constructor return?'),
  titled('q-concurrency', 'How does concurrency limit throughput?'),
];
const all = [segment(ITEMS)];
const named = [
  segment([
    question('q-cache', { title: 'How do you use caching?', tags: [], aliases: ['no-store'] }),
    question('q-store', { title: 'Which store do you choose?', tags: [], aliases: ['store'] }),
    question('q-equal', { title: 'What does `===` compare?', tags: [], aliases: ['off by one'] }),
    question('q-dead', { title: 'What is a dead letter, and what a lock?', tags: [], aliases: [] }),
    question('q-deadlock', { title: 'When is there a deadlock?', tags: [], aliases: [] }),
    question('q-timeout', { title: 'What is a good timeout?', tags: [], aliases: [] }),
    question('q-time', { title: 'What is time, and what a time zone?', tags: [], aliases: [] }),
  ]),
];

describe('the wanted item comes first for', () => {
  test.each([
    ['two words written as one', 'loadbalancer', 'q-balancer'],
    ['a question in a whole sentence', 'can you explain api key please', 'q-key'],
    ['light words with nothing else', 'explain please', 'q-please'],
    ['American spelling', 'color sign', 'q-colour'],
    ['a slip at whose end another word begins', 'rety safe', 'q-retry'],
    ['a slip that looks like another number', 'retypees password', 'q-retypes'],
    ['a word that every object of the language knows', 'constructor', 'q-constructor'],
  ])('%s', (_, query, id) => {
    expect(idsOf(find(query, all))[0]).toBe(id);
  });
});

describe('one that is called so comes first for', () => {
  test.each([
    ['a name with a word that all have', 'no-store', 'q-cache'],
    ['the same in other signs', 'no store', 'q-cache'],
    ['a name of nothing but such words', 'off by one', 'q-equal'],
    ['signs', '===', 'q-equal'],
    ['signs within light words', 'difference between === and what', 'q-equal'],
    ['one word written as two', 'dead lock', 'q-deadlock'],
    ['one word and its particle', 'time out', 'q-timeout'],
  ])('%s', (_, query, id) => {
    expect(idsOf(find(query, named))[0]).toBe(id);
  });

  test('and of the one that two words make all is marked', () => {
    expect(find('dead lock', named).hits[0]?.titleRanges).toEqual([[16, 24]]);
  });

  test('what filters let through', () => {
    expect(find('=== kind:question', named)).toMatchObject({ total: 1, counts: { question: 1 }, partial: false });
    expect(idsOf(find('=== kind:error', named))).toEqual([]);
    expect(idsOf(find('<=> ', named))).toEqual([]);
  });
});

test('a phrase of one’s own is looked for as it stands, a message that quotes a name is forgiven it', () => {
  expect(idsOf(find('"load connections"', all))).toEqual([]);
  const { hits, partial } = find('which balancer suits “load connections” best', all);
  expect(hits[0]?.entry.id).toBe('q-balancer');
  expect(partial).toBe(true);
});

test('letters within a word of a title are not marked', () => {
  const hit = find('once', all).hits.find(({ entry }) => entry.id === 'q-concurrency');
  expect(hit?.titleRanges ?? []).toEqual([]);
});

test.each([
  ['a log in JSON', '{"level":"error","msg":"dial tcp: connection refused"}'],
  ['a shell that knows no such command', 'bash: kubectl: command not found'],
  ['a log in pairs', 'level=error msg="pq: sorry, too many clients already"'],
  ['a warning with its place', 'PHP Warning:  Undefined array key "email" in /var/www/form.php on line 7'],
  ['a request in a log', 'client intended to send too large body, request: "POST /upload HTTP/1.1"'],
  ['a head of a message', 'Warning: Text content did not match. Server: "Hello" Client: "World"'],
])('%s is read as pasted', (_, text) => {
  expect(parseQuery(text).pasted).toBe(true);
});

test.each([
  'idempotency key',
  '"raw body" signature',
  'http/2 or http/3',
  'tell me about a time',
  'error handling',
  'a = b',
])('%s is read as typed', (text) => {
  expect(parseQuery(text).pasted).toBe(false);
});
