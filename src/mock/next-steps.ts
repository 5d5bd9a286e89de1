/** The three things to do after a mock, the most useful first; each leads somewhere with one press. */
import type { ItemId } from '#bank/item.ts';
import type { Axis, MockAnswer, MockRecord } from '#review/mock-record.ts';
import { guessCheck, missedPoints, worstAnswer } from './report.ts';
import type { Weakness } from './history.ts';
import { mean, scoreOfAll, scoresByAxis, scoresByTopic } from './score.ts';
import type { MockFormat } from './settings.ts';

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
  /** Practise what is missed again and again, in questions that this mock did not ask. */
  | { readonly kind: 'recurring'; readonly items: readonly ItemId[]; readonly points: number }
  /** Little was weak: a harder one. */
  | { readonly kind: 'harder' }
  /** The same choices with other questions. */
  | { readonly kind: 'another' }
  /** What is due today. */
  | { readonly kind: 'review' }
  /** What is solid, and what is not. */
  | { readonly kind: 'fading' };

const STEPS = 3;
/** As many as a sitting holds. */
const MOST_ITEMS = 8;
/** A topic under this share is weak. */
const WEAK = 0.7;
/** Answers longer than this on average are long, in seconds. */
const LONG_SECONDS = 150;
/** A guess this much too high is worth a word. */
const OVERCONFIDENT = 0.25;
/** An axis under "yes" is weak. */
const YES = 2;

/** After a mock that says little. */
const ALWAYS: readonly NextStep[] = [{ kind: 'another' }, { kind: 'review' }, { kind: 'fading' }];

/** What the mock was, and what many of them show. */
export interface Background {
  readonly format: MockFormat;
  /** Of all mocks, this one among them. */
  readonly weaknesses: readonly Weakness[];
}

/** Three, the most useful first, never two of a kind: what was weak, then what goes on from here. */
export function nextSteps({ answers }: MockRecord, background: Background): NextStep[] {
  const finds = [read, practise, climb, recurring, causes, axis, rapid, calibrate, harder];
  const steps = finds.flatMap((find) => find(answers, background) ?? []);
  return [...steps, ...ALWAYS].slice(0, STEPS);
}

type Find = (answers: readonly MockAnswer[], background: Background) => NextStep | null;

const read: Find = (answers) => {
  const worst = worstAnswer(answers);
  return worst && { kind: 'read', item: worst.item, title: worst.title };
};

const practise: Find = (answers) => {
  const missed = missedPoints(answers).filter(({ weight }) => weight === 'core');
  const items = [...new Set(missed.map(({ item }) => item))];
  return items.length === 0 ? null : { kind: 'practise', items, points: missed.length };
};

/** A ladder was just climbed, and stories are on none. */
const climb: Find = (answers, { format }) => {
  if (format === 'ladder') return null;
  const questions = answers.filter(({ ask, kind }) => ask === 'question' && kind !== 'behavioural');
  const [weakest] = scoresByTopic(questions).toSorted((a, b) => (a.value ?? 1) - (b.value ?? 1));
  if (weakest?.value === undefined || weakest.value === null || weakest.value >= WEAK) return null;
  return { kind: 'climb', topic: weakest.key, domain: weakest.key.split('/')[0] ?? weakest.key, score: weakest.value };
};

const recurring: Find = (answers, { weaknesses }) => {
  const here = new Set(answers.map(({ item }) => item));
  const elsewhere = weaknesses.flatMap(({ places }) => places).filter(({ item }) => !here.has(item));
  if (elsewhere.length === 0) return null;
  const items = [...new Set(elsewhere.map(({ item }) => item))].slice(0, MOST_ITEMS);
  return { kind: 'recurring', items, points: elsewhere.filter(({ item }) => items.includes(item)).length };
};

const harder: Find = (answers) => {
  const { value } = scoreOfAll(answers);
  return value !== null && value >= WEAK ? { kind: 'harder' } : null;
};

const causes: Find = (answers) => {
  const wrong = answers.filter(({ choice }) => choice?.right === false).length;
  return wrong === 0 ? null : { kind: 'causes', wrong };
};

const axis: Find = (answers) => {
  const [weakest] = scoresByAxis(answers).toSorted((a, b) => a.step - b.step);
  return weakest && weakest.step < YES ? { kind: 'axis', axis: weakest.axis, step: weakest.step } : null;
};

const rapid: Find = (answers, { format }) => {
  if (format === 'rapid') return null;
  const spoken = answers.filter(({ kind, speakMs }) => kind !== 'design' && speakMs > 0);
  const seconds = (mean(spoken.map(({ speakMs }) => speakMs)) ?? 0) / 1000;
  return seconds > LONG_SECONDS ? { kind: 'rapid', meanSeconds: Math.round(seconds) } : null;
};

const calibrate: Find = (answers) => {
  const check = guessCheck(answers);
  if (!check || check.guessed - check.was < OVERCONFIDENT) return null;
  return { kind: 'calibrate', guessed: check.guessed, was: check.was };
};
