/**
 * The command `npm run bank`: checks the bank, says what is wrong and where, and prints what it covers.
 * `npm run bank -- <folder or file>` shows only what is inside; `--run` also runs the runnable fences;
 * `--pack <folder>` looks at another pack than the built-in one; `--readme` writes the counts into the README.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Fault } from '#bank/fault.ts';
import type { ParsedPack } from '#bank/parsed.ts';
import { checkPack } from './check.ts';
import { coverageTable, withCoverage } from './coverage.ts';
import { runAll } from './run-programs.ts';

const BUILTIN = fileURLToPath(new URL('./builtin', import.meta.url));

function slashed(file: string): string {
  return file.replaceAll(path.sep, '/');
}

/** The folder or file to show, relative to the pack; an empty string shows all. */
function filterOf(argument: string | undefined, dir: string): string {
  if (argument === undefined) return '';
  const relative = slashed(path.relative(dir, path.resolve(argument)));
  return relative.startsWith('..') ? slashed(argument).replaceAll(/^\/+|\/+$/g, '') : relative;
}

function inside({ file }: { readonly file: string }, filter: string): boolean {
  return filter === '' || file === filter || file.startsWith(`${filter}/`);
}

function print(title: string, faults: readonly Fault[], dir: string): void {
  const folder = slashed(path.relative(process.cwd(), dir));
  for (const { file, line, what, remedy } of faults) {
    console.log(`${title} ${folder}/${file}:${line}\n  ${what}.\n  → ${remedy}`);
  }
}

/** A fault for each runnable fence that fails; says which kinds this machine cannot run. */
async function runFences(pack: ParsedPack, filter: string): Promise<Fault[]> {
  const jobs = pack.items
    .filter(({ item }) => inside(item, filter))
    .flatMap(({ item, programs }) => programs.map((program) => ({ file: item.file, program })));
  const outcomes = await runAll(jobs);
  const skipped = outcomes.flatMap((outcome) => (outcome.kind === 'skipped' ? [outcome.runtime] : []));
  for (const runtime of new Set(skipped)) console.log(`not run, not on this machine: ${runtime}`);
  console.log(`ran ${jobs.length - skipped.length} of ${jobs.length} programs`);
  return jobs.flatMap(({ file, program }, i) => {
    const outcome = outcomes[i];
    return outcome?.kind === 'failed' ? [{ file, line: program.line, what: outcome.what, remedy: outcome.remedy }] : [];
  });
}

const README = fileURLToPath(new URL('../README.md', import.meta.url));

function writeReadme(pack: ParsedPack): void {
  writeFileSync(README, withCoverage(readFileSync(README, 'utf8'), pack));
}

async function main(): Promise<void> {
  const options = { run: { type: 'boolean' }, readme: { type: 'boolean' }, pack: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const dir = path.resolve(values.pack ?? BUILTIN);
  const filter = filterOf(positionals[0], dir);
  const { pack, errors, warnings } = await checkPack(dir);
  const shownWarnings = warnings.filter((fault) => inside(fault, filter));
  const shownErrors = errors.filter((fault) => inside(fault, filter));
  print('warning', shownWarnings, dir);
  print('error', shownErrors, dir);
  const failed = values.run ? await runFences(pack, filter) : [];
  print('error', failed, dir);
  if (filter === '') console.log(coverageTable(pack));
  if (values.readme) writeReadme(pack);
  const scope = filter === '' ? `${pack.items.length} items` : filter;
  const count = shownErrors.length + failed.length;
  console.log(`${scope}: ${count} errors, ${shownWarnings.length} warnings.`);
  if (count > 0) process.exitCode = 1;
}

await main();
