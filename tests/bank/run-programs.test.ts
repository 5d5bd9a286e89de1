import { describe, expect, test, vi } from 'vitest';
import type { Program } from '#bank/parsed.ts';
import { type Outcome, runAll } from '../../data/run-programs.ts';

vi.setConfig({ testTimeout: 60_000 });

async function run(by: string, lang: string, code: string, output?: string, limitMs?: number): Promise<Outcome> {
  const program: Program = { line: 1, title: 'x', lang, by, code, ...(output !== undefined && { output }) };
  const [outcome] = await runAll([{ file: 'x.md', program }], 1, limitMs);
  if (!outcome) throw new Error('one job has one outcome');
  return outcome;
}

describe('programs run and are compared with their output', () => {
  test.each([
    ['modules', 'node', 'js', "import { sep } from 'node:path';\nconsole.log(await 1, sep);", '1 /'],
    ['CommonJS', 'node', 'js', "console.log(require('node:path').sep);", '/'],
    ['TypeScript', 'node', 'ts', 'const x: number = 1;\nenum A { B = 2 }\nconsole.log(x + A.B);', '3'],
    ['Python', 'python', 'python', 'print(1 + 1)  ', '2\n\n'],
    [
      'SQLite',
      'sqlite',
      'sql',
      "CREATE TABLE t (a, b);\nINSERT INTO t VALUES (1, 'x;'), (NULL, 2.5);\nSELECT * FROM t;\nSELECT 3 -- end",
      '1|x;\n|2.5\n3',
    ],
    [
      'PostgreSQL',
      'postgres',
      'sql',
      "CREATE TABLE t (a int, b text);\nINSERT INTO t VALUES (1, 'x'), (NULL, 'y');\nSELECT * FROM t ORDER BY b;",
      '1|x\n|y',
    ],
    ['PHP', 'php', 'php', 'declare(strict_types=1);\necho intdiv(7, 2);', '3'],
    ['PHP with its tag', 'php', 'php', '<?php echo 1;', '1'],
    ['Go', 'go', 'go', 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println(1 << 3) }', '8'],
    [
      'Java',
      'java',
      'java',
      'class Program { public static void main(String[] a) { System.out.println("x".repeat(2)); } }',
      'xx',
    ],
    ['C#', 'mono', 'csharp', 'class P { static void Main() { System.Console.WriteLine(7 / 2); } }', '3'],
    ['a shell', 'sh', 'sh', 'echo "$HOME" | grep -c bank-', '1'],
  ])('%s', async (_, by, lang, code, output) => {
    const outcome = await run(by, lang, code, output);
    expect(outcome).toEqual(outcome.kind === 'skipped' ? { kind: 'skipped', runtime: by } : { kind: 'ok' });
  });

  test('a program that prints something else fails, and says what it printed', async () => {
    expect(await run('node', 'js', 'console.log(1);\nconsole.log(2);', '1')).toMatchObject({
      kind: 'failed',
      remedy: 'It printed:\n1\n2',
    });
  });

  test('a program that prints nothing fails where it should print something', async () => {
    expect(await run('sh', 'sh', 'true', '1')).toMatchObject({ kind: 'failed' });
  });

  test('a program that ends with an error fails, and says which', async () => {
    expect(await run('node', 'js', 'nothing();')).toMatchObject({
      kind: 'failed',
      what: 'The code ended with 1: ReferenceError: nothing is not defined',
    });
    expect(await run('sh', 'sh', 'exit 3')).toMatchObject({ what: 'The code ended with 3: it said nothing' });
  });

  test('code that cannot be read fails', async () => {
    expect(await run('node', 'ts', 'const = 1;')).toMatchObject({ kind: 'failed' });
    expect(await run('node', 'js', 'const = 1;')).toMatchObject({ kind: 'failed' });
  });

  test('a program without an end is ended, with all that it started', async () => {
    const outcome = await run('sh', 'sh', 'sleep 60 & while true; do sleep 1; done', undefined, 200);
    expect(outcome).toMatchObject({ kind: 'failed', what: 'The code ran for 0.2 s without an end' });
  });

  test('what the machine cannot run is skipped by name, not passed', async () => {
    expect(await run('cobol', 'cobol', 'x')).toEqual({ kind: 'skipped', runtime: 'cobol' });
  });

  test('outcomes come in the order of the jobs', async () => {
    const job = (code: string) => ({ file: 'x.md', program: { line: 1, title: 'x', lang: 'sh', by: 'sh', code } });
    const outcomes = await runAll([job('sleep 0.3'), job('exit 1'), job('true')]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['ok', 'failed', 'ok']);
  });
});
