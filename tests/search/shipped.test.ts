import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { buildIndex } from '#search/build-index.ts';
import { openShipped, shipIndex, shippedName } from '#search/shipped.ts';
import { openSegment } from '#search/segment.ts';
import { documents, find } from './documents.ts';

vi.setConfig({ testTimeout: 30_000 });

const index = buildIndex(documents());
const file = shipIndex(index, 'abc') ?? '';

test('an index that was shipped and opened is the same as the one that was made', () => {
  expect(openShipped(file, 'abc')).toEqual(index);
});

test('an index of nothing can be shipped', () => {
  const empty = buildIndex([]);
  expect(openShipped(shipIndex(empty, 'abc') ?? '', 'abc')).toEqual(empty);
});

test('tokens go around the halves of surrogate pairs', () => {
  const title = Array.from({ length: 55_300 }, (_, i) => `w${i.toString(36)}`).join(' ');
  const [first] = documents();
  const large = buildIndex(first ? [{ ...first, entry: { ...first.entry, title } }] : []);
  const text = shipIndex(large, 'abc') ?? '';
  expect(text).not.toMatch(/[\ud800-\udfff]/u);
  const opened = openShipped(text, 'abc');
  expect(opened?.texts.join()).toBe(large.texts.join());
  expect(opened?.chars.join()).toBe(large.chars.join());
});

test('entries that lack what a search needs are refused', () => {
  expect(openShipped(file.replace('"tags":', '"tugs":'), 'abc')).toBeNull();
  expect(openShipped(file.replace('"tiers":[', '"tiers":[1,'), 'abc')).toBeNull();
});

test('the index of another bank is refused', () => {
  expect(openShipped(file, 'abd')).toBeNull();
});

test('another version of the bank has another file', () => {
  expect(shippedName('0123456789abcdef')).not.toBe(shippedName('1123456789abcdef'));
});

test('a damaged file is refused or searched, never a crash', () => {
  fc.assert(
    fc.property(fc.nat(file.length - 1), fc.string({ minLength: 1, maxLength: 2 }), (at, by) => {
      const opened = openShipped(file.slice(0, at) + by + file.slice(at + 1), 'abc');
      if (opened) find('idempotncy webhook "raw body"', [openSegment(opened)]);
      expect(openShipped(file.slice(0, at), 'abc')).toBeNull();
    }),
    { numRuns: 200 },
  );
});

test.each(['', 'null', '[]', '{"bank":"abc"}', '<!doctype html>'])('%j is no index', (text) => {
  expect(openShipped(text, 'abc')).toBeNull();
});
