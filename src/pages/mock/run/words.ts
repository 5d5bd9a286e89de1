/** What a run says. */
import type { Stage } from '#mock/run.ts';
import type { Warning } from '#mock/run-clock.ts';

export const WARNINGS: Readonly<Record<Warning, string>> = {
  beginNow: 'Rapid fire: begin to speak.',
  minuteOver: 'The minute is over. Come to an end.',
  thinkLong: 'A minute of thinking. Say what you are weighing.',
  answerFull: 'A good answer ends about here.',
  answerLong: 'Time to come to an end.',
  sessionEnding: 'The last minutes of the session.',
  sessionOver: 'The session’s time is over. Finish this one, or end the mock.',
};

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  think: 'Thinking',
  speak: 'Speaking',
  guess: 'Guess',
  touch: 'What you spoke to',
  followUp: 'Follow-up',
  choose: 'Choose',
  grade: 'Grading',
};

/** `1:05`, `62:00`. */
export function clockFace(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
