import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parseItem } from '#bank/parse/parse-item.ts';
import { parsePack } from '#bank/parse/parse-pack.ts';
import { LIMITS } from '#bank/parse/limits.ts';
import { QUESTION, SAMPLES, SHEET } from './sample-texts.ts';

vi.setConfig({ testTimeout: 20_000 });

const FILE: string = SAMPLES.question.file;
const FRONT = QUESTION.slice(0, QUESTION.indexOf('\n# ') + 1);

/** Pieces of Markdown and YAML that mean something to a parser, in a meaningless order. */
const piece = fc.oneof(
  fc.constantFrom(...Array.from('#>-*_`|~[]()<>!&\\:{}"\'\n \t%@?=,.0a\u0000\u2028\uFEFF\uD800')),
  fc.constantFrom(
    '---\n',
    '```',
    '\n\n',
    '> [!trap] ',
    '## ',
    '](',
    'item:',
    '| a |\n| - |\n',
    '```js run title="x"\n',
    'Table: ',
    '- ',
  ),
  fc.constantFrom(
    '<b>',
    '&amp;',
    '![',
    '-> ',
    ' : ',
    '```output\n',
    '```flow title="x"\n',
    '~~~',
    '***',
    '1. ',
    '__proto__: 1\n',
  ),
);
const garbage = fc.array(piece, { maxLength: 120 }).map((parts) => parts.join(''));

function expectResult(text: string, file = FILE): void {
  const result = parseItem(text, file);
  if (result.ok) return;
  expect(result.faults.length).toBeGreaterThan(0);
  for (const { line, what, remedy } of result.faults) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(Number.isInteger(line)).toBe(true);
    expect(what).not.toBe('');
    expect(remedy).not.toBe('');
  }
}

describe('no text makes the parser throw', () => {
  test('any string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => expectResult(text)));
  });

  test('marks in any order as a body', () => {
    fc.assert(
      fc.property(garbage, (text) => expectResult(`${FRONT}\n# T\n\n${text}`)),
      { numRuns: 300 },
    );
  });

  test('marks in any order as a sheet', () => {
    const front = SHEET.slice(0, SHEET.indexOf('\n# ') + 1);
    fc.assert(
      fc.property(garbage, (text) => expectResult(`${front}\n${text}`, SAMPLES.sheet.file)),
      { numRuns: 300 },
    );
  });

  test('marks in any order as front matter', () => {
    fc.assert(
      fc.property(garbage, (text) => expectResult(`---\n${text}\n---\n# T\n`)),
      { numRuns: 300 },
    );
  });

  test('a good file with one stretch replaced', () => {
    const place = fc.nat(QUESTION.length);
    fc.assert(
      fc.property(place, place, garbage, (a, b, text) =>
        expectResult(QUESTION.slice(0, Math.min(a, b)) + text + QUESTION.slice(Math.max(a, b))),
      ),
      { numRuns: 300 },
    );
  });

  test('any path as the name of the file', () => {
    fc.assert(fc.property(fc.string(), (file) => expectResult(QUESTION, file)));
    expectResult(QUESTION, '__proto__/x.md');
    expectResult(QUESTION, 'constructor/x.md');
  });

  test('any strings as the files of a pack', () => {
    const source = fc.record({ file: fc.constantFrom('pack.yaml', FILE, 'x.md', 'a.txt'), text: garbage });
    fc.assert(
      fc.property(fc.array(source, { maxLength: 4 }), (sources) => {
        expect(parsePack(sources).faults.length).toBeGreaterThan(0);
      }),
    );
  });
});

/** Each repeats to as long a file as is allowed; a parser that looks back for each mark would run for minutes. */
const BOMBS: readonly (readonly [name: string, part: string])[] = [
  ['open brackets', '['],
  ['open links', '[a]('],
  ['images in images', '!['],
  ['brackets with text', '[a'],
  ['closed brackets', ']'],
  ['stars', '*'],
  ['stars and letters', '*a '],
  ['bold in italic', '*a **b '],
  ['underscores', '_a __b '],
  ['backticks', '`'],
  ['growing backticks', '`a ``b ```c '],
  ['quotes', '>'],
  ['quotes on lines', '> > > >\n'],
  ['list marks', '- '],
  ['lists on lines', '- - - -\n'],
  ['numbered lists', '1. '],
  ['entities', '&#x1F4A9;'],
  ['half entities', '&'],
  ['backslashes', '\\'],
  ['angle brackets', '<'],
  ['half autolinks', '<http:'],
  ['half comments', '<!--'],
  ['half tags', '<a '],
  ['table rows', '| a |\n| - |\n'],
  ['wide tables', '|'],
  ['table cells', '| a | b |\n'],
  ['headings', '# \n'],
  ['fences', '```\n'],
  ['tildes', '~~~'],
  ['callouts', '> [!trap]\n'],
  ['line breaks', '\n'],
  ['blanks', ' '],
  ['tabs', '\t'],
  ['arrows', 'a -> '],
  ['byte zero', '\u0000'],
];

describe('no text keeps the parser busy for long', () => {
  test.each(BOMBS)('%s', (_, part) => {
    const room = LIMITS.fileChars - FRONT.length - 100;
    const body = part.repeat(Math.floor(room / part.length));
    expectResult(`${FRONT}\n# T\n\n${body}`);
    expectResult(`${FRONT}\n# T\n\n${body.slice(0, LIMITS.inlineChars - 10)}`);
    expectResult(`${FRONT}\n# T\n\n\`\`\`flow title="x"\n${body.slice(0, 8_000)}\n\`\`\``);
    expectResult(`${FRONT}\n# ${body.slice(0, 8_000)}\n`);
  });

  test.each([
    ['brackets', '['],
    ['braces', '{a: '],
    ['dashes', '- '],
    ['question marks', '? '],
    ['anchors', '&a '],
    ['colons', ': '],
    ['quotes', '"'],
    ['bars', '|\n'],
    ['tags', '!!a '],
    ['keys', 'a: b\n'],
    ['deepening lines', Array.from({ length: 200 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
    ['laughing', `a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n`],
  ])('front matter of %s', (_, part) => {
    const count = Math.floor((LIMITS.frontChars - 10) / part.length);
    expectResult(`---\n${part.repeat(count)}\n---\n# T\n`);
    expectResult(`---\nhint: ${part.repeat(count)}\n---\n# T\n`);
  });

  test('a file that is too large is one fault and is not read', () => {
    const result = parseItem(QUESTION + 'x'.repeat(LIMITS.fileChars), FILE);
    expect(result).toMatchObject({ ok: false, faults: { length: 1 } });
  });

  test('a file of nothing but faults keeps the first hundred', () => {
    const result = parseItem(`${FRONT}\n# T\n\n${'<b>x</b>\n\n'.repeat(1000)}`, FILE);
    expect(result).toMatchObject({ ok: false, faults: { length: 100 } });
  });
});
