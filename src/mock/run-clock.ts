/** The clocks of a mock: time to think and to speak apart, pauses logged, and when a quiet word is due. */
import { DEEP_MINUTES, SPOKEN_MINUTES } from './phases.ts';
import { currentDraft, type Draft, type MockRun, type Stage } from './run.ts';
import type { MockSettings } from './settings.ts';

/** A beat is stored this often while a clock runs. */
export const BEAT_MS = 5000;
/** A longer silence between two beats is no thinking: the page was closed or the device asleep. */
export const AWAY_MS = 120_000;

/** Whoever returns within this time has only gone from one page to the next. */
const BLINK_MS = 1000;

/** The time of this stage belongs to the interview: grading and looking do not. */
export function isClocked(stage: Stage | null): boolean {
  return stage === 'think' || stage === 'speak' || stage === 'followUp';
}

/**
 * Adds the time since the last input to where it belongs. What is longer than `AWAY_MS` was no answer, and after `returned`
 * nothing was: that is logged as time away. A clock that was set back adds nothing.
 */
export function settle(run: MockRun, nowMs: number, returned = false): MockRun {
  if (run.sinceMs === null) return run;
  const gap = Math.max(0, nowMs - run.sinceMs);
  const settled = { ...run, sinceMs: nowMs };
  if (!isClocked(run.stage) || gap === 0) return settled;
  if (gap > (returned ? BLINK_MS : AWAY_MS)) return withPause(settled, 'away', run.sinceMs, gap);
  const drafts = run.drafts.map((draft, place) => (place === run.place ? spent(draft, run.stage, gap) : draft));
  return { ...settled, drafts };
}

/** The same run with a pause logged. */
export function withPause(run: MockRun, kind: 'pause' | 'away', fromMs: number, tookMs: number): MockRun {
  return { ...run, pauses: [...run.pauses, { atMs: Math.max(0, fromMs - run.startedAtMs), tookMs, kind }] };
}

function spent(draft: Draft, stage: Stage | null, ms: number): Draft {
  switch (stage) {
    case 'think':
      return { ...draft, thinkMs: draft.thinkMs + ms };
    case 'speak': {
      const phases = draft.phases.map((took, index) => (index === draft.phases.length - 1 ? took + ms : took));
      return { ...draft, speakMs: draft.speakMs + ms, phases };
    }
    case 'followUp': {
      const followUps = draft.followUps.map((each, index) =>
        index === draft.followUp ? { ...each, tookMs: each.tookMs + ms } : each,
      );
      return { ...draft, followUps };
    }
    default:
      return draft;
  }
}

/** Time of one question that counts: thinking, speaking and its follow-ups. */
export function draftMs({ thinkMs, speakMs, followUps }: Draft): number {
  return thinkMs + speakMs + followUps.reduce((sum, { tookMs }) => sum + tookMs, 0);
}

/** All clocks as they stand at a moment, in ms. */
export interface Clocks {
  readonly question: number;
  readonly think: number;
  readonly speak: number;
  readonly session: number;
  /** Of a deep dive, the phase under way. */
  readonly phase: number;
  /** The follow-up that is asked now. */
  readonly followUp: number;
}

export function clocksAt(run: MockRun, nowMs: number): Clocks {
  const settled = settle(run, nowMs);
  const draft = currentDraft(settled);
  return {
    question: draftMs(draft),
    think: draft.thinkMs,
    speak: draft.speakMs,
    session: settled.drafts.reduce((sum, each) => sum + draftMs(each), 0),
    phase: draft.phases.at(-1) ?? 0,
    followUp: draft.followUps[draft.followUp]?.tookMs ?? 0,
  };
}

/** Longest time to think that passes without a word, in ms. */
const THINK_MS = 60_000;
/** An answer of so many times a good one's length is long. */
const LONG = 1.5;
/** From this share of the session its end is near. */
const ENDING = 0.9;
/** A rapid answer has a minute, whatever the question, … */
const RAPID_SECONDS = 60;
/** … and is begun soon, in ms. */
const RAPID_THINK_MS = 15_000;
/** A follow-up has a minute as well. */
export const FOLLOW_UP_SECONDS = 60;

/** Length of a good answer in this format, in seconds. */
export function goodSeconds({ asked }: Pick<Draft, 'asked'>, { format }: Pick<MockSettings, 'format'>): number {
  if (format === 'deep') return SPOKEN_MINUTES * 60;
  return format === 'rapid' ? RAPID_SECONDS : asked.seconds;
}

/** Seconds of answering that the session has; null when it counts questions. A deep dive has its own clock. */
export function sessionSeconds({ settings, drafts }: Pick<MockRun, 'settings' | 'drafts'>): number | null {
  const { format, length } = settings;
  if (format === 'deep') return drafts.length * DEEP_MINUTES * 60;
  return length.kind === 'minutes' ? length.minutes * 60 : null;
}

/** What is due to be said: of thinking, of an answer, of a minute that is over (a rapid answer, a follow-up), of the session. */
export type Warning =
  'thinkLong' | 'beginNow' | 'answerFull' | 'answerLong' | 'minuteOver' | 'sessionEnding' | 'sessionOver';

type Due = readonly (readonly [Warning, boolean])[];

/** What the stage itself has to say, the more urgent first. */
function stageWarnings(run: MockRun, { think, speak, followUp }: Clocks): Due {
  const good = goodSeconds(currentDraft(run), run.settings) * 1000;
  const rapid = run.settings.format === 'rapid';
  switch (run.stage) {
    case 'think':
      return rapid ? [['beginNow', think >= RAPID_THINK_MS]] : [['thinkLong', think >= THINK_MS]];
    case 'speak':
      return rapid
        ? [['minuteOver', speak >= good]]
        : [
            ['answerLong', speak >= good * LONG],
            ['answerFull', speak >= good],
          ];
    case 'followUp':
      return [['minuteOver', followUp >= FOLLOW_UP_SECONDS * 1000]];
    default:
      return [];
  }
}

/** The one quiet word that is due; null when none is. What is overdue comes before the session's end, a full answer after it. */
export function warningAt(run: MockRun, nowMs: number): Warning | null {
  if (!isClocked(run.stage)) return null;
  const clocks = clocksAt(run, nowMs);
  const whole = (sessionSeconds(run) ?? Number.POSITIVE_INFINITY) * 1000;
  const own = stageWarnings(run, clocks);
  const due: Due = [
    ...own.filter(([warning]) => warning !== 'answerFull'),
    ['sessionOver', clocks.session >= whole],
    ...own.filter(([warning]) => warning === 'answerFull'),
    ['sessionEnding', clocks.session >= whole * ENDING],
  ];
  return due.find(([, isDue]) => isDue)?.[0] ?? null;
}
