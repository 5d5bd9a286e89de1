import { expect, test } from 'vitest';
import { isSettled } from '#pages/search/use-answer.ts';
import { answerTo } from '../../support/search-answers.ts';

test.each([
  ['an empty box with nothing asked', '', null, null, true],
  ['an answer to just that text', 'dead', 'dead', null, true],
  ['an answer to the text before', 'deadl', 'dead', null, false],
  ['answers to the first letters, while the text taken over is still empty', '', 'dead', null, false],
  ['a text with no answer yet', 'dead', null, null, false],
  ['a search that failed', 'dead', null, 'the database is gone', true],
])('%s', (_, text, answered, failed, settled) => {
  expect(isSettled(text, { answer: answered === null ? null : answerTo(answered), failed })).toBe(settled);
});
