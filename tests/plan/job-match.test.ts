import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toSummary } from '#bank/pack/summary.ts';
import { buildJobVocabulary, matchJob } from '#plan/job-match.ts';
import type { DomainHead } from '#bank/head.ts';
import { question } from '../support/item-builders.ts';

const topic = (id: string, title: string) => ({ id, title, about: title });
const DOMAINS: readonly DomainHead[] = [
  {
    id: 'sql',
    title: 'SQL and PostgreSQL',
    about: 'Databases',
    topics: [topic('indexes', 'Indexes and plans'), topic('design', 'Design')],
  },
  { id: 'web', title: 'Webhooks', about: 'Events', topics: [topic('retry', 'Retries'), topic('caching', 'Caching')] },
];
const ITEMS = [
  question('q-1', { topic: 'sql/indexes', tags: ['query-performance'], aliases: ['explain analyze'] }),
  question('q-2', { topic: 'web/caching', tags: ['redis', 'design', 'isolation'], aliases: ['cache control'] }),
  question('q-3', { topic: 'web/retry', tags: ['isolation'], aliases: ['exponential backoff'] }),
].map(toSummary);
const VOCABULARY = buildJobVocabulary(DOMAINS, ITEMS);

const match = (text: string) => matchJob(text, VOCABULARY);
const topicsOf = (text: string) => match(text).topics.map((each) => each.topic);

test('names of topics and domains, tags, aliases and their synonyms are found, in any case and number', () => {
  expect(topicsOf('You know EXPLAIN ANALYZE.')).toEqual(['sql/indexes']);
  expect(topicsOf('Postgres')).toEqual(['sql/design', 'sql/indexes']);
  expect(topicsOf('webhook')).toEqual(['web/caching', 'web/retry']);
  expect(topicsOf('query tuning')).toEqual(['sql/indexes']);
});

test('the more of a topic is asked for, the more it weighs; a word of several topics is shared by them', () => {
  const { topics } = match('Webhooks with exponential backoff and isolation');
  expect(topics).toEqual([
    { topic: 'web/retry', weight: 1, found: ['Webhooks', 'exponential backoff', 'isolation'] },
    { topic: 'web/caching', weight: 1.5 / 2.5, found: ['Webhooks', 'isolation'] },
  ]);
});

test('words that stand in every job description match nothing', () => {
  expect(topicsOf('Design and build with a great team, customer data, security and code reviews')).toEqual([]);
});

test('skills that the bank does not have, or only mentions, are named, once and as people write them', () => {
  expect(match('Kafka, kafka, k8s, C++, node.js and CI/CD; Redis; SQL; Webhooks').lacks).toEqual([
    'Kafka',
    'Kubernetes',
    'C++',
    'Node.js',
    'CI/CD',
    'Redis',
  ]);
});

test.each([
  ['Junior developer, no experience needed', 'foundational'],
  ['Senior Backend Engineer. 2 years of experience', 'senior'],
  ['Backend engineer', 'mid'],
  ['Staff Engineer', 'expert'],
  ['Backend engineer. You bring 5+ years of experience', 'senior'],
  ['Backend engineer. You bring 3-5 years of experience', 'mid'],
  ['Backend engineer. At least 10 years of experience', 'expert'],
  [`Backend engineer. ${'We are kind. '.repeat(20)} You report to a principal engineer`, 'expert'],
])('%s is for the tier %s', (text, tier) => {
  const result = match(text);
  expect(result.tier).toBe(tier);
  expect(Object.values(result.tiers).reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
});

test('any text gives an answer: weights from 0 to 1, words that stand in it', () => {
  const words = fc.constantFrom(
    'webhooks',
    'SQL',
    '/',
    '\n',
    '...',
    'Kafka',
    'c++',
    '.net',
    '-',
    'indexes',
    'é',
    '\u0000',
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.array(words, { maxLength: 30 }).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(text, (each) => {
      const { topics } = match(each);
      expect(topics.filter(({ weight }) => !(weight > 0 && weight <= 1))).toEqual([]);
      const written = topics.flatMap(({ found }) => found.flatMap((phrase) => phrase.split(' ')));
      expect(written.filter((word) => !each.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
    }),
  );
});

test('an empty description asks for nothing', () => {
  expect(match('')).toMatchObject({ topics: [], lacks: [], tier: 'mid' });
});

test('HTTP is not taken for HTTPS, which is another name of TLS', () => {
  const web = { id: 'net', title: 'Network', about: 'Wires', topics: [topic('http', 'HTTP'), topic('tls', 'TLS')] };
  const vocabulary = buildJobVocabulary([web], []);
  expect(matchJob('HTTP', vocabulary).topics.map((each) => each.topic)).toEqual(['net/http']);
  expect(matchJob('HTTPS', vocabulary).topics.map((each) => each.topic)).toEqual(['net/tls']);
});
