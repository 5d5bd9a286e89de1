import { describe, expect, test } from 'vitest';
import { editDistance, didYouMean, nearest } from '#bank/suggest.ts';
import { isTitleCase } from '#bank/lint/sentence-case.ts';
import { rightForm } from '#bank/lint/terms.ts';
import { countWords, inlinesOf, linesOf, plainOf } from '#bank/text.ts';
import { isSlug, isWebUrl, MONTH, TAG } from '#bank/patterns.ts';

describe('one-line texts', () => {
  test('backticks mark code and an odd one stands for itself', () => {
    expect(inlinesOf('a `b` c')).toEqual(['a ', { t: 'code', text: 'b' }, ' c']);
    expect(inlinesOf('`b`')).toEqual([{ t: 'code', text: 'b' }]);
    expect(inlinesOf('a ` c')).toEqual(['a ` c']);
    expect(inlinesOf('`a` ` c')).toEqual([{ t: 'code', text: 'a' }, ' ` c']);
    expect(inlinesOf('')).toEqual([]);
  });

  test('plain text keeps the words of every mark', () => {
    expect(plainOf(['a ', { t: 'strong', c: ['b', { t: 'br' }, { t: 'code', text: 'c' }] }])).toBe('a b c');
  });

  test('words are what a person would speak', () => {
    expect(countWords('Read the raw-body (all of it) – 4 KB.')).toBe(8);
    expect(countWords(' \n')).toBe(0);
  });

  test('drawings and code are words only when asked for', () => {
    const flow = {
      t: 'flow',
      title: 'T',
      nodes: [{ text: 'a' }, { text: 'b' }],
      edges: [{ from: 0, to: 1, label: 'l' }],
    } as const;
    const list = { t: 'ul', items: [[{ t: 'p', c: ['x'] }, flow]] } as const;
    expect(linesOf([list])).toEqual(['x']);
    expect(linesOf([list], true)).toEqual(['x', 'T', 'a', 'b', 'l']);
  });
});

describe('did you mean', () => {
  test.each([
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['same', 'same', 0],
  ])('from "%s" to "%s" are %i edits', (a, b, edits) => {
    expect(editDistance(a, b)).toBe(edits);
    expect(editDistance(b, a)).toBe(edits);
  });

  test('a slip finds its word, a stranger finds none', () => {
    expect(nearest('Tittle', ['tier', 'title'])).toBe('title');
    expect(nearest('xylophone', ['tier', 'title'])).toBeUndefined();
    expect(didYouMean('sumary', ['summary'])).toBe('Did you mean "summary"? ');
    expect(didYouMean('zzz', ['summary'])).toBe('');
  });
});

describe('shapes', () => {
  test.each(['https://a.example', 'http://a.example:80/b?c=d#e', 'https://xn--bcher-kva.example/ü'])(
    '%s is a web address',
    (url) => {
      expect(isWebUrl(url)).toBe(true);
    },
  );

  test.each([
    'javascript:alert(1)',
    'HTTPS://a.example',
    'https://',
    'https:///a',
    'https://a b.example',
    'https://user@a.example',
    'https://a.example/"onload=',
    'https://a.example/<b>',
    'https://a.example\n',
    '//a.example',
    ` https://a.example`,
    `https://a.example/${'x'.repeat(500)}`,
  ])('%j is none', (url) => {
    expect(isWebUrl(url)).toBe(false);
  });

  test('slugs, tags and months', () => {
    expect(['a', 'a-1', '1-b'].every(isSlug)).toBe(true);
    expect(['', 'A', 'a_b', '-a', 'a-', 'a--b', 'a b', 'a'.repeat(81)].some(isSlug)).toBe(false);
    expect(['node.js', 'c++', 'c#', 'http/2', '429'].every((tag) => TAG.test(tag))).toBe(true);
    expect(['2026-00', '2026-13', '26-01', '2026-1', '2026-011'].some((month) => MONTH.test(month))).toBe(false);
  });
});

describe('terms', () => {
  test.each([
    ['Github', 'GitHub'],
    ['urls', 'URLs'],
    ['APIS', 'APIs'],
    ['Javascript.', 'JavaScript'],
    ["Postgresql's", 'PostgreSQL'],
    ['behavior', 'behaviour'],
    ['nodejs', 'Node.js'],
    ['Analyze', 'Analyse'],
  ])('%s is written %s', (wrong, right) => {
    expect(rightForm(wrong)).toBe(right);
  });

  test.each([
    'GitHub',
    'URLs',
    'APIs',
    'Node.js.',
    "PHP's",
    'Authorization',
    'ANALYZE',
    'application/json',
    'json-ld',
    '`',
    '',
  ])('%s is right or not ours to judge', (word) => {
    expect(rightForm(word)).toBeUndefined();
  });

  test('title case is all long words with capitals', () => {
    expect(isTitleCase('The Whole Truth About Bytes')).toBe(true);
    expect(isTitleCase('The whole truth about PostgreSQL Databases')).toBe(false);
    expect(isTitleCase('Richardson Maturity Model')).toBe(false);
  });
});
