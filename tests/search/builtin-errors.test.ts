/** Errors of the built-in bank, pasted as somebody else's machine prints them. */
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { openSegment } from '#search/segment.ts';
import { openShipped } from '#search/shipped.ts';
import { compileBank } from '../../data/compile.ts';
import { searchFiles } from '../../data/search-index.ts';
import { find, idsOf } from './documents.ts';

vi.setConfig({ testTimeout: 30_000 });

const compiled = await compileBank(path.resolve('data/builtin'));
if (!compiled.ok) throw new Error('The built-in bank has errors.');
const [shipped] = searchFiles(compiled);
const index = openShipped(shipped?.[1] ?? '', compiled.manifest.version);
if (!index) throw new Error('No index is shipped with the built-in bank.');
const bank = openSegment(index);

test.each([
  [
    'err-postgres-password-failed',
    'psql: error: connection to server at "10.3.0.17", port 6543 failed: FATAL:  password authentication failed for user "billing_ro"',
  ],
  [
    'err-postgres-password-failed',
    '2026-11-22 17:22:26.234 UTC [8697] FATAL:  password authentication failed for user "ghost"\n2026-11-22 17:22:26.279 UTC [8699] DETAIL:  Role "ghost" does not exist.',
  ],
  [
    'err-postgres-password-failed',
    'error: password authentication failed for user "maria"\n    at Parser.parseErrorMessage (/srv/api/node_modules/pg-protocol/dist/parser.js:285:98)\n    at Socket.<anonymous> (/srv/api/node_modules/pg-protocol/dist/index.js:11:42) {\n  code: \'28P01\'\n}',
  ],
  [
    'err-php-memory-exhausted',
    'PHP Fatal error:  Allowed memory size of 536870912 bytes exhausted (tried to allocate 67108872 bytes) in /home/kunden/www/wp-content/plugins/backup/zip.php on line 845',
  ],
  [
    'err-php-memory-exhausted',
    '[22-Nov-2026 17:02:36 UTC] PHP Fatal error:  Allowed memory size of 16777216 bytes exhausted (tried to allocate 2097152 bytes) in /tmp/a.php on line 4',
  ],
  [
    'err-dotnet-collection-modified',
    'Unhandled exception. System.InvalidOperationException: Collection was modified; enumeration operation may not execute.\n   at System.Collections.Generic.List`1.Enumerator.MoveNext()\n   at Shop.Basket.Clean() in C:\\build\\7f3a\\Shop\\Basket.cs:line 41',
  ],
  [
    'err-dotnet-collection-modified',
    'System.InvalidOperationException: Collection was modified; enumeration operation may not execute.\n  at System.Collections.Generic.List`1+Enumerator[T].MoveNextRare () [0x00016] in <12b418a7818c4ca0893feeaaf67f1e7f>:0\n  at P.Main () [0x00047] in <81b87bfdd2db4df68e7a262eadb745ad>:0',
  ],
])('%s comes first, whatever users, paths, lines and numbers stand around it', (id, pasted) => {
  expect(idsOf(find(pasted, [bank]))[0]).toBe(id);
});
