import { describe, expect, test } from 'vitest';
import type { Block } from '#bank/blocks.ts';
import { faultsOf, itemOf, parsed, QUESTION, swap } from './sample-texts.ts';

const SECTION = 'Somebody who has been bitten by a body parser once.';

/** The blocks that a text makes as a section. */
function blocksOf(text: string): readonly Block[] {
  return itemOf('question', swap(QUESTION, [SECTION, text])).layers.wants;
}

function whatOf(text: string): string[] {
  return faultsOf('question', swap(QUESTION, [SECTION, text])).map(({ what }) => what);
}

describe('text', () => {
  test('bold, italic, code, links and line breaks become runs', () => {
    expect(blocksOf('a **b *c*** `d < e` [f](https://a.example/?q=1#x) [g](item:h-i)\nj  \nk &amp; \\*l\\*')).toEqual([
      {
        t: 'p',
        c: [
          'a ',
          { t: 'strong', c: ['b ', { t: 'em', c: ['c'] }] },
          ' ',
          { t: 'code', text: 'd < e' },
          ' ',
          { t: 'link', href: 'https://a.example/?q=1#x', c: ['f'] },
          ' ',
          { t: 'item', id: 'h-i', c: ['g'] },
          ' j',
          { t: 'br' },
          'k & *l*',
        ],
      },
    ]);
  });

  test('a lesser-than sign in prose is no HTML', () => {
    expect(blocksOf('if a < b and c > d, then 3<4')).toEqual([{ t: 'p', c: ['if a < b and c > d, then 3<4'] }]);
  });

  test('marks may nest to a point, and then are a fault', () => {
    const nested = (depth: number) => `${'**a *b '.repeat(depth)}x${'* c**'.repeat(depth)}`;
    expect(blocksOf(nested(2))).toHaveLength(1);
    expect(whatOf(nested(5))).toContain('Marks are nested too deep');
  });
});

describe('blocks', () => {
  test('lists hold blocks, number on from their start, and nest', () => {
    expect(blocksOf('3. a\n\n   b\n4. c\n   - d')).toEqual([
      {
        t: 'ol',
        start: 3,
        items: [
          [
            { t: 'p', c: ['a'] },
            { t: 'p', c: ['b'] },
          ],
          [
            { t: 'p', c: ['c'] },
            { t: 'ul', items: [[{ t: 'p', c: ['d'] }]] },
          ],
        ],
      },
    ]);
  });

  test('a callout has a kind, a title and blocks', () => {
    expect(blocksOf('> [!trap] Unequal `a`\n> Compare first.\n>\n> - b')).toEqual([
      {
        t: 'callout',
        kind: 'trap',
        title: 'Unequal `a`',
        c: [
          { t: 'p', c: ['Compare first.'] },
          { t: 'ul', items: [[{ t: 'p', c: ['b'] }]] },
        ],
      },
    ]);
    expect(blocksOf('> [!senior]\n> Refuse it.')).toEqual([
      { t: 'callout', kind: 'senior', c: [{ t: 'p', c: ['Refuse it.'] }] },
    ]);
  });

  test('a quote without a kind stays a quote', () => {
    expect(blocksOf('> said once')).toEqual([{ t: 'quote', c: [{ t: 'p', c: ['said once'] }] }]);
  });

  test('a table has alignments and takes the caption under it', () => {
    expect(blocksOf('| A | `B` |\n| :-- | --: |\n| 1 | **2** |\n| 3 |\n\nTable: Some `x` numbers')).toEqual([
      {
        t: 'table',
        caption: 'Some `x` numbers',
        align: ['left', 'right'],
        head: [['A'], [{ t: 'code', text: 'B' }]],
        rows: [
          [['1'], [{ t: 'strong', c: ['2'] }]],
          [['3'], []],
        ],
      },
    ]);
  });

  test('lists inside lists end in a fault, not in silence', () => {
    const deep = Array.from({ length: 12 }, (_, i) => `${'  '.repeat(i)}- x`).join('\n');
    expect(whatOf(deep)).toContain('Lists and quotes are nested too deep');
    expect(whatOf(`${'> '.repeat(40)}x`)).toContain('Lists and quotes are nested too deep');
  });
});

describe('fences', () => {
  test('code keeps its lines, how it runs and what it prints', () => {
    expect(
      blocksOf('```python run title="Say \\"hi\\""\nif 1:\n    print(2)\n\nx\n```\n\n```output\n2\n\n```'),
    ).toEqual([
      {
        t: 'code',
        lang: 'python',
        title: 'Say "hi"',
        lines: [['if 1:'], ['    print(2)'], [], ['x']],
        run: { by: 'python' },
        output: '2',
      },
    ]);
  });

  test.each([
    ['js run title="x"', { by: 'node' }],
    ['sql run title="x"', { by: 'sqlite' }],
    ['sql run=postgres title="x"', { by: 'postgres' }],
    ['go norun="no Go here" title="x"', { not: 'no Go here' }],
    ['json title="x"', undefined],
  ])('%s', (info, run) => {
    expect(blocksOf(`\`\`\`${info}\n1\n\`\`\``)).toEqual([
      { t: 'code', lang: info.split(' ')[0], title: 'x', lines: [['1']], ...(run && { run }) },
    ]);
  });

  test('bad and good become one pair, each with its output', () => {
    const text = [
      '```js bad run title="A" why="slow"\n1\n```',
      '```output\n```',
      '```js good norun="x" title="B" why="fast"\n2\n```',
    ].join('\n\n');
    expect(blocksOf(text)).toEqual([
      {
        t: 'pair',
        bad: { lang: 'js', title: 'A', why: 'slow', lines: [['1']], run: { by: 'node' }, output: '' },
        good: { lang: 'js', title: 'B', why: 'fast', lines: [['2']], run: { not: 'x' } },
      },
    ]);
  });

  test('a pair without a reason is a fault', () => {
    const text = '```js bad norun="x" title="A"\n1\n```\n\n```js good norun="x" title="B" why="y"\n2\n```';
    expect(whatOf(text)).toEqual(['The bad fence gives no reason']);
  });

  test('a setup is not shown and goes before the next fence only, prose between them or not', () => {
    const text = [
      '```js setup\nlet a = 1;\n```',
      'Then:',
      '```js run title="One"\na;\n```',
      '```js setup\nlet b = 2;\n```',
      '```js run title="Two"\nb;\n```',
    ].join('\n\n');
    const result = parsed('question', swap(QUESTION, [SECTION, text]));
    const [, one, two] = result.programs;
    expect([one?.code, two?.code]).toEqual(['let a = 1;\na;', 'let b = 2;\nb;']);
    expect(blocksOf(text).map((block) => block.t)).toEqual(['p', 'code', 'code']);
  });

  test('a setup in another language is a fault', () => {
    expect(whatOf('```sql setup\nx\n```\n\n```js run title="One"\na;\n```')).toEqual([
      'A sql setup stands before js code',
    ]);
  });

  test('a program knows its line and its output', () => {
    expect(parsed('question').programs).toEqual([
      { line: 62, title: 'Same object', lang: 'js', by: 'node', code: 'console.log(1 + 1);', output: '2' },
    ]);
  });
});

describe('timelines', () => {
  const fence = (rows: string) => `\`\`\`timeline title="Late"\n${rows}\n\`\`\``;

  test('a row has three cells or four, and may hold a bar behind a backslash', () => {
    expect(blocksOf(fence('0 s | A | sends x \\| y | waiting\n\n1 s | B | sleeps'))).toEqual([
      {
        t: 'timeline',
        title: 'Late',
        rows: [
          { at: '0 s', who: 'A', what: 'sends x | y', state: 'waiting' },
          { at: '1 s', who: 'B', what: 'sleeps' },
        ],
      },
    ]);
  });

  test.each([
    ['two cells', '0 s | A\n1 s | B | x\n2 s | B | y', 'A timeline row has not three or four cells'],
    ['five cells', '0 s | A | b | c | d\n1 s | B | x\n2 s | B | y', 'A timeline row has not three or four cells'],
    ['one row', '0 s | A | x', 'A timeline has fewer than two rows'],
    ['too many rows', '0 s | A | x\n'.repeat(41), 'A timeline is too long'],
  ])('%s', (_, rows, what) => {
    expect(whatOf(fence(rows))).toContain(what);
  });
});

describe('flows', () => {
  const fence = (chains: string) => `\`\`\`flow title="One"\n${chains}\n\`\`\``;

  test('the same text is the same node, and a label sits on the arrow before it', () => {
    const chains = '(A) x -> (B) y -> (B) z\nz -> (A) x : 2xx\n(B) z -> again : timeout : 5 s';
    expect(blocksOf(fence(chains))).toEqual([
      {
        t: 'flow',
        title: 'One',
        nodes: [
          { lane: 'A', text: 'x' },
          { lane: 'B', text: 'y' },
          { lane: 'B', text: 'z' },
          { text: 'again : timeout' },
        ],
        edges: [
          { from: 0, to: 1 },
          { from: 1, to: 2 },
          { from: 2, to: 0, label: '2xx' },
          { from: 2, to: 3, label: '5 s' },
        ],
      },
    ]);
  });

  test('the same text in two lanes is two nodes, and a lane named later is kept', () => {
    expect(blocksOf(fence('x -> (A) y\n(B) x -> (B) y'))).toMatchObject([
      {
        nodes: [
          { lane: 'B', text: 'x' },
          { lane: 'A', text: 'y' },
          { lane: 'B', text: 'y' },
        ],
      },
    ]);
  });

  test.each([
    ['no arrow', 'x', 'A line of the flow has no arrow'],
    ['an arrow without blanks', 'x->y', 'A line of the flow has no arrow'],
    ['an empty step', '(A) x ->  -> y', 'A step of the flow has no text'],
    ['an arrow twice', 'x -> y\nx -> y', 'The flow has the same arrow twice'],
    [
      'too many nodes',
      Array.from({ length: 41 }, (_, i) => `a${i} -> a${i + 1}`).join('\n'),
      'A flow is too large to draw',
    ],
  ])('%s', (_, chains, what) => {
    expect(whatOf(fence(chains))).toContain(what);
  });
});
