import { describe, expect, test } from 'vitest';
import { parseItem } from '#bank/parse/parse-item.ts';
import { faultsOf, itemOf, lineOf, PATH, parsed, QUESTION, SHEET, swap } from './sample-texts.ts';

describe('a good file becomes an item', () => {
  test('a question keeps its keys, its answer and every layer', () => {
    const item = itemOf('question');
    expect(item).toMatchObject({
      type: 'question',
      id: 'verify-sender',
      title: 'How does the receiver know that a message is genuine?',
      tier: 'mid',
      topic: 'web/hooks',
      seconds: 40,
      file: 'questions/web/hooks/verify-sender.md',
      links: { requires: [], next: ['replay-protection'], see: [] },
    });
    expect(item.keyPoints).toHaveLength(5);
    expect(item.keyPoints[0]).toEqual({
      id: 'raw-bytes',
      weight: 'core',
      from: 'mid',
      text: 'The hash covers the raw bytes before any parsing',
      prompt: 'What does the hash cover?',
    });
    expect(item.followUps.map(({ points, see }) => [points, see])).toEqual([
      [['raw-bytes'], []],
      [[], []],
    ]);
    expect(item.answer).toHaveLength(1);
    expect(item.layers.deepDive.map(({ t }) => t)).toEqual(['p', 'h', 'table', 'code']);
    expect(item.layers.wants).toEqual([{ t: 'p', c: ['Somebody who has been bitten by a body parser once.'] }]);
    expect(item.layers.minute).toMatchObject([{ t: 'ul', items: { length: 4 } }]);
  });

  test('an error keeps its messages under a name of their own', () => {
    const item = itemOf('error');
    expect(item.messages).toEqual(["TypeError: Cannot read properties of undefined (reading 'id')"]);
    expect(item).not.toHaveProperty('message');
    expect(item.layers.wrongFixes[0]?.t).toBe('ul');
  });

  test('a snippet keeps its code', () => {
    expect(itemOf('snippet').layers.code).toMatchObject([{ t: 'code', lang: 'js', lines: [['const pause = 1;']] }]);
  });

  test('a sheet keeps its sections as headings of the second level', () => {
    expect(itemOf('sheet').body.map((block) => (block.t === 'h' ? `h${block.level ?? 3}` : block.t))).toEqual([
      'p',
      'table',
      'h2',
      'p',
    ]);
  });

  test('a path keeps its stages', () => {
    const item = itemOf('path');
    expect(item.hours).toEqual([5, 9]);
    expect(item.stages[0]).toMatchObject({
      items: ['verify-sender'],
      queries: [{ topic: 'web/hooks', tiers: ['mid'], tags: [] }],
      test: { questions: 3, score: 60, recall: 80 },
    });
  });

  test('a tier may be written as one of its aliases', () => {
    expect(itemOf('question', swap(QUESTION, ['tier: mid', 'tier: Advanced'])).tier).toBe('senior');
  });

  test('line ends of Windows and a byte order mark change nothing', () => {
    expect(itemOf('question', `\uFEFF${QUESTION.replaceAll('\n', '\r\n')}`)).toEqual(itemOf('question'));
  });

  test('a title keeps its code between backticks', () => {
    const text = swap(QUESTION, ['# How does the receiver know', '# How does `verify()` know']);
    expect(itemOf('question', text).title).toBe('How does `verify()` know that a message is genuine?');
  });

  test('lines of keys and of blocks point into the file', () => {
    const { item, lineOfKey, lineOfBlock } = parsed('question');
    expect(lineOfKey(['keyPoints', 1, 'text'])).toBe(lineOf(QUESTION, 'text: Both hashes'));
    expect(lineOfKey(['keyPoints', 1, 'concept'])).toBe(lineOf(QUESTION, '- id: constant-time'));
    expect(lineOfKey(['followUps', 1])).toBe(lineOf(QUESTION, '- ask: How do you rotate'));
    expect(item.type === 'question' && lineOfBlock(item.layers.mistakes[0])).toBe(lineOf(QUESTION, '- Parsing first'));
    expect(lineOfBlock(undefined)).toBe(lineOf(QUESTION, '# How does'));
  });
});

type Case = readonly [name: string, change: readonly [string, string], at: string, what: RegExp, remedy: RegExp];

const CASES: readonly Case[] = [
  ['an unknown key', ['seconds: 40', 'secnds: 40'], 'secnds', /Unknown key `secnds`/, /Did you mean "seconds"/],
  ['a missing key', ['hint: Think of what both sides share.\n', ''], 'id: verify', /`hint` is missing/, /nudge/],
  ['a wrong word', ['kind: concept', 'kind: conceptual'], 'kind:', /"conceptual"/, /concept, design/],
  ['a wrong tier', ['from: senior', 'from: wizard'], 'from: wizard', /keyPoints\[4\]\.from/, /foundational, mid/],
  ['a number for a text', ['hint: Think of what both sides share.', 'hint: 5'], 'hint: 5', /`hint` is 5/, /quotes/],
  ['a tag with capitals', ['[hmac,', '[HMAC,'], 'tags:', /"HMAC"/, /lower case/],
  ['an id with capitals', ['id: verify-sender', 'id: Verify'], 'id: Verify', /"Verify"/, /hyphens/],
  ['a month that is none', ['2026-11 }', '2026-13 }'], 'RFC 2104', /2026-13/, /YYYY-MM/],
  ['a source that is a script', ['https://www.rfc', 'javascript:www'], 'RFC 2104', /javascript:/, /https:\/\//],
  ['a point that is doubled', ['id: rotation', 'id: replay'], '- id: replay\n    weight: bonus', /stands twice/, /own/],
  [
    'a follow-up into nothing',
    ['[raw-bytes]', '[raw-byte]'],
    'points: [raw-byte]',
    /"raw-byte"/,
    /Did you mean "raw-bytes"/,
  ],
  ['YAML that is none', ['hint: Think', 'hint: "Think'], 'hint: "Think', /YAML/, /quote/],
  ['a bare colon', ['hint: Think of', 'hint: Think: of'], 'hint: Think: of', /YAML/, /quotes/],
  ['a YAML alias', ['[hmac, raw-body]', '[&a hmac, *a]'], 'tags:', /anchors/, /Write the value out/],
  ['a doubled key', ['seconds: 40', 'tier: mid'], 'tier: mid\nhint', /YAML/, /Keep one/],
  [
    'a renamed section',
    ['## Common mistakes', '## Common mistake'],
    '## Common',
    /Unknown section/,
    /"Common mistakes"/,
  ],
  ['a section twice', ['## In production', '## Deep dive'], '## Deep dive\n\nproduction', /stands twice/, /Join/],
  [
    'an empty section',
    ['Somebody who has been bitten by a body parser once.', ''],
    '## What the',
    /is empty/,
    /Write it/,
  ],
  [
    'no title',
    ['# How does the receiver know that a message is genuine?', ''],
    'The hash covers the raw bytes, taken',
    /no title/,
    /# The title/,
  ],
  ['two titles', ['### Why bytes', '# Why bytes'], '# Why bytes', /second title/, /##/],
  ['a heading too deep', ['### Why bytes', '#### Why bytes'], '#### Why', /4 hashes/, /###/],
  ['HTML', ['Somebody who', 'Some<b>body</b> who'], 'Some<b>', /HTML/, /backticks/],
  ['a generic that reads as HTML', ['Somebody who', 'A Promise<string> who'], 'Promise<', /HTML/, /backticks/],
  ['a comment', ['Somebody who', '<!-- x --> who'], '<!--', /HTML/, /Markdown/],
  ['an image', ['Somebody who', '![x](https://a.example/x.png) who'], '![x]', /Images/, /flow/],
  ['a link to a script', ['Somebody who', '[x](javascript:alert(1)) who'], '[x]', /"javascript:alert\(1\)"/, /https/],
  ['a link to data', ['Somebody who', '[x](data:text/html,x) who'], '[x]', /"data:/, /https/],
  ['a mail address', ['Somebody who', '<me@example.org> who'], '<me@', /mailto/, /https/],
  [
    'a bare item link',
    ['(item:replay-protection)', '(replay-protection)'],
    '(replay',
    /"replay-protection"/,
    /item:replay-protection/,
  ],
  ['a link with a password', ['Somebody who', '[x](https://me:pw@a.example) who'], '[x]', /goes to/, /https/],
  ['a link reference', ['Somebody who', '[a]: https://a.example\nwho'], '[a]:', /references/, /in place/],
  ['a rule', ['### Why bytes', '***'], '***', /Rules/, /sections/],
  ['an underlined heading', ['### Why bytes', 'Why bytes\n==='], 'Why bytes', /Underlined/, /##/],
  ['indented text', ['### Why bytes', '    Why bytes'], 'Why bytes', /Indented/, /fence/],
  ['an unknown callout', ['### Why bytes', '> [!trab] T\n> x'], '[!trab]', /"trab"/, /Did you mean "trap"/],
  ['an empty callout', ['### Why bytes', '> [!trap] T'], '[!trap]', /says nothing/, /following lines/],
  ['a caption without a table', ['Somebody who', 'Table: who'], 'Table: who', /no table/, /under its table/],
  [
    'a caption glued to its table',
    ['| one | two |\n\nTable', '| one | two |\nTable'],
    'Table: Same',
    /row of its table/,
    /blank/,
  ],
  ['a fence without a language', ['```js run title="Same object"', '```'], '```\nconsole', /no language/, /```js/],
  ['a fence without a title', [' title="Same object"', ''], '```js run', /no title/, /title=/],
  ['a fence with a wrong word', ['js run', 'js runs'], 'js runs', /"runs"/, /Did you mean "run"/],
  [
    'a fence with a curly quote',
    ['title="Same object"', 'title="Same object'],
    '```js run',
    /cannot be read|says/,
    /straight|may say/,
  ],
  ['a fence that runs and does not', ['js run', 'js run norun="x"'], 'norun', /run and norun/, /Keep/],
  ['a language that cannot run', ['js run', 'vb run'], 'vb run', /does not run/, /norun/],
  [
    'an output without code',
    ['```js run', '```output\n2\n```\n\nx\n\n```js run'],
    '```output',
    /no code before it/,
    /directly under/,
  ],
  ['a bad fence alone', ['js run', 'js bad why="x" run'], 'js bad', /without its counterpart/, /two fences/],
  [
    'a setup without a fence',
    ['- Raw bytes', '```js setup\n1\n```\n\n- Raw bytes'],
    '```js setup',
    /no fence after it/,
    /before/,
  ],
  ['struck-out text', ['Somebody who', '~~Somebody~~ who'], '~~', /Struck-out/, /tildes/],
];

describe('a faulty file says what, where and what to write', () => {
  test.each(CASES)('%s', (_, change, at, what, remedy) => {
    const text = swap(QUESTION, change);
    const faults = faultsOf('question', text);
    const fault = faults.find((found) => what.test(found.what));
    expect(faults.map((found) => found.what)).toContainEqual(expect.stringMatching(what));
    expect(fault?.remedy).toMatch(remedy);
    expect(fault?.line).toBe(text.slice(0, text.indexOf(at)).split('\n').length);
    expect(fault?.file).toBe('questions/web/hooks/verify-sender.md');
  });

  test('all faults of a file come at once, by line', () => {
    const text = swap(
      QUESTION,
      ['kind: concept', 'kind: riddle'],
      ['weight: bonus', 'weight: heavy'],
      ['## One minute', '## One hour'],
      ['Somebody who', '<i>Somebody</i> who'],
    );
    const faults = faultsOf('question', text);
    expect(faults.map(({ what }) => what.slice(0, 22))).toEqual([
      '`kind` is "riddle"',
      '`keyPoints[5].weight` ',
      'The section "One minut',
      'HTML is no part of the',
      'Unknown section "One h',
    ]);
    const lines = faults.map(({ line }) => line);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });

  test('two unknown keys are two faults', () => {
    const text = swap(QUESTION, ['seconds: 40', 'seconds: 40\ncolour: red\nshape: round']);
    expect(faultsOf('question', text).map(({ what }) => what)).toEqual(['Unknown key `colour`', 'Unknown key `shape`']);
  });

  test.each([
    ['nothing at all', '', /does not begin/],
    ['no front matter', '# Title', /does not begin/],
    ['front matter without an end', '---\nid: x\n', /no end/],
    ['a list for front matter', '---\n- a\n---\n# T\n', /mapping|is missing|front matter/],
  ])('%s', (_, text, what) => {
    expect(faultsOf('question', text).map((fault) => fault.what)).toContainEqual(expect.stringMatching(what));
  });

  test('a folder that names no kind is a fault', () => {
    const result = parseItem(QUESTION, 'question/x.md');
    expect(result).toMatchObject({ ok: false, faults: [{ remedy: expect.stringContaining('"questions"') as string }] });
  });

  test('a sheet whose drill names no column says which there are', () => {
    const [fault] = faultsOf('sheet', swap(SHEET, ['ask: Code', 'ask: Codes']));
    expect(fault).toMatchObject({ line: 6, remedy: 'Did you mean "Code"? The columns are: Code, Use it when.' });
  });

  test('a stage without items or a query is a fault', () => {
    const text = swap(
      PATH,
      ['    items: [verify-sender]\n', ''],
      ['    queries: [{ topic: web/hooks, tiers: [mid] }]\n', ''],
    );
    expect(faultsOf('path', text)).toMatchObject([
      { line: lineOf(text, '- id: start'), what: 'The stage "start" has no items' },
    ]);
  });
});
