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
    expect(continuations([SEGMENT], 'dead')).toEqual(['deadl', 'dead ']);
    expect(continuations([SEGMENT], 'dea')).toEqual(['dead', 'dear']);
  });

  test('goes by the last word, whatever its letters look like, and leaves what was typed as it is', () => {
    expect(continuations([SEGMENT], 'Queue: DÉAD')).toEqual(['Queue: DÉADl', 'Queue: DÉAD ']);
  });

  test('at the beginning, and after a blank, the first letters of words', () => {
    expect(continuations([SEGMENT], '')).toEqual(expect.arrayContaining(['d', 'q']));
    expect(continuations([SEGMENT], 'queue ')).toEqual(expect.arrayContaining(['queue d', 'queue q']));
  });

  test('counts in all segments', () => {
    const newer = segmentOf('dear', 'dearest', 'dearly');
    expect(continuations([SEGMENT, newer], 'dea')).toEqual(['dead', 'dear']);
    expect(continuations([SEGMENT, newer, newer], 'dea')).toEqual(['dear', 'dead']);
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
