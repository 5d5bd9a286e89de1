import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Block, Code } from '#bank/blocks.ts';
import { blocksOf } from '#bank/layers.ts';
import { compileBank } from '../../data/compile.ts';
import { highlightItem } from '../../data/highlight.ts';
import { bankPlugin } from '../../data/vite-plugin-bank.ts';
import { itemOf, lineOf, OTHER, PACK, QUESTION, SAMPLES, SNIPPET, swap } from './sample-texts.ts';

let dir = '';

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'bank-test-'));
  await put('pack.yaml', PACK);
  for (const { file, text } of [OTHER, ...Object.values(SAMPLES)]) await put(file, text);
});

afterEach(() => rm(dir, { recursive: true, force: true }));

async function put(file: string, text: string): Promise<void> {
  const target = path.join(dir, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
}

describe('a folder becomes packs', () => {
  test('twice the same', async () => {
    const [once, twice] = [await compileBank(dir), await compileBank(dir)];
    expect(once).toMatchObject({ ok: true, warnings: [], manifest: { id: 'sample', order: { length: 6 } } });
    expect(twice).toEqual(once);
  });

  test('with its code highlighted', async () => {
    const compiled = await compileBank(dir);
    const texts = compiled.ok ? [...compiled.files.values()].join('') : '';
    expect(texts).toContain('["n","1"]');
  });

  test('or a list of faults, of form and of lint, with file and line', async () => {
    const broken = swap(QUESTION, ['kind: concept', 'kind: riddle']);
    const poor = swap(SNIPPET, ['js run title', 'js title']);
    await put(SAMPLES.question.file, broken);
    await put(SAMPLES.snippet.file, poor);
    const compiled = await compileBank(dir);
    expect(compiled).toMatchObject({
      ok: false,
      faults: [
        { file: SAMPLES.question.file, line: lineOf(broken, 'kind: riddle') },
        { file: SAMPLES.snippet.file, line: lineOf(poor, '```js') },
      ],
    });
  });

  test('without a pack.yaml it is no pack', async () => {
    await rm(path.join(dir, 'pack.yaml'));
    expect(await compileBank(dir)).toMatchObject({ ok: false, faults: [{ file: 'pack.yaml', line: 1 }] });
  });
});

describe('the build', () => {
  const entry = 'virtual-entry.js';

  async function buildWith(): Promise<{ fileName: string; source: unknown }[]> {
    await put(entry, 'console.log(1);');
    const result = await build({
      root: dir,
      configFile: false,
      logLevel: 'silent',
      plugins: [bankPlugin(dir)],
      build: { write: false, rolldownOptions: { input: path.join(dir, entry) } },
    });
    const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
    return outputs.flatMap((file) => (file.type === 'asset' ? [{ fileName: file.fileName, source: file.source }] : []));
  }

  test('emits the manifest and every pack file that it names', async () => {
    const assets = await buildWith();
    const manifest = assets.find(({ fileName }) => fileName === 'bank/manifest.json');
    const { packs } = JSON.parse(String(manifest?.source)) as { packs: { file: string }[] };
    expect(packs.length).toBeGreaterThan(3);
    const names = assets.map(({ fileName }) => fileName).filter((name) => name !== 'bank/manifest.json');
    expect(names.toSorted()).toEqual(packs.map(({ file }) => `bank/${file}`).toSorted());
  });

  test('stops at any fault, and says file, line and remedy', async () => {
    const broken = swap(QUESTION, ['kind: concept', 'kind: riddle']);
    await put(SAMPLES.question.file, broken);
    const message = await buildWith().catch(String);
    expect(message).toContain(`${SAMPLES.question.file}:${lineOf(broken, 'kind: riddle')}`);
    expect(message).toContain('Write one of: concept, design');
  });
});

describe('highlighting', () => {
  const codeOf = (blocks: readonly Block[]): Code[] => blocks.flatMap((block) => (block.t === 'code' ? [block] : []));

  async function highlight(lang: string, ...lines: string[]): Promise<Code['lines'] | undefined> {
    const text = swap(SNIPPET, ['js run title', `${lang} title`], ['const pause = 1;', lines.join('\n')]);
    return codeOf(blocksOf(await highlightItem(itemOf('snippet', text))))[0]?.lines;
  }

  const CODE: Record<string, string[]> = {
    js: ['const a = `x${b}`; // c', '', '  return a?.b(1n);'],
    php: ['function f($conn) { return $conn->query("x"); }'],
    python: ['def f(x: int) -> str:', "    return f'{x}'"],
    sql: ["SELECT a FROM b WHERE c = 'd';"],
    http: ['POST /a HTTP/1.1', 'Host: b', '', '{"c": 1}'],
    diff: ['- a', '+ b'],
    yaml: ['a: [1, "b"]'],
    text: ['plain < text'],
    rust: ['fn main() {}'],
  };

  test.each(Object.entries(CODE))('%s keeps every character and every line', async (lang, lines) => {
    const rows = await highlight(lang, ...lines);
    expect(rows?.map((row) => row.map((token) => (typeof token === 'string' ? token : token[1])).join(''))).toEqual(
      lines,
    );
  });

  test('tokens carry class letters, and neighbours of one class are one', async () => {
    expect(await highlight('js', 'const n = 12; // why')).toEqual([
      [['k', 'const'], ' n ', ['p', '= '], ['n', '12'], ['p', '; '], ['c', '// why']],
    ]);
    expect(await highlight('diff', '- a', '+ b')).toEqual([[['d', '- a']], [['i', '+ b']]]);
    expect((await highlight('php', ...(CODE['php'] ?? [])))?.[0]?.[0]).toEqual(['k', 'function ']);
  });

  test('a language without a grammar, and plain text, stay plain lines', async () => {
    expect(await highlight('rust', 'fn main() {}')).toEqual([['fn main() {}']]);
    expect(await highlight('text', 'a', '', 'b')).toEqual([['a'], [], ['b']]);
  });

  test('code inside lists, callouts and pairs is reached', async () => {
    const fence = (extra: string) => `\`\`\`js ${extra} norun="x" title="x"\nlet a;\n\`\`\``;
    const nested = [
      '> [!trap]',
      '> Look.',
      '>',
      '> - b',
      '>',
      ...fence('')
        .split('\n')
        .map((line) => `>   ${line}`),
    ].join('\n');
    const text = swap(SNIPPET, [
      'Change the pause.',
      `${nested}\n\n${fence('bad why="y"')}\n\n${fence('good why="z"')}`,
    ]);
    const found = JSON.stringify(
      (await highlightItem(itemOf('snippet', text))).id && blocksOf(await highlightItem(itemOf('snippet', text))),
    );
    expect(found.match(/\["k","let"\]/g)).toHaveLength(3);
  });
});
