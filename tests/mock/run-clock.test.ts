/** The quiet words of a mock: what is due, and when. */
import { expect, test } from 'vitest';
import type { MockRun } from '#mock/run.ts';
import { warningAt } from '#mock/run-clock.ts';
import { candidate } from './candidates.ts';
import { answer, begin, graded, play, spoke, spokenTo, START, touched } from './runs.ts';

test('a deep dive has its own clock, whatever length was set', () => {
  const speaking = play(begin({ format: 'deep', length: { kind: 'minutes', minutes: 15 } }, [candidate('d')]), [
    [5, spoke],
  ]);
  const at = (minutes: number) =>
    warningAt(
      {
        ...speaking,
        sinceMs: START + minutes * 60_000,
        drafts: speaking.drafts.map((draft) => ({ ...draft, speakMs: minutes * 60_000 })),
      },
      START + minutes * 60_000,
    );
  expect([at(16), at(29), at(31), at(36)]).toEqual([null, null, 'answerFull', 'sessionOver']);
});

test('words come when they are due, one at a time, and none while grading', () => {
  const run = begin({ length: { kind: 'minutes', minutes: 2 } });
  const speaking = play(run, [[10, spoke]]);
  const at = (now: MockRun, seconds: number) => warningAt(now, START + seconds * 1000);
  expect([at(run, 59), at(run, 60)]).toEqual([null, 'thinkLong']);
  expect([at(speaking, 69), at(speaking, 70), at(speaking, 100)]).toEqual([null, 'answerFull', 'answerLong']);
  const late = play(run, [...answer, [1, graded], [30, { type: 'beat' }]]);
  expect([at(late, 106), at(late, 114), at(late, 126)]).toEqual([null, 'sessionEnding', 'sessionOver']);
  expect(at(play(run, [...answer]), 500)).toBeNull();
});

test('a rapid answer has a minute, whatever the question, and is begun soon; a follow-up has a minute too', () => {
  const run = begin({ format: 'rapid' }, [candidate('a', { seconds: 30 })]);
  const at = (now: MockRun, seconds: number) => warningAt(now, (now.sinceMs ?? 0) + seconds * 1000);
  expect([at(run, 14), at(run, 15)]).toEqual([null, 'beginNow']);
  const speaking = play(run, [[5, spoke]]);
  expect([at(speaking, 59), at(speaking, 60), at(speaking, 100)]).toEqual([null, 'minuteOver', 'minuteOver']);
  const probed = play(begin(), [...spokenTo, [1, touched], [50, spoke]]);
  expect([at(probed, 59), at(probed, 60)]).toEqual([null, 'minuteOver']);
});
