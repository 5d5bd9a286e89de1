/** From what a person asks for to the questions of the interview: which of the bank fit the format, and how many the time holds. */
import { MOCK_LIMITS } from '#review/mock-record.ts';
import { bare, drawPanel, inScope, type Candidate } from './draw.ts';
import type { Drawn } from './drawn.ts';
import { drawLadder } from './ladder.ts';
import { DEEP_MINUTES } from './phases.ts';
import { isProbing } from './run.ts';
import { mean } from './score.ts';
import type { MockFormat, MockSettings } from './settings.ts';

/** Thinking before the first word, in seconds. */
const THINK_SECONDS = 20;
/** An answer takes a little longer than a good one. */
const SLOWER = 1.2;
/** Two follow-ups that take half a minute each. */
const FOLLOW_UP_SECONDS = 60;
/** A minute, and the step to the next question. */
const RAPID_SECONDS = 70;
/** A ladder of four rungs with its follow-ups. */
const LADDER_MINUTES = 12;

const FITS: Readonly<Record<MockFormat, (candidate: Candidate) => boolean>> = {
  panel: ({ as, kind }) => as === 'question' && kind !== 'behavioural',
  ladder: ({ as, kind }) => as === 'question' && kind !== 'behavioural',
  rapid: ({ as, kind }) => as === 'question' && kind !== 'behavioural' && kind !== 'design',
  deep: ({ as, kind }) => as === 'question' && kind === 'design',
  cause: ({ as }) => as !== 'question',
  behavioural: ({ as, kind }) => as === 'question' && kind === 'behavioural',
};

/** The candidates that the format can ask, of the kinds that were chosen; kinds that the format forbids are let in by name. */
export function poolFor(
  candidates: readonly Candidate[],
  { format, kinds }: Pick<MockSettings, 'format' | 'kinds'>,
): Candidate[] {
  if (kinds.length === 0 || (format !== 'panel' && format !== 'ladder' && format !== 'rapid')) {
    return candidates.filter(FITS[format]);
  }
  return candidates.filter(({ as, kind }) => as === 'question' && kinds.includes(kind));
}

/** How many questions a format asks in its length, and its record holds; of ladders, how many topics are climbed. At least 1. */
export function countFor(settings: Pick<MockSettings, 'format' | 'length'>, pool: readonly Candidate[]): number {
  const { format, length } = settings;
  if (length.kind === 'count') return length.count;
  return Math.min(MOCK_LIMITS.answers, countIn(format, length.minutes, pool));
}

function countIn(format: MockFormat, minutes: number, pool: readonly Candidate[]): number {
  if (format === 'ladder') return Math.max(1, Math.floor(minutes / LADDER_MINUTES));
  if (format === 'deep') return Math.max(1, Math.floor(minutes / DEEP_MINUTES));
  const answer = mean(pool.map(({ seconds }) => seconds)) ?? 60;
  const followUps = isProbing({ format }) ? FOLLOW_UP_SECONDS : 0;
  const seconds = format === 'rapid' ? RAPID_SECONDS : THINK_SECONDS + answer * SLOWER + followUps;
  return Math.max(1, Math.round((minutes * 60) / seconds));
}

/**
 * Draws the interview that the settings ask for. Chosen items come as they are, in their order; what the bank has not of them is
 * told. The same settings and candidates give the same interview, whatever the order of the candidates.
 */
export function drawMock(candidates: readonly Candidate[], settings: MockSettings): Drawn {
  const { items, format } = settings;
  if (items.length > 0) return chosen(candidates, items);
  const pool = poolFor(candidates, settings);
  const count = countFor(settings, inScope(pool, settings));
  if (format !== 'ladder') return drawPanel({ candidates: pool, settings, count });
  const drawn = drawLadder(pool, settings, count);
  return drawn.questions.length > 0 ? drawn : { ...drawn, notes: [{ kind: 'fewer', wanted: count, got: 0 }] };
}

function chosen(candidates: readonly Candidate[], items: MockSettings['items']): Drawn {
  const questions = items
    .flatMap((id) => candidates.find(({ item, as }) => item === id && as !== 'pair') ?? [])
    .map(bare);
  const missing = items.length - questions.length;
  return {
    questions,
    notes: missing > 0 ? [{ kind: 'fewer', wanted: items.length, got: questions.length }] : [],
  };
}
