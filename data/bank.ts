/**
 * The command `npm run bank`: checks the bank, says what is wrong and where, and prints what it covers.
 * `npm run bank -- <folder or file>` shows only what is inside; `--run` also runs the runnable fences.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Fault } from '#bank/fault.ts';
import type { ParsedPack } from '#bank/parsed.ts';
import { checkPack } from './check.ts';
import { coverageTable } from './coverage.ts';
import { runAll } from './run-programs.ts';

const BUILTIN = fileURLToPath(new URL('./builtin', import.meta.url));

/** The folder or file to show, relative to the pack; an empty string shows all. */
function filterOf(argument: string | undefined): string {
  if (argument === undefined) return '';
  const relative = path.relative(BUILTIN, path.resolve(argument)).replaceAll(path.sep, '/');
  return relative.startsWith('..') ? argument.replace(/^\/+|\/+$/g, '') : relative;
}

function inside({ file }: { readonly file: string }, filter: string): boolean {
  return filter === '' || file === filter || file.startsWith(`${filter}/`);
}

function print(title: string, faults: readonly Fault[]): void {
  const folder = path.relative(process.cwd(), BUILTIN).replaceAll(path.sep, '/');
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
  for (const runtime of new Set(skipped)) console.log(`not run here: ${runtime}`);
  console.log(`ran ${jobs.length - skipped.length} of ${jobs.length} programs`);
  return jobs.flatMap(({ file, program }, i) => {
    const outcome = outcomes[i];
    return outcome?.kind === 'failed' ? [{ file, line: program.line, what: outcome.what, remedy: outcome.remedy }] : [];
  });
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { run: { type: 'boolean' } }, allowPositionals: true });
  const filter = filterOf(positionals[0]);
  const { pack, errors, warnings } = await checkPack(BUILTIN);
  const shownWarnings = warnings.filter((fault) => inside(fault, filter));
  const shownErrors = errors.filter((fault) => inside(fault, filter));
  print('warning', shownWarnings);
  print('error', shownErrors);
  const failed = values.run ? await runFences(pack, filter) : [];
  print('error', failed);
  if (filter === '') console.log(coverageTable(pack));
  const scope = filter === '' ? `${pack.items.length} items` : filter;
  const count = shownErrors.length + failed.length;
  console.log(`${scope}: ${count} errors, ${shownWarnings.length} warnings.`);
  if (count > 0) process.exitCode = 1;
}

await main();
