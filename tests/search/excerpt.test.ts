import { describe, expect, test } from 'vitest';
import { excerptOf, reasonOf, type Excerpt, type Reason } from '#search/excerpt.ts';
import { plainTitle } from '#search/fuse.ts';
import { documents, find, segment } from './documents.ts';

const all = documents();
const one = segment();

/** The best hit with everything that its line in the list shows; matches as `[…]`. */
function shown(query: string): { title: string; excerpt: Excerpt | null; text: string; reason: Reason } {
  const { hits, matcher } = find(query, [one]);
  const [hit] = hits;
  const document = all.find(({ entry }) => entry.id === hit?.entry.id);
  if (!hit || !document) throw new Error(`nothing found for ${query}`);
  const excerpt = excerptOf(document.sections, matcher, hit.line);
  const mark = (text: string, ranges: readonly (readonly [number, number])[]): string =>
    ranges.reduceRight(
      (marked, [start, end]) => `${marked.slice(0, start)}[${marked.slice(start, end)}]${marked.slice(end)}`,
      text,
    );
  return {
    title: mark(plainTitle(hit.entry.title), hit.titleRanges),
    excerpt,
    text: excerpt === null ? '' : mark(excerpt.text, excerpt.ranges),
    reason: reasonOf(hit.entry, matcher, excerpt),
  };
}

describe('highlights', () => {
  test.each([
    ['a whole word', 'idempotency ', 'What does [idempotency] mean?'],
    ['a beginning, as far as it was typed', 'idempo', 'What does [idempo]tency mean?'],
    ['a corrected word as a whole', 'idempotncy', 'What does [idempotency] mean?'],
    ['neighbours as one', 'exponential backoff', 'Retry with [exponential backoff]'],
  ])('%s', (_, query, title) => {
    expect(shown(query).title).toBe(title);
  });

  test('an identifier is lit by its parts', () => {
    expect(shown('timing safe').text).toContain('[timingSafeEqual]');
  });

  test('a word with an accent is lit as it stands', () => {
    expect(shown('cafe').text).toContain('[café]');
  });
});

describe('excerpts', () => {
  test('show the place that holds most of the query', () => {
    const { excerpt, text } = shown('proxies decompress');
    expect(excerpt?.place).toBe('deepDive');
    expect(text).toContain('[Proxies] that [decompress]');
  });

  test('of a long line cut out the part with the match, between words', () => {
    const line = `${'alpha beta gamma '.repeat(40)}the needle lies here ${'delta omega '.repeat(40)}`;
    const { matcher } = find('proxies', [one]);
    const excerpt = excerptOf([{ place: 'text', lines: [line.replace('needle', 'proxies')] }], matcher);
    expect(excerpt?.cut).toEqual([true, true]);
    expect(excerpt?.text.length).toBeLessThanOrEqual(150);
    expect(excerpt?.text).toMatch(/^(alpha|beta|gamma) .*the proxies lies here.* (delta|omega)$/u);
  });

  test('where only the title matches, the first words stand there', () => {
    expect(shown('platform').text).toBe('Newcomers to plumbing');
  });
});

describe('reasons', () => {
  test.each([
    ['the title', 'genuine', { kind: 'title' }],
    ['another name', 'signature check', { kind: 'alias', text: 'signature check', ranges: [[0, 15]] }],
    ['a tag', 'hmac', { kind: 'tag', text: 'hmac', ranges: [[0, 4]] }],
    ['a layer', 'decompress', { kind: 'text', place: 'deepDive' }],
    ['a message', 'clients', { kind: 'text', place: 'message' }],
    ['a row', 'unprocessable', { kind: 'text', place: 'row' }],
    ['its tier', 'junior', { kind: 'about' }],
  ] as const)('%s', (_, query, reason) => {
    expect(shown(query).reason).toEqual(reason);
  });
});

test('the line that the index names and the line that a search through the whole text finds are one', () => {
  for (const query of ['proxies decompress', 'constant time', 'timing safe', '429 requests', 'wait ms', 'plumbing']) {
    const { hits, matcher } = find(query, [one]);
    const document = all.find(({ entry }) => entry.id === hits[0]?.entry.id);
    const sections = document?.sections ?? [];
    expect(hits[0]?.line).not.toBeNull();
    expect(excerptOf(sections, matcher, hits[0]?.line)).toEqual(excerptOf(sections, matcher));
  }
});

test('a line that is not there any more costs a look at the whole text', () => {
  const { hits, matcher } = find('proxies decompress', [one]);
  const document = all.find(({ entry }) => entry.id === hits[0]?.entry.id);
  expect(excerptOf(document?.sections ?? [], matcher, 9999)?.place).toBe('deepDive');
});
