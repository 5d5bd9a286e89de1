import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { byTopic, setApart } from '#plan/mix.ts';
import { itemId } from '../support/builders.ts';

const place = ([topic = '', item = '']: readonly string[]) => ({ topic, item: itemId(item) });

test('a topic does not follow itself while there is another near', () => {
  const entries = [
    ['a', '1'],
    ['a', '2'],
    ['b', '3'],
    ['b', '4'],
  ];
  expect(setApart(entries, place).map(([, item]) => item)).toEqual(['1', '3', '2', '4']);
});

test('points of one question lie apart, even in the same topic', () => {
  const entries = ['x', 'x', '1', '2', '3', '4', '5'].map((item) => ['a', item]);
  expect(setApart(entries, place).map(([, item]) => item)).toEqual(['x', '1', '2', '3', '4', 'x', '5']);
});

test('nothing is lost, nothing doubled, and nothing far behind comes forward', () => {
  const entry = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3', '4', '5', '6'));
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 60 }), (pairs) => {
      const entries = pairs.map((pair, index) => [...pair, String(index)]);
      const mixed = setApart(entries, place);
      expect(mixed).toHaveLength(entries.length);
      expect(new Set(mixed)).toEqual(new Set(entries));
      for (const [index, [, , before]] of mixed.entries()) expect(Number(before) - index).toBeLessThan(8);
    }),
  );
});

test('one topic comes after the other, in the order in which they first appear', () => {
  const entries = ['a1', 'b1', 'a2', 'c1', 'b2'].map((name) => [name.slice(0, 1), name]);
  expect(byTopic(entries, place).map(([, item]) => item)).toEqual(['a1', 'a2', 'b1', 'b2', 'c1']);
});
