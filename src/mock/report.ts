/** What a mock showed: points missed, time, how well the person guessed, and how it compares with earlier ones. */
import type { ItemId, PointId } from '#bank/item.ts';
import type { Tier } from '#bank/tier.ts';
import type { MockAnswer, MockPoint, MockRecord } from '#review/mock-record.ts';
import { coreShare, mean, scoreOf, scoreOfAll, scoresByTier, scoresByTopic, type GroupScore } from './score.ts';

export interface MissedPoint {
  readonly item: ItemId;
  /** Place of the answer in the mock, from 0. */
  readonly place: number;
  readonly point: PointId;
  readonly weight: 'core' | 'detail';
  /** prompted: it came, but only when a follow-up asked for it. */
  readonly heard: 'missed' | 'prompted';
}

const ORDER = ['core missed', 'core prompted', 'detail missed', 'detail prompted'];

/** What was missed, most important first: core before detail, not at all before only when asked; a bonus is never missed. */
export function missedPoints(answers: readonly MockAnswer[]): MissedPoint[] {
  const missed = answers.flatMap(({ item, points }, place) =>
    points.flatMap(({ id, weight, heard }): MissedPoint[] =>
      weight === 'bonus' || heard === 'said' ? [] : [{ item, place, point: id, weight, heard }],
    ),
  );
  const rank = ({ weight, heard }: MissedPoint): number => ORDER.indexOf(`${weight} ${heard}`);
  return missed.toSorted((a, b) => rank(a) - rank(b) || a.place - b.place);
}

export interface TimeUse {
  readonly thinkMs: number;
  readonly speakMs: number;
  readonly followUpMs: number;
  /** Paused by hand, and away. */
  readonly pausedMs: number;
  readonly pauses: number;
  readonly awayMs: number;
}

/** Where the time went, in ms. */
export function timeUse({ answers, pauses }: Pick<MockRecord, 'answers' | 'pauses'>): TimeUse {
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const away = pauses.filter(({ kind }) => kind === 'away');
  const paused = pauses.filter(({ kind }) => kind === 'pause');
  return {
    thinkMs: sum(answers.map(({ thinkMs }) => thinkMs)),
    speakMs: sum(answers.map(({ speakMs }) => speakMs)),
    followUpMs: sum(answers.flatMap(({ followUps }) => followUps.map(({ tookMs }) => tookMs))),
    pausedMs: sum(paused.map(({ tookMs }) => tookMs)),
    pauses: paused.length,
    awayMs: sum(away.map(({ tookMs }) => tookMs)),
  };
}

export interface GuessCheck {
  /** Means over the answers that were guessed and graded, 0 to 1. */
  readonly guessed: number;
  readonly was: number;
  /** By how much a single guess was off on average, too high or too low. */
  readonly off: number;
  readonly answers: number;
}

/** The guess comes before the follow-ups: what only they brought out was not in the answer. */
function saidAlone(point: MockPoint): MockPoint {
  return point.heard === 'prompted' ? { ...point, heard: 'missed' } : point;
}

/** What the person believed to have said of the core beside what was said; null when nothing was guessed and graded. */
export function guessCheck(answers: readonly MockAnswer[]): GuessCheck | null {
  const pairs = answers.flatMap((answer) => {
    const was = answer.outcome === 'graded' ? coreShare({ ...answer, points: answer.points.map(saidAlone) }) : null;
    return answer.guess === null || was === null ? [] : [{ guessed: answer.guess / 100, was }];
  });
  const guessed = mean(pairs.map((pair) => pair.guessed));
  const was = mean(pairs.map((pair) => pair.was));
  const off = mean(pairs.map((pair) => Math.abs(pair.guessed - pair.was)));
  return guessed === null || was === null || off === null ? null : { guessed, was, off, answers: pairs.length };
}

export interface Change<K extends string> {
  readonly key: K;
  readonly before: number;
  readonly now: number;
}

export interface Comparison {
  /** How many earlier mocks have a score. */
  readonly mocks: number;
  /** Mean score of the last few of them, 0 to 1. */
  readonly before: number;
  /** By how much a guess was off in those of them that were guessed, 0 to 1; null when none was. */
  readonly off: number | null;
  /** By topic that was asked in one of them too: mean score before. */
  readonly topics: readonly Change<string>[];
  /** The same by tier. */
  readonly tiers: readonly Change<Tier>[];
}

/** How many earlier mocks make up "before". */
const COMPARED = 5;

/** This mock beside those before it, the last first; null when none of them has a score. */
export function compareWith(record: MockRecord, earlier: readonly MockRecord[]): Comparison | null {
  const scored = earlier.filter(({ answers }) => scoreOfAll(answers).value !== null).slice(0, COMPARED);
  const before = mean(scored.flatMap(({ answers }) => scoreOfAll(answers).value ?? []));
  if (before === null) return null;
  const answersBefore = scored.flatMap(({ answers }) => answers);
  return {
    mocks: scored.length,
    before,
    off: guessCheck(answersBefore)?.off ?? null,
    topics: changes(scoresByTopic(record.answers), scoresByTopic(answersBefore)),
    tiers: changes(scoresByTier(record.answers), scoresByTier(answersBefore)),
  };
}

function changes<K extends string>(now: readonly GroupScore<K>[], before: readonly GroupScore<K>[]): Change<K>[] {
  return now.flatMap(({ key, value }) => {
    const then = before.find((each) => each.key === key)?.value ?? null;
    return value === null || then === null ? [] : [{ key, before: then, now: value }];
  });
}

/** The answer that went worst, for what to read first; null when all were full or none has a score. */
export function worstAnswer(answers: readonly MockAnswer[]): MockAnswer | null {
  const scored = answers.flatMap((answer) => {
    const score = scoreOf(answer);
    return score === null || score === 1 ? [] : [{ answer, score }];
  });
  return scored.toSorted((a, b) => a.score - b.score)[0]?.answer ?? null;
}
