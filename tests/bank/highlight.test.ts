import { describe, expect, test, vi } from 'vitest';
import type { Block, Code } from '#bank/blocks.ts';
import { blocksOf } from '#bank/layers.ts';
import { highlightItem } from '../../data/highlight.ts';
import { itemOf, SNIPPET, swap } from './sample-texts.ts';

vi.setConfig({ testTimeout: 30_000 });

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
    const found = JSON.stringify(await highlightItem(itemOf('snippet', text)));
    expect(found.match(/\["k","let"\]/g)).toHaveLength(3);
  });
});
