import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve('src/bank');
const IMPORT = /(?:import|export)\s+(?!type\b)[^'"]*?from\s+'([^']+)'/g;

/** Packages and files that a module loads, itself first; type imports load nothing. */
function loaded(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    if (target.startsWith('.')) loaded(path.resolve(path.dirname(file), target), seen);
    else seen.add(target);
  }
  return seen;
}

const inFolder = (folder: string) =>
  readdirSync(path.join(ROOT, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(ROOT, folder, name));

test('what the app loads at its start brings neither the Markdown parser nor YAML nor the lint', () => {
  const light = new Set([...inFolder('.'), ...inFolder('pack')].flatMap((file) => [...loaded(file)]));
  const packages = [...light].filter((name) => !path.isAbsolute(name));
  expect(packages).toEqual(['valibot']);
  expect([...light].filter((name) => /\/bank\/(?:lint|parse)\//.test(name))).toEqual([]);
});

test('the parser brings both, so the check above can fail', () => {
  const heavy = loaded(path.join(ROOT, 'parse/parse-item.ts'));
  expect([...heavy]).toEqual(expect.arrayContaining(['markdown-it', 'yaml']));
});
