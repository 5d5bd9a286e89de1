/** Many mocks together: trends, what is missed again and again, and what was meant to be said the next time. */
import { describe, expect, test } from 'vitest';
import { lastIntention, overallTrend, recurringWeaknesses, tierTrends, topicTrends } from '#mock/history.ts';
import { itemId } from '../support/builders.ts';
import { mockAnswer, mockPoint, mockRecord } from '../support/mock-records.ts';

const said = mockPoint('c1');
const missed = mockPoint('c2', { heard: 'missed' });
const full = mockAnswer({ points: [said] });
const none = mockAnswer({ points: [missed] });

describe('many mocks', () => {
  const at = (finishedAtMs: number, ...answers: ReturnType<typeof mockAnswer>[]) =>
    mockRecord({ finishedAtMs, answers });

  test('give a trend that rises in time, over all, by topic and by tier', () => {
    const records = [at(3, full), at(1, none), at(2, mockAnswer({ outcome: 'unscored' }))];
    expect(overallTrend(records).map(({ atMs, value }) => [atMs, value])).toEqual([
      [1, 0],
      [3, 1],
    ]);
    expect(topicTrends(records)).toEqual([{ key: 'web/http', points: overallTrend(records) }]);
    const two = [at(1, mockAnswer({ tier: 'expert' })), at(2, mockAnswer({ tier: 'foundational' }))];
    expect(tierTrends(two).map(({ key }) => key)).toEqual(['foundational', 'expert']);
  });

  test('show what is missed again and again, points of one concept together', () => {
    const raw = { concept: 'raw-bytes', heard: 'missed' } as const;
    const one = mockAnswer({ points: [mockPoint('c1', raw), mockPoint('c2')] });
    const two = mockAnswer({ item: itemId('q-two'), title: 'Two?', points: [mockPoint('p9', raw), missed] });
    const [first, ...rest] = recurringWeaknesses([at(1, one), at(2, two)]);
    expect(rest).toEqual([]);
    expect(first).toEqual({
      of: { kind: 'concept', concept: 'raw-bytes' },
      missed: 2,
      asked: 2,
      lastMissedAtMs: 2,
      places: [
        { item: 'q-two', point: 'p9', title: 'Two?', missed: 1, asked: 1 },
        { item: 'q-one', point: 'c1', title: 'What is q-one?', missed: 1, asked: 1 },
      ],
    });
  });

  test('count each point of a concept by itself, those that are missed most often first, without those that never were', () => {
    const raw = (heard: 'said' | 'missed') => ({ concept: 'raw-bytes', heard }) as const;
    const one = (heard: 'said' | 'missed') => mockAnswer({ points: [mockPoint('c1', raw(heard))] });
    const other = (id: string, heard: 'said' | 'missed') =>
      mockAnswer({ item: itemId(id), points: [mockPoint('p9', raw(heard))] });
    const records = [
      at(1, one('missed'), other('q-two', 'said')),
      at(2, one('missed'), other('q-three', 'said')),
      at(3, one('said'), other('q-two', 'missed')),
    ];
    const [weakness, ...rest] = recurringWeaknesses(records);
    expect(rest).toEqual([]);
    expect(weakness).toMatchObject({ missed: 3, asked: 6 });
    expect(weakness?.places.map(({ item, missed: times, asked }) => [item, times, asked])).toEqual([
      ['q-one', 2, 3],
      ['q-two', 1, 2],
    ]);
  });

  test('remember what was meant to be said the next time, as it was written last', () => {
    const one = (next: string) => mockAnswer({ next });
    const records = [at(3, one('Bytes first.')), at(1, one('Retry.')), at(4, one('  ')), at(9, one('Later.'))];
    expect(lastIntention(records, itemId('q-one'), 5)).toEqual({ text: 'Bytes first.', atMs: 3 });
    expect(lastIntention(records, itemId('q-one'), 3)).toEqual({ text: 'Retry.', atMs: 1 });
    expect(lastIntention(records, itemId('q-two'), 9)).toBeNull();
  });

  test('do not call a single miss a weakness, nor what came when it was asked for', () => {
    const prompted = mockAnswer({ points: [mockPoint('c1', { heard: 'prompted' })] });
    expect(recurringWeaknesses([at(1, none), at(2, prompted), at(3, prompted), at(4, full)])).toEqual([]);
    expect(
      recurringWeaknesses([at(1, none), at(2, none), at(3, mockAnswer({ points: [mockPoint('c2')] }))]),
    ).toMatchObject([{ missed: 2, asked: 3, lastMissedAtMs: 2 }]);
  });
});
