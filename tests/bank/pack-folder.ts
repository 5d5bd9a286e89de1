/** The sample pack as files in a temporary folder, fresh for each test. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { OTHER, PACK, SAMPLES } from './sample-texts.ts';

export interface PackFolder {
  folder(): string;
  /** Writes a file of the pack. */
  put(file: string, text: string): Promise<void>;
}

export function packFolder(): PackFolder {
  let dir = '';
  const put = async (file: string, text: string) => {
    const target = path.join(dir, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  };
  beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'bank-test-'));
    await put('pack.yaml', PACK);
    for (const { file, text } of [OTHER, ...Object.values(SAMPLES)]) await put(file, text);
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));
  return { folder: () => dir, put };
}
