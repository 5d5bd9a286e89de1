/** What a report says. */
import { percentOf } from '#bank/percent.ts';
import { STEP_NAMES } from '#mock/rubric.ts';
import type { TimeUse } from '#mock/report.ts';
import { countOf } from '#pages/parts/format.ts';
import { clockFace } from '#pages/mock/run/words.ts';
import type { AxisStep, MockAnswer } from '#review/mock-record.ts';

/** `72%`; a dash where there is no score. */
export function percent(share: number | null): string {
  return share === null ? '–' : percentOf(share);
}

/** `Strong yes`, nearest to a mean step. */
export function stepName(step: number): string {
  return STEP_NAMES[Math.round(step) as AxisStep];
}

/** The time as a list of facts. */
export function timeFacts(time: TimeUse, answers: number): readonly (readonly [name: string, text: string])[] {
  const facts: (readonly [string, string])[] = [
    ['Thinking', clockFace(time.thinkMs)],
    ['Speaking', clockFace(time.speakMs)],
  ];
  if (time.followUpMs > 0) facts.push(['Follow-ups', clockFace(time.followUpMs)]);
  if (answers > 0) facts.push(['A spoken answer, on average', clockFace(time.speakMs / answers)]);
  if (time.pauses > 0) facts.push([countOf(time.pauses, 'pause'), clockFace(time.pausedMs)]);
  if (time.awayMs > 0) facts.push(['Away', clockFace(time.awayMs)]);
  return facts;
}

/** How an answer came out: a share, or why there is none. */
export function outcomeInWords({ outcome, choice }: MockAnswer, score: number | null): string {
  if (outcome === 'skipped') return 'skipped';
  if (outcome === 'unscored') return 'left out';
  if (choice) return choice.right ? 'right' : 'wrong';
  return percent(score);
}
