/** The tier ladder: one topic, or one domain, climbs until two rungs fail, and what held names its ceiling. */
import { TIERS, tierRank, type Tier } from '#bank/tier.ts';
import type { MockAnswer } from '#review/mock-record.ts';
import { bare, byChance, inScope, REPEAT_WINDOW, stratumOf, tierWeight, type Candidate } from './draw.ts';
import type { Drawn, DrawnQuestion, DrawNote } from './drawn.ts';
import type { MockSettings } from './settings.ts';
import { coreShare } from './score.ts';

/** A rung holds when this share of its core points was said, follow-ups counted. */
const HOLDS = 2 / 3;
/** After this many failed rungs a topic is left. */
export const FAILURES = 2;
/** How many questions of each rung are kept at hand: one to ask, and one for each failure. */
const AT_HAND = FAILURES + 1;

/** Of an answer, what the ladder looks at. */
export type Rung = Pick<MockAnswer, 'topic' | 'tier' | 'outcome' | 'points' | 'choice' | 'item'>;

/**
 * What one ladder climbs: the topic that was asked for by name, else its whole domain, since few single topics have questions
 * on every rung.
 */
export function climbOf(topics: MockSettings['topics'], topic: string): string {
  const domain = topic.split('/')[0] ?? topic;
  return Object.keys(topics).length === 0 ? domain : (stratumOf(topics, topic) ?? domain);
}

/**
 * The questions from which ladders are climbed: of each topic or domain asked for a few on each rung, likeliest first, those of
 * recent mocks last. They come in the order of their weight, at most `ladders` of them.
 */
export function drawLadder(
  candidates: readonly Candidate[],
  settings: Pick<MockSettings, 'topics' | 'tiers' | 'draw' | 'seed'>,
  ladders: number,
): Drawn {
  const scope = byChance(inScope(candidates, settings), settings);
  const recent = ({ mocksAgo }: Candidate): boolean =>
    settings.draw === 'mine' && mocksAgo !== null && mocksAgo < REPEAT_WINDOW;
  const ordered = [...scope.filter((each) => !recent(each)), ...scope.filter(recent)];
  const nameOf = ({ topic }: Candidate): string => climbOf(settings.topics, topic);
  const weight = (name: string): number => settings.topics[name] ?? 1;
  const climbed = [...new Set(scope.map(nameOf))].toSorted((a, b) => weight(b) - weight(a)).slice(0, ladders);
  const tiers = TIERS.filter((tier) => tierWeight(settings.tiers, tier) > 0);
  const rungs = climbed.flatMap((topic) => tiers.map((tier) => ({ topic, tier })));
  const questions: DrawnQuestion[] = [];
  const notes: DrawNote[] = [];
  for (const { topic, tier } of rungs) {
    const own = ordered.filter((each) => nameOf(each) === topic && each.tier === tier).slice(0, AT_HAND);
    if (own.length === 0) notes.push({ kind: 'noRung', topic, tier });
    questions.push(...own.map(bare));
  }
  return { questions, notes };
}

/** Whether an answer carries its rung; null when it was left out of the score, which says neither. */
export function holds(answer: Rung): boolean | null {
  if (answer.outcome === 'unscored') return null;
  return answer.outcome === 'graded' && (coreShare(answer) ?? 0) >= HOLDS;
}

export type Climb =
  | { readonly kind: 'ask'; readonly question: DrawnQuestion }
  | {
      readonly kind: 'stop';
      /** top: the last rung held or was tried; failed: two rungs failed; thin: the bank has no more. */
      readonly why: 'top' | 'failed' | 'thin';
    };

/** Where a topic's ladder goes after these answers to it, in order, with what is at hand for it. */
export function climb(atHand: readonly DrawnQuestion[], answers: readonly Rung[]): Climb {
  const asked = new Set(answers.map(({ item }) => item));
  const failures = answers.filter((answer) => holds(answer) === false).length;
  if (failures >= FAILURES) return { kind: 'stop', why: 'failed' };
  const last = answers.at(-1);
  const from = last ? tierRank(last.tier) + (holds(last) === true ? 1 : 0) : 0;
  const next = atHand
    .filter(({ item, tier }) => !asked.has(item) && tierRank(tier) >= from)
    .toSorted((a, b) => tierRank(a.tier) - tierRank(b.tier))[0];
  if (next) return { kind: 'ask', question: next };
  return { kind: 'stop', why: last?.tier === 'expert' ? 'top' : 'thin' };
}

type Topics = MockSettings['topics'];

/** The next question of ladders that are climbed one after the other; null when all have ended. */
export function nextRung(
  atHand: readonly DrawnQuestion[],
  answers: readonly Rung[],
  topics: Topics,
): DrawnQuestion | null {
  for (const name of new Set(atHand.map(({ topic }) => climbOf(topics, topic)))) {
    const own = ({ topic }: { readonly topic: string }): boolean => climbOf(topics, topic) === name;
    const step = climb(atHand.filter(own), answers.filter(own));
    if (step.kind === 'ask') return step.question;
  }
  return null;
}

export interface Ceiling {
  /** The topic or the whole domain that was climbed. */
  readonly topic: string;
  /** The highest tier that held; null when none did. */
  readonly tier: Tier | null;
  /** The rungs tried, in order: the evidence. */
  readonly rungs: readonly { readonly tier: Tier; readonly item: Rung['item']; readonly held: boolean | null }[];
}

/** How high each ladder was climbed, in the order in which they were asked. `topics` are those of the settings. */
export function ceilingsOf(answers: readonly Rung[], topics: Topics): Ceiling[] {
  const names = new Set(answers.map(({ topic }) => climbOf(topics, topic)));
  return [...names].map((name) => {
    const own = answers.filter(({ topic }) => climbOf(topics, topic) === name);
    const rungs = own.map((answer) => ({ tier: answer.tier, item: answer.item, held: holds(answer) }));
    const tier = TIERS.findLast((each) => rungs.some((rung) => rung.tier === each && rung.held === true)) ?? null;
    return { topic: name, tier, rungs };
  });
}

/** The tier of a ceiling; `below` the lowest rung that failed when none held. */
export function ceilingInWords({ tier, rungs }: Pick<Ceiling, 'tier' | 'rungs'>): string {
  const failed = rungs.find(({ held }) => held === false);
  return tier ?? (failed ? `below ${failed.tier}` : 'not scored');
}
