import { spawn } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { packFolder } from './pack-folder.ts';
import { lineOf, QUESTION, SAMPLES, SNIPPET, swap } from './sample-texts.ts';

vi.setConfig({ testTimeout: 60_000 });

const { put, folder } = packFolder();

function bank(...args: readonly string[]): Promise<{ code: number | null; text: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'data/bank.ts', '--pack', folder(), ...args]);
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
    child.stderr.setEncoding('utf8').on('data', (part: string) => (text += part));
    child.on('close', (code) => resolve({ code, text }));
  });
}

describe('npm run bank', () => {
  test('is content with a good pack and prints what it covers', async () => {
    const { code, text } = await bank('--run');
    expect(code).toBe(0);
    expect(text).toMatch(/^domain +kind +foundational +mid +senior +expert +all$/m);
    expect(text).toMatch(/^Web +question +0 +2 +0 +0 +2$/m);
    expect(text).toContain('ran 3 of 3 programs');
    expect(text).toContain('6 items: 0 errors, 0 warnings.');
  });

  test('fails on a fault and says the file, the line and the remedy', async () => {
    const broken = swap(QUESTION, ['kind: concept', 'kind: riddle']);
    await put(SAMPLES.question.file, broken);
    const { code, text } = await bank();
    const place = path.relative(process.cwd(), path.join(folder(), SAMPLES.question.file));
    expect(code).toBe(1);
    expect(text).toContain(
      `error ${place}:${lineOf(broken, 'kind: riddle')}\n  \`kind\` is "riddle".\n  → Write one of`,
    );
  });

  test('shows and counts only what is inside the named folder', async () => {
    await put(SAMPLES.question.file, swap(QUESTION, ['kind: concept', 'kind: riddle']));
    expect(await bank(path.join(folder(), 'snippets'))).toMatchObject({
      code: 0,
      text: 'snippets: 0 errors, 0 warnings.\n',
    });
    expect(await bank('questions/web')).toMatchObject({ code: 1 });
  });

  test('--run fails on a program that does not do what it says', async () => {
    await put(SAMPLES.snippet.file, swap(SNIPPET, ['const pause = 1;', 'nothing();']));
    const { code, text } = await bank('--run', 'snippets');
    expect(code).toBe(1);
    expect(text).toContain('ReferenceError: nothing is not defined');
  });
});
