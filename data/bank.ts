/** The command `npm run bank`: checks the bank, says what is wrong and where, and prints what it covers. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fault } from '#bank/fault.ts';
import { checkPack } from './check.ts';
import { coverageTable } from './coverage.ts';

const BUILTIN = fileURLToPath(new URL('./builtin', import.meta.url));

/** The folder or file to show, relative to the pack; an empty string shows all. */
function filterOf(argument: string | undefined): string {
  if (argument === undefined) return '';
  const relative = path.relative(BUILTIN, path.resolve(argument)).replaceAll(path.sep, '/');
  return relative.startsWith('..') ? argument.replace(/^\/+|\/+$/g, '') : relative;
}

function inside(fault: Fault, filter: string): boolean {
  return filter === '' || fault.file === filter || fault.file.startsWith(`${filter}/`);
}

function print(title: string, faults: readonly Fault[]): void {
  const folder = path.relative(process.cwd(), BUILTIN).replaceAll(path.sep, '/');
  for (const { file, line, what, remedy } of faults) {
    console.log(`${title} ${folder}/${file}:${line}\n  ${what}.\n  → ${remedy}`);
  }
}

async function main(): Promise<void> {
  const filter = filterOf(process.argv[2]);
  const { pack, errors, warnings } = await checkPack(BUILTIN);
  const shownErrors = errors.filter((fault) => inside(fault, filter));
  const shownWarnings = warnings.filter((fault) => inside(fault, filter));
  print('warning', shownWarnings);
  print('error', shownErrors);
  if (filter === '') console.log(coverageTable(pack));
  const scope = filter === '' ? `${pack.items.length} items` : filter;
  console.log(`${scope}: ${shownErrors.length} errors, ${shownWarnings.length} warnings.`);
  if (shownErrors.length > 0) process.exitCode = 1;
}

await main();
