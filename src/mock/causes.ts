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

/** The cause of an error entry, by what helps against it; null when the entry names no fix, or none that is wrong. */
export function causeOfError(error: ErrorEntry, seed: string): Cause | null {
  const [fix] = linesOf(error.layers.fix);
  const wrong = wrongFixesOf(error);
  if (fix === undefined || wrong.length === 0) return null;
  const decoys = wrong.toSorted((a, b) => seededFraction(`${seed} ${a}`) - seededFraction(`${seed} ${b}`));
  const options = decoys.slice(0, MOST_DECOYS).map((text) => ({ text, right: false }));
  return { ask: 'Which of these helps?', options: shuffled([...options, { text: opening(fix), right: true }], seed) };
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

/** What is wrong with the bad half of a pair, among what is wrong with others; null when there are no others. */
export function causeOfPair(pair: Pair, others: readonly Pair[], seed: string): Cause | null {
  const sameLanguage = others.filter(({ bad }) => bad.lang === pair.bad.lang && bad.why !== pair.bad.why);
  const decoys = (sameLanguage.length >= 2 ? sameLanguage : others)
    .map(({ bad }) => bad.why)
    .filter((why) => why !== pair.bad.why);
  const drawn = [...new Set(decoys)]
    .toSorted((a, b) => seededFraction(`${seed} ${a}`) - seededFraction(`${seed} ${b}`))
    .slice(0, MOST_DECOYS);
  if (drawn.length === 0) return null;
  const options = drawn.map((text) => ({ text, right: false }));
  return { ask: 'What is wrong with it?', options: shuffled([...options, { text: pair.bad.why, right: true }], seed) };
}
