/** The three things to do after a mock, the most useful first; each leads somewhere with one press. */
import type { ItemId } from '#bank/item.ts';
import type { Axis, MockAnswer, MockRecord } from '#review/mock-record.ts';
import { guessCheck, missedPoints, worstAnswer } from './report.ts';
import { mean, scoresByAxis, scoresByTopic } from './score.ts';

export type NextStep =
  /** Read the answer that went worst. */
  | { readonly kind: 'read'; readonly item: ItemId; readonly title: string }
  /** Practise the questions of which core points are missing. */
  | { readonly kind: 'practise'; readonly items: readonly ItemId[]; readonly points: number }
  /** Climb the domain of the weakest topic. */
  | { readonly kind: 'climb'; readonly topic: string; readonly domain: string; readonly score: number }
  /** Find causes that were taken for others. */
  | { readonly kind: 'causes'; readonly wrong: number }
  /** Short answers against long ones. */
  | { readonly kind: 'rapid'; readonly meanSeconds: number }
  /** The same interview again, with an eye on one axis. */
  | { readonly kind: 'axis'; readonly axis: Axis; readonly step: number }
  /** Guess again: the person believes to say more than they do. */
  | { readonly kind: 'calibrate'; readonly guessed: number; readonly was: number }
  /** Nothing was weak: a harder one. */
  | { readonly kind: 'harder' };

/** Two are three when nothing else is weak. */
const STEPS = 3;
/** A topic under this share is weak. */
const WEAK = 0.7;
/** Answers longer than this on average are long, in seconds. */
const LONG_SECONDS = 150;
/** A guess this much too high is worth a word. */
const OVERCONFIDENT = 0.25;
/** An axis under "yes" is weak. */
const YES = 2;

/** At most three, never two of a kind; a mock in which nothing was weak gets a harder one. */
export function nextSteps(record: MockRecord): NextStep[] {
  const steps = [read, practise, climb, causes, axis, rapid, calibrate].flatMap((find) => find(record.answers) ?? []);
  return steps.length === 0 ? [{ kind: 'harder' }] : steps.slice(0, STEPS);
}

type Find = (answers: readonly MockAnswer[]) => NextStep | null;

const read: Find = (answers) => {
  const worst = worstAnswer(answers);
  return worst && { kind: 'read', item: worst.item, title: worst.title };
};

const practise: Find = (answers) => {
  const missed = missedPoints(answers).filter(({ weight }) => weight === 'core');
  const items = [...new Set(missed.map(({ item }) => item))];
  return items.length === 0 ? null : { kind: 'practise', items, points: missed.length };
};

const climb: Find = (answers) => {
  const questions = answers.filter(({ ask }) => ask === 'question');
  const [weakest] = scoresByTopic(questions).toSorted((a, b) => (a.value ?? 1) - (b.value ?? 1));
  if (weakest?.value === undefined || weakest.value === null || weakest.value >= WEAK) return null;
  return { kind: 'climb', topic: weakest.key, domain: weakest.key.split('/')[0] ?? weakest.key, score: weakest.value };
};

const causes: Find = (answers) => {
  const wrong = answers.filter(({ choice }) => choice?.right === false).length;
  return wrong === 0 ? null : { kind: 'causes', wrong };
};

const axis: Find = (answers) => {
  const [weakest] = scoresByAxis(answers).toSorted((a, b) => a.step - b.step);
  return weakest && weakest.step < YES ? { kind: 'axis', axis: weakest.axis, step: weakest.step } : null;
};

const rapid: Find = (answers) => {
  const spoken = answers.filter(({ kind, speakMs }) => kind !== 'design' && speakMs > 0);
  const seconds = (mean(spoken.map(({ speakMs }) => speakMs)) ?? 0) / 1000;
  return seconds > LONG_SECONDS ? { kind: 'rapid', meanSeconds: Math.round(seconds) } : null;
};

const calibrate: Find = (answers) => {
  const check = guessCheck(answers);
  if (!check || check.guessed - check.was < OVERCONFIDENT) return null;
  return { kind: 'calibrate', guessed: check.guessed, was: check.was };
};
