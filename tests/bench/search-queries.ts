/** Queries whose right answer is known, by class, made from the items by a fixed seed. */
import { isStopWord, termOf, wordsOf } from '#search/words.ts';
import { pick, seeded, type MadeItem, type MadeLine, type Random } from './search-corpus.ts';

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

function withSlips(words: readonly string[], count: number, random: Random): string {
  const longest = words.toSorted((a, b) => b.length - a.length).slice(0, count);
  return words.map((word) => (longest.includes(word) ? slipped(word, random) : word)).join(' ');
}

/** Seven words in a row around an exchanged one. */
function phraseFrom({ text, changed }: MadeLine): string {
  const parts = text.split(' ');
  const at = parts.indexOf(changed[0] ?? '');
  if (at < 0) return '';
  const from = Math.max(0, Math.min(at - 3, parts.length - 7));
  return parts.slice(from, from + 7).join(' ');
}

function trace(message: string, random: Random): string {
  const line = (): string =>
    `    at ${pick(['handle', 'run', 'dispatch'], random)} (/srv/app/dist/${random(1e6)}.js:${random(900)}:${random(80)})`;
  return [
    `[2026-11-22T03:14:${10 + random(49)}.${random(999)}Z] pid=${random(1e5)}`,
    message,
    line(),
    line(),
    line(),
  ].join('\n');
}

const MAKE: Readonly<Record<QueryClass, (item: MadeItem, random: Random) => string>> = {
  exact: ({ title }, random) => wordsFrom(title, random).join(' '),
  phrase: ({ lines }, random) => phraseFrom(pick(lines, random)),
  identifier: ({ identifier }) => identifier,
  body: ({ lines }, random) => wordsFrom(pick(lines, random), random, 3).join(' '),
  'one typo': ({ title }, random) => withSlips(wordsFrom(title, random), 1, random),
  'two typos': ({ title }, random) => withSlips(wordsFrom(title, random), 2, random),
  prefix: ({ title }, random) => {
    const words = wordsFrom(title, random);
    const last = words.pop() ?? '';
    return [...words, last.slice(0, Math.max(3, last.length - 3))].join(' ');
  },
  trace: ({ message }, random) => trace(message?.text ?? '', random),
};

/** With fewer words a query of its class would have more than one right answer. */
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

/** So many queries of a class; a target whose line offers too few words is passed over. */
export function makeQueries(items: readonly MadeItem[], kind: QueryClass, count: number): KnownQuery[] {
  const random = seeded(11 + CLASSES.indexOf(kind));
  const targets = items.filter(({ message, title }) =>
    kind === 'trace' ? message !== null : title.changed.length > 1,
  );
  const queries: KnownQuery[] = [];
  for (let tries = 0; queries.length < count && tries < 20 * count; tries += 1) {
    const item = pick(targets, random);
    const text = MAKE[kind](item, random);
    if (wordsOf(text).length >= LEAST_WORDS[kind]) queries.push({ text, target: item.document.entry.id });
  }
  return queries;
}
