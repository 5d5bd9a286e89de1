import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { countAnswer, expectedSeconds, tallyAnswers, type TimedCard } from '#plan/answer-times.ts';
import { estimateSeconds } from '#review/estimate.ts';
import { hostileLog, shuffledWithDuplicates } from '../support/arbitrary-logs.ts';
import { cardId, eventBase, eventId, itemId, reviewed } from '../support/builders.ts';

const timed = (id: string, over: Partial<TimedCard> = {}): TimedCard => {
  return { id: cardId(id), group: 'web/http', goodSeconds: 60, isPoint: false, ...over };
};
const answers = (count: number, seconds: number) => ({ count, totalMs: count * seconds * 1000 });
const CHECKING = estimateSeconds([{ goodSeconds: 0, isPoint: false }]);

test('without a log an answer takes what the bank says, with the time to check it', () => {
  const seconds = expectedSeconds([timed('q'), timed('p', { isPoint: true, goodSeconds: 20 })], new Map());
  expect(seconds[0]).toBeCloseTo(estimateSeconds([{ goodSeconds: 60, isPoint: false }]), 9);
  expect(seconds[1]).toBeCloseTo(estimateSeconds([{ goodSeconds: 20, isPoint: true }]), 9);
});

test('many answers to a card say how long it takes, whatever the others do', () => {
  const tallies = new Map([
    [cardId('q'), answers(200, 30)],
    [cardId('other'), answers(200, 90)],
  ]);
  const seconds = expectedSeconds([timed('q'), timed('other', { group: 'sql' })], tallies);
  expect(seconds[0]).toBeGreaterThan(CHECKING + 29);
  expect(seconds[0]).toBeLessThan(CHECKING + 31);
});

test('a card without answers leans on its group, and one of another group on the person', () => {
  const cards = [timed('slow'), timed('alike'), timed('foreign', { group: 'sql' }), timed('fast', { group: 'css' })];
  const tallies = new Map([
    [cardId('slow'), answers(30, 120)],
    [cardId('fast'), answers(30, 30)],
  ]);
  const seconds = expectedSeconds(cards, tallies);
  const [slow = 0, alike = 0, foreign = 0, fast = 0] = seconds.map((each) => each - CHECKING);
  expect(slow).toBeGreaterThan(alike);
  expect(alike).toBeGreaterThan(foreign);
  expect(foreign).toBeGreaterThan(fast);
  expect(foreign).toBeCloseTo((60 * (30 * 2 + 30 * 0.5 + 8)) / 68, 9);
});

test('a short question says something of a long one: paces are compared, not seconds', () => {
  const cards = [timed('short', { goodSeconds: 20 }), timed('long', { goodSeconds: 200 })];
  const seconds = expectedSeconds(cards, new Map([[cardId('short'), answers(500, 30)]]));
  expect((seconds[1] ?? 0) - CHECKING).toBeGreaterThan(290);
});

test('undone and imported answers, and answers without a time, do not count; doubles count once', () => {
  const log = [
    reviewed(1, { tookMs: 10_000 }),
    reviewed(1, { tookMs: 10_000 }),
    reviewed(2, { tookMs: 99_000 }),
    reviewed(3, { source: 'import' }),
    reviewed(4, { tookMs: 0 }),
    reviewed(5, { tookMs: 20_000, item: itemId('q-two') }),
    { ...eventBase(6), type: 'voided', target: eventId(2) } as const,
  ];
  expect([...tallyAnswers(log)]).toEqual([
    [cardId('q-one'), { count: 1, totalMs: 10_000 }],
    [cardId('q-two'), { count: 1, totalMs: 20_000 }],
  ]);
});

test('the order of a log and doubles in it change no tally', () => {
  fc.assert(
    fc.property(
      hostileLog.chain((log) => fc.tuple(fc.constant(log), shuffledWithDuplicates(log))),
      ([log, shuffled]) => {
        expect(tallyAnswers(shuffled)).toEqual(tallyAnswers(log));
      },
    ),
  );
});

test('a tally that is kept, with answers counted and taken out one by one, is that of the log', () => {
  const log = [reviewed(1, { tookMs: 10_000 }), reviewed(2, { tookMs: 99_000 }), reviewed(3, { source: 'import' })];
  const kept = tallyAnswers(log.slice(0, 1));
  for (const event of log.slice(1)) countAnswer(kept, event, 1);
  expect(kept).toEqual(tallyAnswers(log));
  for (const event of log.slice(1)) countAnswer(kept, event, -1);
  expect(kept).toEqual(tallyAnswers(log.slice(0, 1)));
  for (const event of log.slice(0, 1)) countAnswer(kept, event, -1);
  expect(kept).toEqual(tallyAnswers([]));
});

test('a void that names an answer to another question takes nothing out', () => {
  const foreign = { ...eventBase(2, 'q-two'), type: 'voided', target: eventId(1) } as const;
  expect([...tallyAnswers([reviewed(1, { tookMs: 10_000 }), foreign])]).toEqual([[cardId('q-one'), answers(1, 10)]]);
});
