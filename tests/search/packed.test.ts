import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildIndex } from '#search/build-index.ts';
import { openIndex, storeIndex } from '#search/packed.ts';
import { openSegment } from '#search/segment.ts';
import { findTerm, nearTerms, termAt, termsFrom } from '#search/vocabulary.ts';
import { documents, find, idsOf } from './documents.ts';

const index = buildIndex(documents());
const terms = Array.from({ length: index.starts.length - 1 }, (_, term) => termAt(index, term));

test('an index that was stored and opened again is the same', () => {
  expect(openIndex(storeIndex(index))).toEqual(index);
});

test('an index of nothing can be stored, opened and searched', () => {
  const empty = openIndex(storeIndex(buildIndex([])));
  expect(empty).not.toBeNull();
  if (empty) expect(idsOf(find('anything "at all"', [openSegment(empty)]))).toEqual([]);
});

test('a damaged buffer is refused or searched, never a crash', () => {
  const { buffer, entries } = storeIndex(index);
  fc.assert(
    fc.property(fc.nat(buffer.byteLength - 1), fc.nat(255), fc.nat(buffer.byteLength), (at, byte, length) => {
      const bytes = new Uint8Array(buffer.slice(0));
      bytes[at] = byte;
      const whole = openIndex({ buffer: bytes.buffer, entries });
      if (whole) find('idempotncy webhook li', [openSegment(whole)]);
      const cut = openIndex({ buffer: buffer.slice(0, length), entries });
      expect(cut === null || length === buffer.byteLength).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test.each(['', '{}', '[]', 'nonsense'])('entries that are %j do not go with the buffer', (entries) => {
  expect(openIndex({ buffer: storeIndex(index).buffer, entries })).toBeNull();
});

test('terms are sorted, and each is found by itself', () => {
  expect(terms).toEqual(terms.toSorted((a, b) => (a < b ? -1 : 1)));
  terms.forEach((term, i) => expect(findTerm(index, term)).toBe(i));
  expect(findTerm(index, 'zzz')).toBe(-1);
  expect(findTerm(index, '')).toBe(-1);
});

test('the range of a beginning holds exactly the terms that have it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...terms), fc.integer({ min: 1, max: 5 }), (term, length) => {
      const prefix = term.slice(0, length);
      const [from, to] = termsFrom(index, prefix);
      expect(terms.slice(from, to)).toEqual(terms.filter((each) => each.startsWith(prefix)));
    }),
  );
});

/** Optimal string alignment, straight from its definition. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (__, j) => i + j));
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const ways = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)];
      (rows[i] as number[])[j] = Math.min(...ways, ...(swapped ? [at(i - 2, j - 2) + 1] : []));
    }
  }
  return at(a.length, b.length);
}

const nearby = fc
  .tuple(
    fc.constantFrom(...terms),
    fc.array(fc.tuple(fc.nat(20), fc.constantFrom('a', 'e', 'x', '1', '')), { maxLength: 3 }),
  )
  .map(([term, slips]) => slips.reduce((text, [at, by]) => text.slice(0, at) + by + text.slice(at + 1), term))
  .filter((text) => text.length > 0 && text.length <= 48);

test('near terms are exactly those within so many edits', () => {
  fc.assert(
    fc.property(nearby, fc.integer({ min: 1, max: 2 }), (text, most) => {
      const near = nearTerms(index, text, most, false).map(({ term, edits }) => [terms[term], edits]);
      const expected = terms.map((term) => [term, distance(text, term)] as const).filter(([, edits]) => edits <= most);
      expect(near).toEqual(expected);
    }),
  );
});

test('near beginnings are exactly those of terms that begin with something so near', () => {
  const toBeginning = (text: string, term: string): number =>
    Math.min(...Array.from({ length: term.length + 1 }, (_, length) => distance(text, term.slice(0, length))));
  fc.assert(
    fc.property(nearby, fc.integer({ min: 1, max: 2 }), (text, most) => {
      const near = nearTerms(index, text, most, true).map(({ term, edits }) => [terms[term], edits]);
      const expected = terms
        .map((term) => [term, toBeginning(text, term)] as const)
        .filter(([, edits]) => edits <= most);
      expect(near).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});
