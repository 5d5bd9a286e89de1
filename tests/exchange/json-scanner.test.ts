import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonScanner, type ScanFault } from '#exchange/json-scanner.ts';

const LIMITS = { pieceLength: 2000, depth: 8 };

/** Puts the object together again out of what the scanner delivers; the scan's fault instead if there is one. */
function scan(parts: readonly string[], limits = LIMITS): Record<string, unknown> | ScanFault {
  const out: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  const scanner = new JsonScanner<never>(
    {
      lists: new Set(['list', 'other']),
      onList: (name) => {
        out[name] = [];
        return null;
      },
      onMember: (name, value) => {
        out[name] = value;
        return null;
      },
      onElement: (name, index, value) => {
        expect((out[name] as unknown[]).push(value)).toBe(index + 1);
        return null;
      },
    },
    limits,
  );
  for (const part of parts) {
    const fault = scanner.push(part);
    if (fault) return fault;
  }
  return scanner.end() ?? out;
}

function isFault(result: Record<string, unknown> | ScanFault): result is ScanFault {
  return typeof result['kind'] === 'string';
}

const json = fc.jsonValue({ maxDepth: 3 });
const object = fc.record({ list: fc.array(json, { maxLength: 5 }), other: json, third: json }, { requiredKeys: [] });

/** A text cut at random places. */
function cut(text: string): fc.Arbitrary<string[]> {
  return fc.array(fc.nat(text.length), { maxLength: 6 }).map((places) => {
    const ends = [...places.toSorted((a, b) => a - b), text.length];
    return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
  });
}

test('whatever the object and wherever its text is cut, the pieces make the object again', () => {
  const cutObject = fc
    .tuple(object, fc.constantFrom(undefined, 2))
    .chain(([value, indent]) => cut(JSON.stringify(value, null, indent)).map((parts) => ({ value, parts })));
  fc.assert(
    fc.property(cutObject, ({ value, parts }) => {
      expect({ ...scan(parts) }).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('a text that arrives sign by sign is read as one that arrives at once', () => {
  const text = '\uFEFF { "list" : [ 1 , "a\\"]" , {"b":[ ] } ] , "x\\u0041" : -1.5e3 , "other":null } \n';
  const whole = scan([text]);
  expect({ ...whole }).toEqual({ list: [1, 'a"]', { b: [] }], xA: -1500, other: null });
  expect(scan(text.split(''))).toEqual(whole);
});

test('what one changed sign makes of an object is accepted exactly if JSON.parse accepts it as an object', () => {
  const changed = fc
    .tuple(object, fc.nat(), fc.constantFrom(...' {}[]:,"\\0-e.tn\u0000'.split('')), fc.boolean())
    .map(([value, place, sign, insert]) => {
      const text = JSON.stringify(value, null, 1);
      const at = place % text.length;
      return text.slice(0, at) + sign + text.slice(insert ? at : at + 1);
    });
  fc.assert(
    fc.property(changed, (text) => {
      let expected: unknown;
      try {
        expected = JSON.parse(text);
      } catch {
        expected = undefined;
      }
      const isObject = typeof expected === 'object' && expected !== null && !Array.isArray(expected);
      expect(isFault(scan([text]))).toBe(!isObject);
    }),
    { numRuns: 500 },
  );
});

test('every beginning of a text that is not the whole of it is called truncated, and says where', () => {
  const text = '{"a":1,"list":[{"b":2},{"c":3}],"d":"e"}';
  for (let length = 0; length < text.length; length += 1) {
    expect(scan([text.slice(0, length)]), `after ${length} signs`).toMatchObject({ kind: 'truncated' });
  }
  expect(scan([text.slice(0, 25)])).toEqual({ kind: 'truncated', where: 'list[1]' });
  expect(scan([text.slice(0, 33)])).toEqual({ kind: 'truncated', where: 'after list' });
});

test.each([
  ['[1]', { kind: 'notObject' }],
  ['"x"', { kind: 'notObject' }],
  ['null', { kind: 'notObject' }],
  ['id;question', { kind: 'notObject' }],
  ['{a:1}', { kind: 'syntax', where: 'the beginning' }],
  ['{"a":1}{', { kind: 'syntax', where: 'the end' }],
  ['{"a":1,}', { kind: 'syntax', where: 'after a' }],
  ['{"list":[1,]}', { kind: 'syntax', where: 'list[1]' }],
  ['{"list":[1 2]}', { kind: 'syntax', where: 'list[1]' }],
  ['{"list":[1}}', { kind: 'syntax', where: 'list[1]' }],
  ['{"list":[[}]]}', { kind: 'syntax', where: 'list[0]' }],
  ['{"a":tru}', { kind: 'syntax', where: 'a' }],
  ['{"a":"\n"}', { kind: 'syntax', where: 'a' }],
])('%j is refused: %o', (text, fault) => {
  expect(scan([text])).toMatchObject(fault);
});

test('a piece that is longer or deeper than the limits ends the scan before it is whole', () => {
  const long = `{"list":[1,"${'x'.repeat(3000)}`;
  expect(scan([long])).toEqual({ kind: 'tooBig', where: 'list[1]', why: expect.stringContaining('longer') });
  const deep = `{"a":${'['.repeat(9)}`;
  expect(scan([deep])).toEqual({ kind: 'tooBig', where: 'a', why: expect.stringContaining('deeper') });
  expect(isFault(scan([`{"a":${'['.repeat(8)}${']'.repeat(8)}}`]))).toBe(false);
});

test('after a fault nothing more is delivered', () => {
  const seen: unknown[] = [];
  const scanner = new JsonScanner<'stop'>(
    {
      lists: new Set(['list']),
      onList: () => null,
      onMember: () => null,
      onElement: (_, __, value) => {
        seen.push(value);
        return value === 2 ? 'stop' : null;
      },
    },
    LIMITS,
  );
  expect(scanner.push('{"list":[1,2,3')).toBe('stop');
  expect(scanner.push(',4]}')).toBe('stop');
  expect(scanner.end()).toBe('stop');
  expect(seen).toEqual([1, 2]);
});
