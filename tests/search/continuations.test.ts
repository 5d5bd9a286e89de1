import { describe, expect, test } from 'vitest';
import { IndexBuilder } from '#search/build-index.ts';
import { continuations } from '#search/continuations.ts';
import { openSegment, type Segment } from '#search/segment.ts';
import { documents } from './documents.ts';

function segmentOf(...titles: string[]): Segment {
  const [document] = documents();
  if (!document) throw new Error('There is no document to begin with.');
  const builder = new IndexBuilder();
  const bare = { aliases: [], tags: [], topic: null };
  for (const [at, title] of titles.entries()) {
    builder.add({ ...document, entry: { ...document.entry, ...bare, id: `q-${at}`, title }, sections: [] });
  }
  return openSegment(builder.finish());
}

const SEGMENT = segmentOf('deadlock', 'deadline', 'deadline', 'dear', 'dead', 'queue');

describe('what may be typed next', () => {
  test('within a word: what most documents go on with; a blank where it may end', () => {
    expect(continuations([SEGMENT], 'dead').slice(0, 2)).toEqual(['deadl', 'dead ']);
    expect(continuations([SEGMENT], 'dea').slice(0, 2)).toEqual(['dead', 'dear']);
  });

  test('then what goes on after a letter left out, and the likeliest as capitals', () => {
    expect(continuations([SEGMENT], 'dead').slice(2)).toEqual(['deadi', 'deado', 'deadL']);
    expect(continuations([SEGMENT], 'dea').slice(2)).toEqual(['deal', 'dea ', 'deaD', 'deaR']);
  });

  test.each([
    ['a letter left out', 'dedl', 'o'],
    ['a letter too many', 'deaad', 'l'],
    ['another letter', 'deodl', 'i'],
    ['two letters swapped', 'daedl', 'i'],
  ])('after %s, what the word that was meant goes on with', (_, text, next) => {
    expect(continuations([SEGMENT], text)).toContain(text + next);
  });

  test('goes by the last word, whatever its letters look like, and leaves what was typed as it is', () => {
    expect(continuations([SEGMENT], 'Queue: DÉAD').slice(0, 2)).toEqual(['Queue: DÉADl', 'Queue: DÉAD ']);
  });

  test('knows words too common for the index, and names with signs in them', () => {
    expect(continuations([SEGMENT], 'wh')).toEqual(expect.arrayContaining(['wha', 'whe', 'why']));
    expect(continuations([segmentOf('n+1 queries', 'c++')], 'n+')).toContain('n+1');
    expect(continuations([segmentOf('n+1 queries', 'c++')], 'c+')).toContain('c++');
  });

  test('at the beginning, and after a blank, the first letters of words', () => {
    expect(continuations([SEGMENT], '')).toEqual(expect.arrayContaining(['d', 'q']));
    expect(continuations([SEGMENT], 'queue ')).toEqual(expect.arrayContaining(['queue d', 'queue q']));
  });

  test('counts in all segments', () => {
    const newer = segmentOf('dear', 'dearest', 'dearly');
    expect(continuations([SEGMENT, newer], 'dea').slice(0, 2)).toEqual(['dead', 'dear']);
    expect(continuations([SEGMENT, newer, newer], 'dea').slice(0, 2)).toEqual(['dear', 'dead']);
  });

  test.each([
    ['a word that nothing begins with', 'zzq'],
    ['a paste', 'dead '.repeat(40)],
  ])('nothing for %s', (_, text) => {
    expect(continuations([SEGMENT], text)).toEqual([]);
  });

  test.each(['(?:', '\\', '👩‍💻', '\0', 'مرحبا', '"'])('%j is no trouble', (text) => {
    for (const next of continuations([SEGMENT], text)) expect(next.startsWith(text)).toBe(true);
  });
});
