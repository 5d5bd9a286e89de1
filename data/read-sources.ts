/** Reads a pack's folder from disk. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PackSource } from '#bank/parse/parse-pack.ts';

/** Every `.md` and `.yaml` file under `dir`, sorted by path; paths are relative, with forward slashes. */
export async function readSources(dir: string): Promise<PackSource[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.(?:md|yaml)$/.test(entry.name))
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(path.join(dir, file), 'utf8') })));
}
