/** The machine of a mock: `(run, input) => run`. An input that does not fit the stage changes nothing but the clock. */
import type { PointId } from '#bank/item.ts';
import {
  MOCK_LIMITS,
  type Axis,
  type AxisStep,
  type MockAnswer,
  type MockFollowUp,
  type MockPoint,
  type VoiceNumbers,
} from '#review/mock-record.ts';
import { nextRung } from './ladder.ts';
import {
  currentDraft,
  gradesAtEnd,
  newDraft,
  stagesOf,
  withTick,
  type AskedFollowUp,
  type Draft,
  type MockRun,
  type Stage,
} from './run.ts';
import { clocksAt, isClocked, sessionSeconds, settle, withPause } from './run-clock.ts';

type At = { readonly nowMs: number };

export type RunInput = At &
  (
    | { readonly type: 'beat' }
    /** The run was read back after the page was gone. */
    | { readonly type: 'returned' }
    | { readonly type: 'paused' }
    | { readonly type: 'resumed' }
    /** Thinking, speaking, or a follow-up is over. */
    | { readonly type: 'spoke' }
    | { readonly type: 'phased' }
    | { readonly type: 'guessed'; readonly percent: number | null }
    | { readonly type: 'touched'; readonly points: readonly PointId[]; readonly followUps: readonly AskedFollowUp[] }
    | { readonly type: 'chose'; readonly choice: NonNullable<MockAnswer['choice']> }
    | { readonly type: 'ticked'; readonly point: PointId; readonly atMs: number | null }
    | {
        readonly type: 'held';
        readonly ask: string;
        readonly points: readonly PointId[];
        readonly held: boolean | null;
      }
    | { readonly type: 'judged'; readonly axis: Axis; readonly step: AxisStep | null }
    | { readonly type: 'wrote'; readonly field: 'notes' | 'next'; readonly text: string }
    | { readonly type: 'heard'; readonly place: number; readonly voice: VoiceNumbers | null }
    | { readonly type: 'graded'; readonly points: readonly MockPoint[] }
    /** Not to be scored, or no longer there to be asked. */
    | { readonly type: 'leftOut' }
    | { readonly type: 'skipped' }
    | { readonly type: 'ended' }
  );

type InputOf<K extends RunInput['type']> = Extract<RunInput, { type: K }>;
type Handlers = { readonly [K in RunInput['type']]: (run: MockRun, input: InputOf<K>) => MockRun };

function change(run: MockRun, over: Partial<Draft>, place = run.place): MockRun {
  return { ...run, drafts: run.drafts.map((draft, index) => (index === place ? { ...draft, ...over } : draft)) };
}

const handlers: Handlers = {
  beat: (run) => run,
  returned: (run) => run,
  paused: (run, { nowMs }) => (isClocked(run.stage) ? { ...run, sinceMs: null, pausedAtMs: nowMs } : run),
  resumed: (run) => run,
  spoke: (run) => (isClocked(run.stage) ? afterSpeaking(run, null) : run),
  phased: (run) => (run.stage === 'speak' ? change(run, { phases: [...currentDraft(run).phases, 0] }) : run),
  guessed: (run, { percent }) => (run.stage === 'guess' ? advance(change(run, { guess: percent })) : run),
  touched: (run, { points, followUps }) => {
    if (run.stage !== 'touch') return run;
    const ticked = Object.fromEntries(points.map((point) => [point, null]));
    return advance(change(run, { touched: points, ticked, followUps, followUp: 0 }));
  },
  chose: (run, { choice }) => (run.stage === 'choose' ? advance(change(run, { choice })) : run),
  ticked: (run, { point, atMs }) =>
    run.stage === 'grade' ? change(run, { ticked: withTick(currentDraft(run).ticked, point, atMs) }) : run,
  held: (run, { ask, points, held }) =>
    run.stage === 'grade'
      ? change(run, { followUps: withHeld(currentDraft(run).followUps, { ask, held, tookMs: 0 }, points) })
      : run,
  judged: (run, { axis, step }) =>
    run.stage === 'grade' ? change(run, { axes: { ...currentDraft(run).axes, [axis]: step } }) : run,
  wrote: (run, { field, text }) => change(run, { [field]: text }),
  heard: (run, { place, voice }) => change(run, { voice }, place),
  graded: (run, { points, nowMs }) =>
    run.stage === 'grade' ? advance(change(run, { outcome: 'graded', points, gradedAtMs: nowMs })) : run,
  leftOut: (run, { nowMs }) =>
    run.stage === null ? run : afterQuestion(change(run, { outcome: 'unscored', gradedAtMs: nowMs })),
  skipped: (run) => {
    if (run.stage === 'followUp') return afterSpeaking(run, false);
    return run.stage === null ? run : afterQuestion(change(run, { outcome: 'skipped' }));
  },
  ended: endEarly,
};

/** After thinking or speaking comes the next stage; after a follow-up the next one first. A skipped one was not held. */
function afterSpeaking(run: MockRun, held: boolean | null): MockRun {
  if (run.stage !== 'followUp') return advance(run);
  const { followUp, followUps } = currentDraft(run);
  const judged = followUps.map((each, index) => (index === followUp ? { ...each, held: held ?? each.held } : each));
  const next = change(run, { followUp: followUp + 1, followUps: judged });
  return followUp + 1 < followUps.length ? next : advance(next);
}

/** The next state. While paused only going on and ending do anything. */
export function reduceRun<K extends RunInput['type']>(run: MockRun, input: InputOf<K>): MockRun {
  const { type, nowMs } = input;
  const awake = type === 'resumed' || type === 'ended' || type === 'returned' ? wake(run, nowMs, type) : run;
  if (awake.pausedAtMs !== null && type !== 'wrote' && type !== 'heard') return awake;
  const handler: Handlers[K] = handlers[input.type];
  return handler(settle(awake, nowMs, type === 'returned'), input);
}

/** Ends a pause and logs it; whoever returns to a paused run finds it paused. */
function wake(run: MockRun, nowMs: number, type: 'resumed' | 'ended' | 'returned'): MockRun {
  if (run.pausedAtMs === null || type === 'returned') return run;
  const tookMs = Math.max(0, nowMs - run.pausedAtMs);
  return withPause({ ...run, pausedAtMs: null, sinceMs: nowMs }, 'pause', run.pausedAtMs, tookMs);
}

function withHeld(asked: readonly AskedFollowUp[], one: MockFollowUp, points: readonly PointId[]): AskedFollowUp[] {
  const known = asked.find(({ ask }) => ask === one.ask);
  if (!known) return [...asked, { ...one, points }];
  return asked.map((each) => (each === known ? { ...each, held: one.held } : each));
}

/** The next stage of the question, or what comes after its last one. */
function advance(before: MockRun): MockRun {
  const run = before.stage === 'speak' ? change(before, { answered: true }) : before;
  const stage = stageAfter(run);
  if (stage === null) return afterQuestion(run);
  return { ...(stage === 'speak' && run.settings.format === 'deep' ? change(run, { phases: [0] }) : run), stage };
}

/** Null when the question has no more stages, or its grading waits for the end. */
function stageAfter({ stage, settings, ...run }: MockRun): Stage | null {
  const draft = currentDraft(run);
  const stages = stagesOf(draft, settings);
  const ahead = stages.slice(stages.indexOf(stage ?? 'grade') + 1);
  const next = ahead.find((each) => each !== 'followUp' || draft.followUps.length > 0) ?? null;
  return next === 'grade' && gradesAtEnd(settings) ? null : next;
}

function isGradable({ outcome, answered }: Draft): boolean {
  return outcome === 'open' && answered;
}

function isUnasked({ outcome, answered }: Draft): boolean {
  return outcome === 'open' && !answered;
}

/** The next question to ask, else the first that waits to be graded, else the end. */
function afterQuestion(run: MockRun): MockRun {
  const grown = run.ended === 'complete' ? withNextRung(run) : run;
  const ask = grown.drafts.findIndex((draft, place) => place > run.place && isUnasked(draft));
  if (ask >= 0 && run.ended === 'complete') return { ...grown, place: ask, stage: 'think' };
  const grade = grown.drafts.findIndex(isGradable);
  return grade >= 0 ? { ...grown, place: grade, stage: 'grade' } : { ...grown, stage: null };
}

/** A ladder asks on while it climbs and there is time, and room in the record. */
function withNextRung(run: MockRun): MockRun {
  if (run.atHand.length === 0 || run.drafts.length >= MOCK_LIMITS.answers) return run;
  const seconds = sessionSeconds(run);
  const over = seconds !== null && clocksAt(run, run.sinceMs ?? 0).session >= seconds * 1000;
  const answers = run.drafts.map(({ asked, outcome, points, choice }) => ({
    ...asked,
    outcome: outcome === 'open' ? ('unscored' as const) : outcome,
    points,
    choice,
  }));
  const next = over ? null : nextRung(run.atHand, answers, run.settings.topics);
  return next ? { ...run, drafts: [...run.drafts, newDraft(next)] } : run;
}

/** Ends before the last question: what was begun is graded still, the rest was never asked. */
function endEarly(before: MockRun): MockRun {
  if (before.stage === null) return before;
  const run = before.stage === 'think' ? before : change(before, { answered: true });
  const asked = run.drafts.filter((draft) => !isUnasked(draft));
  const complete = asked.length === run.drafts.length && run.atHand.length === 0;
  return afterQuestion({ ...run, drafts: asked, place: 0, ended: complete ? run.ended : 'early' });
}
