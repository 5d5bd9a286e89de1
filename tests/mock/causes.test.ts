/** Choices in a search for a cause: one is right, the others are not, and the seed decides their order. */
import { expect, test } from 'vitest';
import type { Block } from '#bank/blocks.ts';
import { causeOfError, causeOfPair, pairsOf, type Pair } from '#mock/causes.ts';
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
  const cause = causeOfError(errorEntry('e', { layers }), 'seed');
  expect(cause?.options).toHaveLength(4);
  expect(cause?.options.filter(({ right }) => right)).toEqual([{ text: 'Rename the column once.', right: true }]);
  const all = ['a', 'b', 'c', 'd', 'e'].flatMap(
    (seed) => causeOfError(errorEntry('e', { layers }), seed)?.options ?? [],
  );
  expect(all.map(({ text }) => text)).toContain('Use v1.2 of the driver.');
  const places = ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) =>
    causeOfError(errorEntry('e', { layers }), seed)?.options.findIndex(({ right }) => right),
  );
  expect(new Set(places).size).toBeGreaterThan(1);
});

test('the same seed offers the same choices', () => {
  expect(causeOfError(errorEntry('e', { layers }), 'x')).toEqual(causeOfError(errorEntry('e', { layers }), 'x'));
});

test('an error without a fix, or without a wrong one, offers no choice', () => {
  expect(causeOfError(errorEntry('e', { layers: { ...layers, fix: [] } }), 'x')).toBeNull();
  expect(causeOfError(errorEntry('e', { layers: { ...layers, wrongFixes: [] } }), 'x')).toBeNull();
});

function pair(why: string, lang = 'ts'): Pair {
  const code = { lang, title: why, lines: [['x']], why };
  return { t: 'pair', bad: code, good: { ...code, why: 'Better' } };
}

test('a pair offers its fault among those of others, first of the same language', () => {
  const own = pair('It races');
  const others = [own, pair('It leaks'), pair('It waits'), pair('It lies', 'sql'), pair('It races')];
  const cause = causeOfPair(own, others, 'x');
  expect(cause?.options.map(({ text }) => text).toSorted()).toEqual(['It leaks', 'It races', 'It waits']);
  expect(cause?.options.find(({ right }) => right)?.text).toBe('It races');
  expect(causeOfPair(own, [own], 'x')).toBeNull();
});

test('pairs are found wherever they stand in the text', () => {
  const answer: Block[] = [
    pair('one'),
    { t: 'callout', kind: 'trap', c: [pair('two')] },
    { t: 'ul', items: [[p('x'), pair('three')]] },
  ];
  expect(pairsOf(question('q', { answer })).map(({ bad }) => bad.why)).toEqual(['one', 'two', 'three']);
});
