/** What was remembered, expected and taken time for, in sentences. */
import { percentOf } from '#bank/percent.ts';
import { countOf } from '#pages/parts/format.ts';
import { rangeOf, type Share } from '#progress/interval.ts';
import type { AgeRetention, CalibrationStep, GuessShare } from '#progress/retention.ts';
import type { AnswerTimes } from '#progress/time.ts';
import { secondsInWords } from './words.ts';

const GRADES = ['Again', 'Hard', 'Good', 'Easy'] as const;

/** With fewer answers than these a share says little. */
const FEW = 20;
/** Who says sure should be right so often. */
const SURE = 0.9;

/** How long ago a card was first answered when it was asked. */
export const AGE_NAMES = ['< 1 week', '< 1 month', '< 3 months', '3+ months'] as const;

/** `88% to 93%`. */
function rangeInWords(share: Share): string {
  const { low, high } = rangeOf(share);
  return `${percentOf(low)} to ${percentOf(high)}`;
}

/** Whether what was recalled fits the target, as far as so many answers can tell. */
function verdict(all: AgeRetention, target: number): string {
  const { low, high } = rangeOf(all);
  if (high < target)
    return `That is less than the ${percentOf(target)} you aim at: cards come back a little late for you.`;
  if (low > target) return `That is more than the ${percentOf(target)} you aim at: you could see cards a little later.`;
  return `That fits the ${percentOf(target)} you aim at.`;
}

/** `You recalled 123 of 134 cards that came back: 92%. …` */
export function retentionInWords(all: AgeRetention, target: number): string {
  if (all.of === 0)
    return 'No card has come back after a day or more yet, so there is nothing to compare with your target.';
  const counted = `Of ${countOf(all.of, 'card')} that came back after a day or more you recalled ${all.hits}: ${percentOf(all.hits / all.of)}.`;
  if (all.of < FEW) return `${counted} With so few the true share may be anything from ${rangeInWords(all)}.`;
  return `${counted} ${verdict(all, target)}`;
}

/** How the expected chances compare with what was recalled. */
export function calibrationInWords(steps: readonly CalibrationStep[]): string {
  const of = steps.reduce((sum, step) => sum + step.of, 0);
  if (of === 0)
    return 'When cards have come back after a day or more, this shows whether the chances shown for them were right.';
  const hits = steps.reduce((sum, step) => sum + step.hits, 0);
  const expected = steps.reduce((sum, step) => sum + step.expected * step.of, 0);
  const counted = `Expected: ${percentOf(expected / of)} recalled. Really recalled: ${percentOf(hits / of)}, of ${countOf(of, 'answer')}.`;
  if (of < FEW) return `${counted} So few are a first hint only.`;
  const { low, high } = rangeOf({ hits, of });
  if (expected / of > high) return `${counted} Your memory is judged too kindly.`;
  if (expected / of < low) return `${counted} Your memory is better than it is judged.`;
  return `${counted} The chances shown for your cards can be trusted.`;
}

/** `Sure 21 times, right 15 of them: you are surer than you should be.` */
export function guessesInWords(guesses: readonly GuessShare[]): string {
  const told = guesses
    .filter(({ of }) => of > 0)
    .map(({ guess, of, hits }) => `${guess} ${countOf(of, 'time')}, right ${hits}`)
    .join('; ');
  const sure = guesses.find(({ guess }) => guess === 'sure');
  if (!sure || sure.of < FEW) return `Before the answer was shown you were ${told}.`;
  const { high } = rangeOf(sure);
  const verdict = high < SURE ? 'You are surer than you should be.' : 'When you feel sure, you can trust that.';
  return `Before the answer was shown you were ${told}. ${verdict}`;
}

/** `Half of your answers take less than 42 s. …` */
export function timesInWords(now: AnswerTimes, before: AnswerTimes): string {
  if (now.median === null) return 'No answer was timed in the last 90 days.';
  const opening = `Half of your ${countOf(now.count, 'answer')} of the last 90 days took less than ${secondsInWords(now.median)}.`;
  if (before.median === null || before.count < FEW || now.count < FEW) return opening;
  const change = now.median - before.median;
  if (Math.abs(change) < 0.1 * before.median) return `${opening} About as long as in the 90 days before.`;
  const word = change < 0 ? 'faster' : 'slower';
  return `${opening} That is ${secondsInWords(Math.abs(change))} ${word} than in the 90 days before.`;
}

/** `Again`, `Hard`, `Good`, `Easy` by place. */
export function gradeName(place: number): string {
  return GRADES[place] ?? '';
}

/** A share in a table; a dash where nothing was counted. */
export function shareCell({ hits, of }: Share): string {
  return of === 0 ? '–' : percentOf(hits / of);
}

/** Its range. */
export function rangeCell(share: Share): string {
  return share.of === 0 ? '–' : rangeInWords(share);
}
