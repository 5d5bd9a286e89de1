import { expect, test } from 'vitest';
import { estimateSeconds, POINT_SECONDS } from '#review/estimate.ts';

test('nothing takes no time', () => {
  expect(estimateSeconds([])).toBe(0);
});

test('a question takes its answer and the checking of it, a point less of both', () => {
  expect(estimateSeconds([{ goodSeconds: 60, isPoint: false }])).toBe(85);
  expect(estimateSeconds([{ goodSeconds: POINT_SECONDS, isPoint: true }])).toBe(28);
});

test('a queue takes as long as its cards together', () => {
  const card = { goodSeconds: 90, isPoint: false };
  expect(estimateSeconds([card, card, { goodSeconds: 20, isPoint: true }])).toBe(2 * 115 + 28);
});
