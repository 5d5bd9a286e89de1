/** Queries whose right answer is known, by class, made from the items by a fixed seed. */
import { isStopWord, termOf, wordsOf } from '#search/words.ts';
import { pick, seeded, type MadeItem, type MadeLine, type Random } from './search-corpus.ts';
import { countHolding, type Oracle } from './search-oracle.ts';

export const CLASSES = ['exact', 'phrase', 'identifier', 'body', 'one typo', 'two typos', 'prefix', 'trace'] as const;
export type QueryClass = (typeof CLASSES)[number];

export interface KnownQuery {
  readonly text: string;
  readonly target: string;
}

/** What each class must reach in recall@5. */
export const MUST: Readonly<Record<QueryClass, number>> = {
  exact: 0.97,
  phrase: 0.97,
  identifier: 0.97,
  body: 0.97,
  'one typo': 0.95,
  'two typos': 0.95,
  prefix: 0.95,
  trace: 0.9,
};

const telling = (text: string): string[] =>
  wordsOf(text).filter((word) => word.length > 3 && !isStopWord(termOf(word)));

/** A query with the words that it means, and where they stand together. */
interface Made {
  readonly text: string;
  readonly meant: readonly string[];
  readonly where: keyof Oracle | null;
  /** The last of the words is only begun. */
  readonly open?: boolean;
}

const NOTHING: Made = { text: '', meant: [], where: null };

/** So many exchanged words of a line and one more, in the order in which they stand there. */
function wordsFrom({ text, changed }: MadeLine, random: Random, count = 2): string[] {
  const words = telling(text);
  const wanted = new Set([...changed.slice(0, count), pick(words, random)]);
  return words.filter((word) => wanted.has(word));
}

/** One slip: a letter left out, doubled, exchanged or swapped with the next; never the first. */
function slipped(word: string, random: Random): string {
  const at = 1 + random(word.length - 2);
  const ways = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at) + word.slice(at),
    `${word.slice(0, at)}${pick(['a', 'e', 'i', 'o', 'r', 's', 't'], random)}${word.slice(at + 1)}`,
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  ];
  return pick(ways, random);
}

function withSlips({ title }: MadeItem, count: number, random: Random): Made {
  const meant = wordsFrom(title, random);
  const longest = meant.toSorted((a, b) => b.length - a.length).slice(0, count);
  const text = meant.map((word) => (longest.includes(word) ? slipped(word, random) : word)).join(' ');
  return { text, meant, where: 'titles' };
}

/** Seven words in a row around an exchanged one. */
function phraseFrom({ text, changed: [first] }: MadeLine): Made {
  const parts = text.trim().split(' ');
  const at = first === undefined ? -1 : parts.indexOf(first);
  if (at < 0) return NOTHING;
  const from = Math.max(0, Math.min(at - 3, parts.length - 7));
  const phrase = parts.slice(from, from + 7).join(' ');
  return { text: phrase, meant: wordsOf(phrase), where: 'texts' };
}

/** As somebody types it: as it is written, in small letters, in the other convention, or its two words. */
function identifierFrom({ identifier }: MadeItem, random: Random): Made {
  const words = identifier.replace(/[A-Z]/u, (letter) => ` ${letter.toLowerCase()}`);
  const ways = [identifier, identifier.toLowerCase(), words.replace(' ', '_'), words];
  return { text: pick(ways, random), meant: [identifier], where: null };
}

function trace(message: string, random: Random): Made {
  const line = (): string =>
    `    at ${pick(['handle', 'run', 'dispatch'], random)} (/srv/app/dist/${random(1e6)}.js:${random(900)}:${random(80)})`;
  const lines = [
    `[2026-11-22T03:14:${10 + random(49)}.${random(999)}Z] pid=${random(1e5)}`,
    message,
    line(),
    line(),
    line(),
  ];
  return { text: lines.join('\n'), meant: wordsOf(message), where: null };
}

const MAKE: Readonly<Record<QueryClass, (item: MadeItem, random: Random) => Made>> = {
  exact: ({ title }, random) => {
    const meant = wordsFrom(title, random);
    return { text: meant.join(' '), meant, where: 'titles' };
  },
  phrase: ({ lines }, random) => phraseFrom(pick(lines, random)),
  identifier: identifierFrom,
  body: ({ lines }, random) => {
    const meant = wordsFrom(pick(lines, random), random, 3);
    return { text: meant.join(' '), meant, where: 'texts' };
  },
  'one typo': (item, random) => withSlips(item, 1, random),
  'two typos': (item, random) => withSlips(item, 2, random),
  prefix: ({ title }, random) => {
    const words = wordsFrom(title, random);
    const last = words.pop() ?? '';
    const meant = [...words, last.slice(0, Math.max(3, last.length - 3))];
    return { text: meant.join(' '), meant, where: 'titles', open: true };
  },
  trace: ({ message }, random) => trace(message?.text ?? '', random),
};

/** With fewer words a query says too little to be one of its class. */
const LEAST_WORDS: Readonly<Record<QueryClass, number>> = {
  exact: 2,
  phrase: 4,
  identifier: 1,
  body: 3,
  'one typo': 2,
  'two typos': 2,
  prefix: 2,
  trace: 4,
};

function isClear({ meant, where, open = false }: Made, kind: QueryClass, oracle: Oracle): boolean {
  return meant.length >= LEAST_WORDS[kind] && (where === null || countHolding(oracle[where], meant, open) === 1);
}

export interface Asked {
  readonly items: readonly MadeItem[];
  readonly oracle: Oracle;
  readonly seed: number;
}

/** So many queries of a class; a target whose words are too few, or stand together in another item too, is passed over. */
export function makeQueries({ items, oracle, seed }: Asked, kind: QueryClass, count: number): KnownQuery[] {
  const random = seeded(seed + CLASSES.indexOf(kind));
  const targets = items.filter(({ message, title }) =>
    kind === 'trace' ? message !== null : title.changed.length > 1,
  );
  const queries: KnownQuery[] = [];
  for (let tries = 0; queries.length < count && tries < 20 * count; tries += 1) {
    const item = pick(targets, random);
    const made = MAKE[kind](item, random);
    if (isClear(made, kind, oracle)) queries.push({ text: made.text, target: item.document.entry.id });
  }
  return queries;
}
