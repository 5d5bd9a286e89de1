/** Follow-ups go to what was left out, and the draw of a whole mock fits its format. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseFollowUps } from '#mock/follow-ups.ts';
import { countFor, drawMock, poolFor } from '#mock/draw-mock.ts';
import { DEFAULT_MOCK, MOCK_FORMATS } from '#mock/settings.ts';
import { itemId, pointId } from '../support/builders.ts';
import { question } from '../support/item-builders.ts';
import { candidate, thickBank } from './candidates.ts';

describe('follow-ups', () => {
  const followUps = [
    { ask: 'Deep?', tier: 'expert' as const, points: [], see: [] },
    { ask: 'On d1?', points: [pointId('d1')], see: [] },
    { ask: 'On c1?', tier: 'senior' as const, points: [pointId('c1')], see: [] },
    { ask: 'On c2?', points: [pointId('c2')], see: [] },
  ];
  const asked = question('q', { followUps });
  const choose = (touched: readonly string[], count: number) =>
    chooseFollowUps(asked, touched.map(pointId), count).map(({ ask }) => ask);

  test('lead to missed core points first, and are asked from easy to hard', () => {
    expect(choose([], 2)).toEqual(['On c2?', 'On c1?']);
    expect(choose(['c2'], 1)).toEqual(['On c1?']);
    expect(choose(['c1', 'c2'], 1)).toEqual(['On d1?']);
  });

  test('go deeper when nothing was missed', () => {
    expect(choose(['c1', 'c2', 'd1'], 9)).toEqual(['On d1?', 'On c2?', 'On c1?', 'Deep?']);
    expect(choose(['c1', 'c2', 'd1'], 0)).toEqual([]);
  });
});

describe('a format', () => {
  const bank = [
    candidate('concept'),
    candidate('design', { kind: 'design' }),
    candidate('story', { kind: 'behavioural' }),
    candidate('error', { as: 'error', kind: 'debug' }),
    candidate('pair', { as: 'pair', pair: 0, kind: 'debug' }),
  ];
  const ids = (format: (typeof MOCK_FORMATS)[number], kinds: typeof DEFAULT_MOCK.kinds = []) =>
    poolFor(bank, { format, kinds }).map(({ item }) => item);

  test('asks what fits it', () => {
    expect(ids('panel')).toEqual(['concept', 'design']);
    expect(ids('rapid')).toEqual(['concept']);
    expect(ids('deep')).toEqual(['design']);
    expect(ids('cause')).toEqual(['error', 'pair']);
    expect(ids('behavioural')).toEqual(['story']);
  });

  test('asks the kinds that were chosen, where it has a choice', () => {
    expect(ids('panel', ['behavioural', 'design'])).toEqual(['design', 'story']);
    expect(ids('rapid', ['design'])).toEqual(['design']);
    expect(ids('deep', ['concept'])).toEqual(['design']);
  });

  test('asks as many as its time holds, and at least one', () => {
    const minutes = (format: (typeof MOCK_FORMATS)[number], length: number) =>
      countFor({ format, length: { kind: 'minutes', minutes: length } }, [candidate('a', { seconds: 100 })]);
    expect(minutes('panel', 30)).toBe(9);
    expect(minutes('behavioural', 30)).toBe(13);
    expect(minutes('rapid', 15)).toBe(13);
    expect(minutes('deep', 60)).toBe(1);
    expect(minutes('ladder', 30)).toBe(2);
    expect(minutes('panel', 1)).toBe(1);
    expect(countFor({ format: 'panel', length: { kind: 'count', count: 7 } }, [])).toBe(7);
    expect(minutes('rapid', 180)).toBe(60);
  });

  test('draws the same from the same seed, whatever the order of the bank', () => {
    const thick = thickBank(3);
    fc.assert(
      fc.property(fc.constantFrom(...MOCK_FORMATS), fc.string({ minLength: 1 }), (format, seed) => {
        const settings = { ...DEFAULT_MOCK, format, seed };
        expect(drawMock(thick.toReversed(), settings)).toEqual(drawMock(thick, settings));
      }),
    );
  });

  test('of which the bank has nothing draws nothing, and says so', () => {
    for (const format of MOCK_FORMATS) {
      const drawn = drawMock(bank, { ...DEFAULT_MOCK, format, topics: { 'no/such': 1 } });
      expect(drawn.questions).toEqual([]);
      expect(drawn.notes).toMatchObject([{ kind: 'fewer', got: 0 }]);
    }
  });

  test('asks given questions as they are given, and says which the bank has not', () => {
    const settings = { ...DEFAULT_MOCK, items: ['story', 'gone', 'concept'].map(itemId) };
    const { questions, notes } = drawMock(bank, settings);
    expect(questions.map(({ item }) => item)).toEqual(['story', 'concept']);
    expect(notes).toEqual([{ kind: 'fewer', wanted: 3, got: 2 }]);
  });
});
