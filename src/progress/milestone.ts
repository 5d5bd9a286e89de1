/** Whether the milestone of a stage is reached: shown in a mock, or held in memory. */
import type { ItemId } from '#bank/item.ts';
import { levelOf } from './standing.ts';
import type { WayStage } from './way.ts';

/** A finished mock as far as a milestone asks. */
export interface MockScores {
  readonly id: string;
  readonly atMs: number;
  /** Scores of its answers, 0 to 1; what was not scored is left out. */
  readonly answers: readonly { readonly item: ItemId; readonly score: number }[];
}

export interface ShownInMock {
  readonly id: string;
  readonly atMs: number;
  /** Mean of the answers to the stage's questions, 0 to 1. */
  readonly score: number;
  readonly passed: boolean;
}

export interface Milestone {
  readonly reachedBy: 'mock' | 'memory' | null;
  /** Expected recall of all the stage's questions today, 0 to 1; what was never asked counts as not recalled. */
  readonly held: number;
  /** The last mock that passed, else the last one that asked enough different questions of the stage; null when there is none. */
  readonly shown: ShownInMock | null;
}

/** Whether a share comes to so many per cent. Shares are sums of fractions: 0.29 times 100 is a hair below 29. */
function comesTo(share: number, percent: number): boolean {
  return share * 100 > percent - 1e-9;
}

function shownIn(mock: MockScores, { stage, steps }: WayStage): ShownInMock[] {
  const own = new Set(steps.map(({ question }) => question.id));
  const answers = mock.answers.filter(({ item }) => own.has(item));
  const asked = new Set(answers.map(({ item }) => item)).size;
  if (asked === 0 || asked < Math.min(stage.test.questions, own.size)) return [];
  const score = answers.reduce((sum, answer) => sum + answer.score, 0) / answers.length;
  return [{ id: mock.id, atMs: mock.atMs, score, passed: comesTo(score, stage.test.score) }];
}

/** The state of a stage's milestone. `mocks` in any order. */
export function milestoneOf(walked: WayStage, mocks: readonly MockScores[]): Milestone {
  const held = levelOf(walked.tally);
  const shown = mocks.flatMap((mock) => shownIn(mock, walked)).toSorted((a, b) => b.atMs - a.atMs);
  const best = shown.find(({ passed }) => passed) ?? shown[0] ?? null;
  const inMemory = walked.steps.length > 0 && comesTo(held, walked.stage.test.recall);
  return { held, shown: best, reachedBy: best?.passed ? 'mock' : inMemory ? 'memory' : null };
}

/**
 * The questions of a short mock for a stage: as many as its test asks, spread over the stage, others each day.
 *
 * @param turn any whole number from 0 on; another one, other questions
 */
export function mockItemsOf({ stage, steps }: WayStage, turn: number): ItemId[] {
  const count = Math.min(stage.test.questions, steps.length);
  return Array.from({ length: count }, (_, n) => Math.floor((n * steps.length) / count) + turn).flatMap(
    (at) => steps[at % steps.length]?.question.id ?? [],
  );
}
