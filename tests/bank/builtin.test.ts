import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { formatFault } from '#bank/fault.ts';
import { readManifest, readPackFile } from '#bank/pack/read-pack.ts';
import { checkPack } from '../../data/check.ts';
import { compileBank, sha256 } from '../../data/compile.ts';
import { coverageTable, withCoverage } from '../../data/coverage.ts';
import { runAll } from '../../data/run-programs.ts';

vi.setConfig({ testTimeout: 30_000 });

const BUILTIN = path.resolve('data/builtin');
const { pack, errors } = await checkPack(BUILTIN);
const jobs = pack.items.flatMap(({ item, programs }) => programs.map((program) => ({ file: item.file, program })));
const outcomes = await runAll(jobs);

describe('the built-in bank', () => {
  test('has no errors', () => {
    expect(errors.map(formatFault)).toEqual([]);
  });

  test('has a question at every tier, and every kind of item', () => {
    const tiers = new Set(pack.items.flatMap(({ item }) => (item.type === 'question' ? [item.tier] : [])));
    expect([...tiers].toSorted()).toEqual(['expert', 'foundational', 'mid', 'senior']);
    const kinds = new Set(pack.items.map(({ item }) => item.type));
    expect([...kinds].toSorted()).toEqual(['error', 'path', 'question', 'sheet', 'snippet']);
  });

  test('is counted in full by the coverage table', () => {
    const placed = pack.items.filter(({ item }) => item.type !== 'path').length;
    expect(coverageTable(pack)).toMatch(new RegExp(`^all .* ${placed}$`, 'm'));
  });

  test('is counted in the README as it is; `npm run bank -- --readme` writes it', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(withCoverage(readme, pack)).toBe(readme);
    expect(() => withCoverage('# Nothing', pack)).toThrow('no place');
  });

  test('every line that an item names holds what it says', () => {
    for (const { item, lineOfKey } of pack.items) {
      const lines = readFileSync(path.join(BUILTIN, item.file), 'utf8').split('\n');
      expect(lines[lineOfKey(['id']) - 1]).toBe(`id: ${item.id}`);
    }
  });

  test('compiles to packs that their own schema reads back', async () => {
    const compiled = await compileBank(BUILTIN);
    if (!compiled.ok) return expect(compiled.faults).toEqual([]);
    expect(readManifest(JSON.parse(JSON.stringify(compiled.manifest)))).toEqual({
      kind: 'ok',
      value: compiled.manifest,
    });
    for (const { file, hash } of compiled.manifest.packs) {
      const text = compiled.files.get(file) ?? '';
      expect(sha256(text)).toBe(hash);
      expect(readPackFile(JSON.parse(text))).toEqual({ kind: 'ok', value: JSON.parse(text) as unknown });
    }
    expect(compiled.manifest.order).toHaveLength(pack.items.length);
  });
});

describe('its programs do what they say', () => {
  test('there are some', () => {
    expect(jobs.length).toBeGreaterThan(20);
  });

  test.for(jobs.map(({ file, program }, i) => [`${file}:${program.line}`, i] as const))('%s', ([, i], context) => {
    const outcome = outcomes[i];
    if (outcome?.kind === 'skipped') return context.skip(`${outcome.runtime} is not on this machine`);
    expect(outcome).toEqual({ kind: 'ok' });
  });
});
