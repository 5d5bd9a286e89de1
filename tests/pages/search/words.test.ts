import { expect, test } from 'vitest';
import { foundInWords } from '#pages/search/words.ts';
import { answerTo } from '../../support/search-answers.ts';
import type { SearchAnswer } from '#storage/search-answer.ts';

/** So many entries, of which so many are listed. */
function found(total: number, listed: number, more: Partial<SearchAnswer> = {}): string {
  const answer = answerTo('retry');
  return foundInWords({
    ...answer,
    total,
    hits: Array.from<SearchAnswer['hits'][number]>({ length: listed }),
    ...more,
  });
}

test.each([
  ['nothing', found(0, 0), 'Nothing found'],
  ['one', found(1, 1), '1 entry found'],
  ['as many as are listed', found(8, 8), '8 entries found'],
  ['more than are listed', found(55, 50), '55 entries found, 50 shown'],
  [
    'what was corrected',
    found(9, 8, { corrected: [{ typed: 'retyr', used: 'retry' }] }),
    '9 entries found, 8 shown; read as retry',
  ],
  [
    'what has some of the words',
    found(9, 8, { partial: true }),
    'Nothing has all of these words; 9 come near, 8 shown',
  ],
  [
    'what is like a paste',
    found(9, 8, { partial: true, pasted: true }),
    '9 entries come near what was pasted, the likeliest first, 8 shown',
  ],
])('%s', (_, words, expected) => {
  expect(words).toBe(expected);
});
