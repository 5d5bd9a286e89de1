import { describe, expect, test } from 'vitest';
import type { Fault } from '#bank/fault.ts';
import { type LintResult, lintPack, RULES } from '#bank/lint/rules.ts';
import { lintBank } from '#bank/lint/rule.ts';
import { parsePack } from '#bank/parse/parse-pack.ts';
import { CASES, words } from './lint-cases.ts';
import { ERROR, lineOf, OTHER, PACK, PATH, QUESTION, SAMPLES, SHEET, SNIPPET, swap } from './sample-texts.ts';

const MONTH = '2026-11';
const GOOD: Readonly<Record<string, string>> = {
  'pack.yaml': PACK,
  [OTHER.file]: OTHER.text,
  ...Object.fromEntries(Object.values(SAMPLES).map(({ file, text }) => [file, text])),
};

/** The sample pack with some files replaced or added, parsed and ready for a rule. */
function bankOf(files: Readonly<Record<string, string>>) {
  const { head, items, faults } = parsePack(
    Object.entries({ ...GOOD, ...files }).map(([file, text]) => ({ file, text })),
  );
  expect(faults).toEqual([]);
  if (!head) throw new Error('the sample pack has a head');
  return lintBank({ head, items, month: MONTH });
}

function run(rule: string, files: Readonly<Record<string, string>>): Fault[] {
  return RULES.filter(({ name }) => name === rule).flatMap(({ check }) => check(bankOf(files)));
}

const Q = SAMPLES.question.file;
const TABLE = '| Text | Hash |\n| --- | ---: |\n| one | two |\n\nTable: Same object, other bytes\n';

describe('each rule finds what it is there for', () => {
  test.each(CASES)('%s: %s', (rule, _, changes, at, what) => {
    const text = swap(QUESTION, ...changes);
    const faults = run(rule, { [Q]: text });
    const fault = faults.find((found) => found.file === Q && what.test(found.what));
    expect(faults.map((found) => found.what)).toContainEqual(expect.stringMatching(what));
    expect(fault?.remedy).toMatch(/\.$/);
    expect(text.split('\n')[(fault?.line ?? 0) - 1]).toContain(at);
  });
});

const topics = (...ids: readonly string[]) =>
  swap(PACK, [
    '"Events pushed over HTTP." }\n',
    `"x" }\n${ids.map((id) => `      - { id: ${id}, title: T, about: "x" }\n`).join('')}`,
  ]);

/** Copies of the sample question under other names, in one topic. */
function copies(count: number, topic: string, tier: string): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => {
      const id = `copy-${topic.replace('/', '-')}-${tier}-${i}`;
      const text = QUESTION.replace('id: verify-sender', `id: ${id}`).replace('tier: mid', `tier: ${tier}`);
      return [`questions/x/${id}.md`, text.replace('topic: web/hooks', `topic: ${topic}`)];
    }),
  );
}

describe('rules that look at the pack as a whole', () => {
  test('unique-ids: two files share an id', () => {
    const faults = run('unique-ids', { 'questions/x/verify-sender.md': QUESTION });
    expect(faults).toMatchObject([{ what: expect.stringContaining('is taken by') as string }]);
  });

  test('unique-ids: an id begins as its kind asks', () => {
    const faults = run('unique-ids', { 'snippets/retry.md': swap(SNIPPET, ['id: snip-retry', 'id: retry']) });
    expect(faults).toMatchObject([{ file: 'snippets/retry.md', remedy: 'Begin it with snip-.' }]);
  });

  test('unique-ids: a retired id does not come back', () => {
    const faults = run('unique-ids', { 'pack.yaml': `${PACK}retired:\n  - { id: verify-sender }\n` });
    expect(faults).toMatchObject([{ what: 'The id "verify-sender" is retired in pack.yaml' }]);
  });

  test('known-topics: a topic without items is an orphan', () => {
    const pack = topics('lonely');
    expect(run('known-topics', { 'pack.yaml': pack })).toMatchObject([
      { file: 'pack.yaml', line: lineOf(pack, 'lonely'), what: 'The topic "web/lonely" has no items' },
    ]);
  });

  test('known-topics: the query of a stage names a declared topic', () => {
    const faults = run('known-topics', { [SAMPLES.path.file]: swap(PATH, ['topic: web/hooks', 'topic: web/hoops']) });
    expect(faults).toMatchObject([
      { line: lineOf(PATH, 'queries:'), remedy: expect.stringContaining('"web/hooks"') as string },
    ]);
  });

  test('resolved-links: a path names items that exist', () => {
    const faults = run('resolved-links', { [SAMPLES.path.file]: swap(PATH, ['[verify-sender]', '[verify-senders]']) });
    expect(faults).toMatchObject([
      { line: lineOf(PATH, 'items:'), remedy: expect.stringContaining('"verify-sender"') as string },
    ]);
  });

  test('resolved-links: a link to a retired item names its successor', () => {
    const faults = run('resolved-links', {
      'pack.yaml': `${PACK}retired:\n  - { id: old-one, successor: verify-sender }\n`,
      [SAMPLES.path.file]: swap(PATH, ['[verify-sender]', '[old-one]']),
    });
    expect(faults).toMatchObject([{ remedy: expect.stringContaining('retired for "verify-sender"') as string }]);
  });

  const promising = (promises: string) => `${PACK}promises: ${promises}\n`;

  test('promises: a domain has fewer questions than its pack promises, in all and on a rung', () => {
    const pack = promising('{ questions: 4, eachTier: 1, links: 0, figurePercent: 0 }');
    const faults = run('promises', { 'pack.yaml': pack, ...copies(1, 'web/hooks', 'senior') });
    expect(faults.map(({ what }) => what)).toEqual([
      'The domain "web" has 3 questions',
      'The domain "web" has 0 foundational questions',
      'The domain "web" has 0 expert questions',
    ]);
    expect(run('promises', { 'pack.yaml': pack })).toEqual([]);
  });

  test('promises: a question has fewer links, the pack fewer figures', () => {
    const pack = promising('{ questions: 0, eachTier: 0, links: 2, figurePercent: 67 }');
    const plain = swap(QUESTION, ['id: verify-sender', 'id: plain'], [TABLE, '']);
    const faults = run('promises', { 'pack.yaml': pack, 'questions/x/plain.md': plain, 'questions/x/2.md': plain });
    expect(faults.map(({ what }) => what)).toEqual([
      'The question has 1 links',
      'The question has 1 links',
      'The question has 1 links',
      'The question has 1 links',
      '50% of the questions have a table, timeline, flow, pair or callout',
    ]);
  });

  test('resolved-links: a link to a file that could not be parsed is no broken link', () => {
    const sources = Object.entries({ ...GOOD, [OTHER.file]: 'broken' }).map(([file, text]) => ({ file, text }));
    const { head, items } = parsePack(sources);
    if (!head) throw new Error('the sample pack has a head');
    const broken = (result: LintResult) => result.errors.filter(({ what }) => what.startsWith('There is no item'));
    expect(broken(lintPack({ head, items, month: MONTH }))).not.toEqual([]);
    expect(broken(lintPack({ head, items, month: MONTH, unreadable: ['replay-protection'] }))).toEqual([]);
  });

  test('near-duplicates: two answers in nearly the same words', () => {
    const text = swap(
      QUESTION,
      ['id: verify-sender', 'id: twin'],
      ['# How does the receiver know', '# By what could one see'],
    );
    expect(run('near-duplicates', { 'questions/x/twin.md': text })).toMatchObject([
      { what: expect.stringMatching(/^The answer is 100% that of/) as string },
    ]);
  });

  test('repeated-sentences: the second file that says it is told where the first does', () => {
    const text = swap(SNIPPET, [
      'For calls that may be repeated.',
      'Somebody who has been bitten by a body parser once.',
    ]);
    expect(run('repeated-sentences', { [SAMPLES.snippet.file]: text })).toMatchObject([{ file: SAMPLES.snippet.file }]);
  });

  test('tier-spread: a large topic of one tier, in a domain of several', () => {
    const files = { 'pack.yaml': topics('wide'), ...copies(5, 'web/wide', 'senior') };
    expect(run('tier-spread', files).map(({ what }) => what)).toEqual(['All 5 questions of "web/wide" are senior']);
    const small = { 'pack.yaml': topics('wide'), ...copies(4, 'web/wide', 'senior') };
    expect(run('tier-spread', small)).toEqual([]);
  });

  test('tier-spread: a large domain that leaves tiers out', () => {
    const files = { 'pack.yaml': topics('wide'), ...copies(6, 'web/wide', 'senior'), ...copies(6, 'web/wide', 'mid') };
    expect(run('tier-spread', files).map(({ what }) => what)).toEqual([
      'The domain "web" has no foundational or expert question',
    ]);
  });

  test('tier-spread: a domain that is all of one tier is meant so', () => {
    expect(run('tier-spread', copies(12, 'web/hooks', 'mid'))).toEqual([]);
  });

  test('kind-shapes: an error names its cause briefly and lists the wrong fixes', () => {
    const text = swap(
      ERROR,
      ['The data has not arrived', `The ${words(60)}`],
      ['- An empty catch: hides it.', 'An empty catch.'],
    );
    expect(run('kind-shapes', { [SAMPLES.error.file]: text }).map(({ line }) => line)).toEqual([
      lineOf(text, 'The w0'),
      lineOf(text, 'An empty catch'),
    ]);
  });

  test('kind-shapes: a snippet holds code, a sheet begins with words', () => {
    const snippet = swap(SNIPPET, ['```js run title="Retry"\nconst pause = 1;\n```', 'None.']);
    const sheet = swap(SHEET, ['The few that matter.\n\n', '']);
    const faults = run('kind-shapes', { [SAMPLES.snippet.file]: snippet, [SAMPLES.sheet.file]: sheet });
    expect(faults.map(({ file, what }) => [file, what])).toEqual([
      [SAMPLES.snippet.file, 'The snippet holds no code'],
      [SAMPLES.sheet.file, 'The sheet begins without words'],
    ]);
  });

  test('code-fences: a snippet may be longer than other code', () => {
    const long = (count: number) =>
      swap(SNIPPET, ['const pause = 1;', Array.from({ length: count }, (_, i) => `f${i}();`).join('\n')]);
    expect(run('code-fences', { [SAMPLES.snippet.file]: long(60) })).toEqual([]);
    expect(run('code-fences', { [SAMPLES.snippet.file]: long(61) })).toHaveLength(1);
  });
});

describe('a good pack', () => {
  test.each(RULES.map(({ name }) => name))('passes %s', (rule) => {
    expect(run(rule, {})).toEqual([]);
  });

  test('has no errors and no warnings', () => {
    const { head, items } = parsePack(Object.entries(GOOD).map(([file, text]) => ({ file, text })));
    if (!head) throw new Error('the sample pack has a head');
    expect(items).toHaveLength(6);
    expect(lintPack({ head, items, month: MONTH })).toEqual({ errors: [], warnings: [] });
  });

  test('every rule has a name of its own and a case that breaks it', () => {
    const names = RULES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const broken = new Set([...CASES.map(([rule]) => rule), 'tier-spread', 'kind-shapes', 'promises']);
    expect([...broken].toSorted()).toEqual(names.toSorted());
  });
});
