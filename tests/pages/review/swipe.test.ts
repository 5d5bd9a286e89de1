import { describe, expect, test } from 'vitest';
import { swipeOf } from '#pages/review/use-swipe.ts';

const from = { x: 200, y: 300, atMs: 0 };

describe('a swipe', () => {
  test('to the left and to the right is told from anything shorter, steeper or slower', () => {
    const cases = [
      { end: { x: 90, y: 310, atMs: 200 }, way: -1 },
      { end: { x: 310, y: 290, atMs: 200 }, way: 1 },
      { end: { x: 290, y: 300, atMs: 200 }, way: 0 },
      { end: { x: 310, y: 360, atMs: 200 }, way: 0 },
      { end: { x: 310, y: 300, atMs: 900 }, way: 0 },
      { end: { x: 200, y: 600, atMs: 200 }, way: 0 },
    ];
    expect(cases.map(({ end }) => swipeOf(from, end))).toEqual(cases.map(({ way }) => way));
  });
});
