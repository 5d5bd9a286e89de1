/** Find the cause: what helps against an error, among the fixes that do not; what is wrong with a listing, among other faults. */
import type { Block } from '#bank/blocks.ts';
import type { ErrorEntry, Item } from '#bank/item.ts';
import { blocksOf } from '#bank/layers.ts';
import { linesOf, plainOf } from '#bank/text.ts';
import { seededFraction } from '#memory/fuzz.ts';

export type Pair = Extract<Block, { t: 'pair' }>;

export interface CauseOption {
  readonly text: string;
  readonly right: boolean;
}

export interface Cause {
  readonly ask: string;
  /** In an order that the seed decides. */
  readonly options: readonly CauseOption[];
}

/** More would be a list to read, not a choice. */
const MOST_DECOYS = 3;
/** Fewer would be the toss of a coin. */
const LEAST_DECOYS = 2;
/** The first sentence: options of one length give nothing away. A full stop inside a name ends none. */
function opening(text: string): string {
  return (/^.*?[.!?](?=\s|$)/u.exec(text)?.[0] ?? text).trim();
}

function shuffled(options: readonly CauseOption[], seed: string): CauseOption[] {
  const lot = ({ text }: CauseOption): number => seededFraction(`${seed} ${text}`);
  return options.toSorted((a, b) => lot(a) - lot(b));
}

/** What each entry of the list of wrong fixes says first: its words in bold, or its first sentence. */
function wrongFixesOf({ layers }: ErrorEntry): string[] {
  const entries = layers.wrongFixes.flatMap((block) => (block.t === 'ul' || block.t === 'ol' ? block.items : []));
  return entries.flatMap(([first]) => {
    if (first?.t !== 'p') return [];
    const bold = first.c.find((run) => typeof run !== 'string' && run.t === 'strong');
    return opening(plainOf(bold === undefined ? first.c : [bold]));
  });
}

/** Where something stands; null where it is of no language or tool in particular. */
interface Origin {
  readonly language: string | null;
  readonly tool: string | null;
  readonly topic: string;
}

/** How near another one stands: of the same language, then of the same tool, then of the same topic; 0 has nothing in common. */
function nearness(asked: Origin, other: Origin): number {
  const shares = (of: 'language' | 'tool'): boolean => asked[of] !== null && asked[of] === other[of];
  return (shares('language') ? 4 : 0) + (shares('tool') ? 2 : 0) + (asked.topic === other.topic ? 1 : 0);
}

interface Decoy extends Origin {
  readonly text: string;
}

/** The nearest decoys, those that are equally near by lot; what has nothing in common with what is asked gives itself away. */
function nearest(asked: Origin, decoys: readonly Decoy[], right: string, seed: string): CauseOption[] {
  const ranked = decoys
    .filter(({ text }) => text !== right)
    .map((decoy) => ({ text: decoy.text, near: nearness(asked, decoy), lot: seededFraction(`${seed} ${decoy.text}`) }))
    .filter(({ near }) => near > 0)
    .toSorted((a, b) => b.near - a.near || a.lot - b.lot);
  return [...new Set(ranked.map(({ text }) => text))].slice(0, MOST_DECOYS).map((text) => ({ text, right: false }));
}

function causeAmong(ask: string, right: string, decoys: readonly CauseOption[], seed: string): Cause | null {
  return decoys.length < LEAST_DECOYS
    ? null
    : { ask, options: shuffled([...decoys, { text: right, right: true }], seed) };
}

function decoysOfError(error: ErrorEntry): Decoy[] {
  const { language, framework: tool = null, topic } = error;
  return wrongFixesOf(error).map((text) => ({ text, language, tool, topic }));
}

/**
 * The cause of an error entry, by what helps against it among its own wrong fixes. An entry with fewer than two borrows those of the
 * nearest others. Null when it names no fix, or there are not three to choose from.
 */
export function causeOfError(error: ErrorEntry, others: readonly ErrorEntry[], seed: string): Cause | null {
  const [fix] = linesOf(error.layers.fix);
  if (fix === undefined) return null;
  const { language, framework: tool = null, topic } = error;
  const right = opening(fix);
  const among = (decoys: readonly Decoy[]): CauseOption[] => nearest({ language, tool, topic }, decoys, right, seed);
  const own = among(decoysOfError(error));
  const isOwn = ({ text }: CauseOption): boolean => own.some((each) => each.text === text);
  const lent = own.length < LEAST_DECOYS ? among(others.flatMap(decoysOfError)).filter((each) => !isOwn(each)) : [];
  return causeAmong('Which of these helps?', right, [...own, ...lent].slice(0, MOST_DECOYS), seed);
}

/** Every good/bad pair in an item's text, in reading order. */
export function pairsOf(item: Item): Pair[] {
  return blocksOf(item).flatMap(pairsIn);
}

function pairsIn(block: Block): Pair[] {
  switch (block.t) {
    case 'pair':
      return [block];
    case 'callout':
    case 'quote':
      return block.c.flatMap(pairsIn);
    case 'ul':
    case 'ol':
      return block.items.flatMap((blocks) => blocks.flatMap(pairsIn));
    default:
      return [];
  }
}

/** A listing with a fault, and the topic of the question that it stands in. */
export interface Listing {
  readonly pair: Pair;
  /** `domain/topic`; the domain is the tool. */
  readonly topic: string;
}

/** Dialects are one language; plain text is none. */
const LANGUAGES: Readonly<Record<string, string | null>> = { jsx: 'js', tsx: 'ts', text: null, '': null };

function decoyOf({ pair: { bad }, topic }: Listing): Decoy {
  const { [bad.lang]: language = bad.lang } = LANGUAGES;
  return { text: bad.why, language, tool: topic.split('/')[0] ?? topic, topic };
}

/** What is wrong with the bad half of a pair, among what is wrong with the nearest others; null when fewer than two are near. */
export function causeOfPair(asked: Listing, others: readonly Listing[], seed: string): Cause | null {
  const right = asked.pair.bad.why;
  const decoys = nearest(decoyOf(asked), others.map(decoyOf), right, seed);
  return causeAmong('What is wrong with it?', right, decoys, seed);
}
