/** Draws the questions of a panel: by topic and tier in the proportions asked for, what is weak more often than what is not. */
import type { ItemId } from '#bank/item.ts';
import { TIERS, tierRank, type Tier } from '#bank/tier.ts';
import { seededFraction } from '#memory/fuzz.ts';
import type { Drawn, DrawnQuestion, DrawNote } from './drawn.ts';
import { crossTable, highestShares, shareOut } from './quota.ts';
import type { MockSettings, Weights } from './settings.ts';

/** A question that could be asked, with what speaks for it. */
export interface Candidate extends DrawnQuestion {
  /** How much the person needs it: 0 solid to 1 weak or never proven. */
  readonly need: number;
  /** How many mocks ago it was asked, 0 the last one; null when not among those remembered. */
  readonly mocksAgo: number | null;
}

/** A question is not asked again in this many mocks after it. */
export const REPEAT_WINDOW = 3;
/** What is weakest is this many times more likely than what is solid, with 1 for both otherwise. */
const WEAK_FACTOR = 4;

export interface DrawInput {
  /** In any order; each item and pair once. */
  readonly candidates: readonly Candidate[];
  readonly settings: Pick<MockSettings, 'topics' | 'tiers' | 'draw' | 'seed'>;
  /** How many are wanted. */
  readonly count: number;
}

/**
 * Draws an interview. As long as the bank has enough of each, the numbers by topic and by tier are within one of the wished
 * proportions and nothing repeats within the window; where it has not, the nearest is taken and the notes say what was done.
 * The same seed, settings and candidates give the same interview on every machine, whatever their order.
 */
export function drawPanel({ candidates, settings, count }: DrawInput): Drawn {
  const scope = inScope(candidates, settings);
  const personal = settings.draw === 'mine';
  const fresh = scope.filter(({ mocksAgo }) => !personal || mocksAgo === null || mocksAgo >= REPEAT_WINDOW);
  const ranked = byChance(fresh, settings);
  const onMix = fillMix(ranked, settings, count);
  const rest = ranked.filter((each) => !onMix.includes(each));
  const offMix = rest.slice(0, count - onMix.length);
  const stale = byChance(
    scope.filter((each) => !fresh.includes(each)),
    settings,
  ).toSorted((a, b) => (b.mocksAgo ?? 0) - (a.mocksAgo ?? 0));
  const repeats = stale.slice(0, count - onMix.length - offMix.length);
  const questions = inOrder([...onMix, ...offMix, ...repeats], settings.seed);
  const notes = notesOf(count, questions.length, offMix.length, repeats.length);
  return { questions, notes: questions.length === 0 ? notes : [...notes, ...absentIn(questions, settings, count)] };
}

/** Which of the wishes have a share of one or more, and not one question: the others have taken their places. */
function absentIn(
  questions: readonly DrawnQuestion[],
  { topics, tiers }: DrawInput['settings'],
  count: number,
): DrawNote[] {
  const strata = questions.map(({ topic }) => stratumOf(topics, topic));
  return [
    ...entitled(topics, count).flatMap((topic) =>
      strata.includes(topic) ? [] : ({ kind: 'noTopic', topic } as const),
    ),
    ...TIERS.filter((tier) => entitled(tiers, count).includes(tier)).flatMap((tier) =>
      questions.some((each) => each.tier === tier) ? [] : ({ kind: 'noTier', tier } as const),
    ),
  ];
}

/** Names that come to one question at least. */
function entitled(weights: Weights<string>, count: number): string[] {
  const sum = Object.values(weights).reduce<number>((all, weight) => all + (weight ?? 0), 0);
  return Object.keys(weights).filter((name) => (count * (weights[name] ?? 0)) / sum >= 1);
}

function notesOf(wanted: number, got: number, offMix: number, repeats: number): DrawNote[] {
  return [
    ...(got < wanted ? [{ kind: 'fewer', wanted, got } as const] : []),
    ...(offMix > 0 ? [{ kind: 'offMix', count: offMix } as const] : []),
    ...(repeats > 0 ? [{ kind: 'repeats', count: repeats } as const] : []),
  ];
}

/** The entry of the wishes that a topic falls under: its own, else its domain's; null when it is not wished, or is wished not to be asked. */
export function stratumOf(topics: Weights<string>, topic: string): string | null {
  if (Object.keys(topics).length === 0) return topic;
  const said = [topic, topic.split('/')[0] ?? ''].find((name) => Object.hasOwn(topics, name));
  return said !== undefined && (topics[said] ?? 0) > 0 ? said : null;
}

/** The weight of a tier; where none is wished, all are alike. */
export function tierWeight(tiers: Weights<Tier>, tier: Tier): number {
  return Object.keys(tiers).length === 0 ? 1 : (tiers[tier] ?? 0);
}

/** The candidates whose topic and tier are wished at all. */
export function inScope(
  candidates: readonly Candidate[],
  { topics, tiers }: Pick<MockSettings, 'topics' | 'tiers'>,
): Candidate[] {
  return candidates.filter(({ topic, tier }) => stratumOf(topics, topic) !== null && tierWeight(tiers, tier) > 0);
}

function lotOf(seed: string, item: ItemId, pair: number | null): number {
  return seededFraction(`${seed} ${item} ${pair ?? ''}`);
}

/**
 * Most likely first: a weighted shuffle (Efraimidis and Spirakis 2006), the weight rising with the need when the draw is the
 * person's own.
 */
export function byChance(
  candidates: readonly Candidate[],
  { draw, seed }: Pick<MockSettings, 'draw' | 'seed'>,
): Candidate[] {
  const keyed = candidates.map((candidate) => {
    const weight = draw === 'mine' ? 1 + (WEAK_FACTOR - 1) * candidate.need : 1;
    return { candidate, key: lotOf(seed, candidate.item, candidate.pair) ** (1 / weight) };
  });
  keyed.sort((a, b) => b.key - a.key || (idOf(a.candidate) < idOf(b.candidate) ? -1 : 1));
  return keyed.map(({ candidate }) => candidate);
}

function idOf({ item, pair }: DrawnQuestion): string {
  return `${item} ${pair ?? ''}`;
}

/** As many as fit the proportions by topic and by tier together. */
function fillMix(
  ranked: readonly Candidate[],
  { topics, tiers, seed }: DrawInput['settings'],
  count: number,
): Candidate[] {
  const strata = strataOf(ranked, topics);
  const cells = new Map<string, Candidate[]>();
  for (const each of ranked) {
    const cell = `${stratumOf(topics, each.topic) ?? ''} ${each.tier}`;
    cells.set(cell, [...(cells.get(cell) ?? []), each]);
  }
  const cellOf = (row: number, column: number): readonly Candidate[] =>
    cells.get(`${strata[row]} ${TIERS[column]}`) ?? [];
  const present = TIERS.map((tier) => (ranked.some((each) => each.tier === tier) ? tierWeight(tiers, tier) : 0));
  const weights = strata.map((name) => topics[name] ?? 1);
  const table = crossTable({
    rows: shareOut(count, weights, (index) => seededFraction(`${seed} topic ${strata[index]}`)),
    most: highestShares(count, weights),
    columns: shareOut(count, present, (index) => seededFraction(`${seed} tier ${TIERS[index]}`)),
    roomAt: (row, column) => cellOf(row, column).length,
    lot: (row, column) => seededFraction(`${seed} cell ${strata[row]} ${TIERS[column]}`),
  });
  return table.flatMap((cellsOfRow, row) =>
    cellsOfRow.flatMap((wanted, column) => cellOf(row, column).slice(0, wanted)),
  );
}

/** The topics or domains that share the interview, sorted: those of the wishes that the bank has anything for. */
function strataOf(candidates: readonly Candidate[], topics: Weights<string>): string[] {
  const names = candidates.map(({ topic }) => stratumOf(topics, topic)).filter((name) => name !== null);
  return [...new Set(names)].toSorted();
}

/** Rising in tier, by lot within one: an interview warms up. */
function inOrder(candidates: readonly Candidate[], seed: string): DrawnQuestion[] {
  const lot = ({ item, pair }: Candidate): number => lotOf(`${seed} order`, item, pair);
  return candidates.toSorted((a, b) => tierRank(a.tier) - tierRank(b.tier) || lot(a) - lot(b)).map(bare);
}

/** A candidate as it is asked, without what spoke for it. */
export function bare(candidate: Candidate): DrawnQuestion {
  const { need: _, mocksAgo: __, ...drawn } = candidate;
  return drawn;
}
