/** Choices in a search for a cause: one is right, the others are not, and the seed decides their order. */
import { expect, test } from 'vitest';
import type { Block } from '#bank/blocks.ts';
import type { ErrorEntry } from '#bank/item.ts';
import { causeOfError, causeOfPair, pairsOf, type Listing, type Pair } from '#mock/causes.ts';
import { itemId } from '../support/builders.ts';
import { errorEntry, question } from '../support/item-builders.ts';

const p = (...c: Extract<Block, { t: 'p' }>['c']): Block => ({ t: 'p', c });
const layers = {
  ...errorEntry('e').layers,
  fix: [p('Rename the column once. Then be free of quotes.')],
  wrongFixes: [
    {
      t: 'ul',
      items: [
        [p({ t: 'strong', c: ['Quoting all of it.'] }, ' It works until it does not.')],
        [p('Use v1.2 of the driver. It hides the fault.')],
        [p({ t: 'strong', c: ['Capitals.'] })],
        [p({ t: 'strong', c: ['Retry.'] })],
      ],
    },
  ] satisfies Block[],
};

test('an error offers its fix among at most three that do not help, each in one sentence', () => {
  const cause = causeOfError(errorEntry('e', { layers }), [], 'seed');
  expect(cause?.options).toHaveLength(4);
  expect(cause?.options.filter(({ right }) => right)).toEqual([{ text: 'Rename the column once.', right: true }]);
  const all = ['a', 'b', 'c', 'd', 'e'].flatMap(
    (seed) => causeOfError(errorEntry('e', { layers }), [], seed)?.options ?? [],
  );
  expect(all.map(({ text }) => text)).toContain('Use v1.2 of the driver.');
  const places = ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) =>
    causeOfError(errorEntry('e', { layers }), [], seed)?.options.findIndex(({ right }) => right),
  );
  expect(new Set(places).size).toBeGreaterThan(1);
});

test('the same seed offers the same choices', () => {
  expect(causeOfError(errorEntry('e', { layers }), [], 'x')).toEqual(
    causeOfError(errorEntry('e', { layers }), [], 'x'),
  );
});

test('an error without a fix, or without a wrong one, offers no choice', () => {
  expect(causeOfError(errorEntry('e', { layers: { ...layers, fix: [] } }), [], 'x')).toBeNull();
  expect(causeOfError(errorEntry('e', { layers: { ...layers, wrongFixes: [] } }), [], 'x')).toBeNull();
});

/** An entry with one wrong fix, named for it. */
function wrong(id: string, over: Partial<ErrorEntry>): ErrorEntry {
  return errorEntry(id, { ...over, layers: { ...layers, wrongFixes: [{ t: 'ul', items: [[p(`${id}.`)]] }] } });
}

test('an error with fewer than two wrong fixes of its own borrows: of its language first, then of its tool, then of its topic, never elsewhere', () => {
  const over = { language: 'java', framework: 'spring', topic: 'java/web' };
  const bare = errorEntry('e', { ...over, layers: { ...layers, wrongFixes: [] } });
  const others = [
    wrong('elsewhere', { language: 'go', topic: 'go/web' }),
    wrong('same-topic', { language: 'kotlin', topic: 'java/web' }),
    wrong('same-tool', { language: 'kotlin', framework: 'spring', topic: 'kotlin/web' }),
    wrong('same-language', { language: 'java', topic: 'java/io' }),
  ];
  const texts = (from: readonly ErrorEntry[]) =>
    causeOfError(bare, from, 'x')?.options.flatMap(({ text, right }) => (right ? [] : text));
  expect(texts(others)?.toSorted()).toEqual(['same-language.', 'same-tool.', 'same-topic.']);
  expect(texts([...others, wrong('also-language', over)])?.toSorted()).toEqual([
    'also-language.',
    'same-language.',
    'same-tool.',
  ]);
  expect(causeOfError(bare, others.slice(0, 2), 'x')).toBeNull();
  const one = wrong('own', { ...over });
  expect(causeOfError(one, [...others, wrong('also-language', over)], 'x')?.options.map(({ text }) => text)).toContain(
    'own.',
  );
});

test('an error never borrows from itself, and offers nothing twice', () => {
  const over = { language: 'java', topic: 'java/web' };
  const one = wrong('own', over);
  expect(causeOfError(one, [one], 'x')).toBeNull();
  const twin = { ...wrong('own', over), id: itemId('twin') };
  const texts = causeOfError(one, [one, twin, wrong('other', over), wrong('third', over)], 'x')?.options.map(
    ({ text }) => text,
  );
  expect(texts?.toSorted()).toEqual(['Rename the column once.', 'other.', 'own.', 'third.']);
});

function pair(why: string, lang = 'ts'): Pair {
  const code = { lang, title: why, lines: [['x']], why };
  return { t: 'pair', bad: code, good: { ...code, why: 'Better' } };
}

function listing(why: string, lang = 'ts', topic = 'web/http'): Listing {
  return { pair: pair(why, lang), topic };
}

const decoysOf = (asked: Listing, others: readonly Listing[], seed = 'x') =>
  causeOfPair(asked, others, seed)
    ?.options.flatMap(({ text, right }) => (right ? [] : text))
    .toSorted();

test('a listing offers its fault among those of the same language, dialects with it, before those of the same tool and topic', () => {
  const own = listing('It races', 'tsx');
  const near = [listing('It leaks', 'ts', 'ts/a'), listing('It waits', 'tsx', 'ts/b'), listing('It races', 'ts')];
  expect(decoysOf(own, [own, ...near, listing('It lies', 'sql', 'sql/a')])).toEqual(['It leaks', 'It waits']);
  const tool = [listing('Same tool', 'css', 'web/tls'), listing('Same topic', 'css', 'web/http')];
  expect(decoysOf(own, [...tool, ...near, listing('It naps', 'ts', 'ts/c')])).toEqual([
    'It leaks',
    'It naps',
    'It waits',
  ]);
  expect(decoysOf(own, [...tool, ...near])).toEqual(['It leaks', 'It waits', 'Same topic']);
  expect(decoysOf(own, tool)).toEqual(['Same tool', 'Same topic']);
});

test('a listing to which fewer than two others are near offers no choice, and plain text is near to nothing by itself', () => {
  const own = listing('It races', 'text');
  expect(causeOfPair(own, [own], 'x')).toBeNull();
  expect(causeOfPair(listing('It races'), [listing('It leaks')], 'x')).toBeNull();
  expect(causeOfPair(own, [listing('It leaks', 'text', 'go/io'), listing('It lies', 'sql', 'sql/a')], 'x')).toBeNull();
});

test('of many that are equally near the seed decides, whatever their order', () => {
  const own = listing('It races');
  const many = Array.from({ length: 12 }, (_, index) => listing(`Fault ${index}`));
  expect(decoysOf(own, many.toReversed())).toEqual(decoysOf(own, many));
  const drawn = ['a', 'b', 'c', 'd'].map((seed) => String(decoysOf(own, many, seed)));
  expect(new Set(drawn).size).toBeGreaterThan(1);
});

test('pairs are found wherever they stand in the text', () => {
  const answer: Block[] = [
    pair('one'),
    { t: 'callout', kind: 'trap', c: [pair('two')] },
    { t: 'ul', items: [[p('x'), pair('three')]] },
  ];
  expect(pairsOf(question('q', { answer })).map(({ bad }) => bad.why)).toEqual(['one', 'two', 'three']);
});
