import { rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { compileBank } from '../../data/compile.ts';
import { packFolder } from './pack-folder.ts';
import { lineOf, QUESTION, SAMPLES, SNIPPET, swap } from './sample-texts.ts';

vi.setConfig({ testTimeout: 30_000 });

const { put, folder } = packFolder();

describe('a folder becomes packs', () => {
  test('twice the same', async () => {
    const [once, twice] = [await compileBank(folder()), await compileBank(folder())];
    expect(once).toMatchObject({ ok: true, warnings: [], manifest: { id: 'sample', order: { length: 6 } } });
    expect(twice).toEqual(once);
  });

  test('with its code highlighted', async () => {
    const compiled = await compileBank(folder());
    const texts = compiled.ok ? [...compiled.files.values()].join('') : '';
    expect(texts).toContain('["n","1"]');
  });

  test('or a list of faults, of form and of lint, with file and line', async () => {
    const broken = swap(QUESTION, ['kind: concept', 'kind: riddle']);
    const poor = swap(SNIPPET, ['js run title', 'js title']);
    await put(SAMPLES.question.file, broken);
    await put(SAMPLES.snippet.file, poor);
    const compiled = await compileBank(folder());
    expect(compiled).toMatchObject({
      ok: false,
      faults: [
        { file: SAMPLES.question.file, line: lineOf(broken, 'kind: riddle') },
        { file: SAMPLES.snippet.file, line: lineOf(poor, '```js') },
      ],
    });
  });

  test('without a pack.yaml it is no pack', async () => {
    await rm(path.join(folder(), 'pack.yaml'));
    expect(await compileBank(folder())).toMatchObject({ ok: false, faults: [{ file: 'pack.yaml', line: 1 }] });
  });
});
