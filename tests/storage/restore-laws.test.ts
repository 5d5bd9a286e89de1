import * as fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import type { LamplightDb } from '#storage/database.ts';
import { readBackupFile, writeBackupFile } from '#storage/heavy-file.ts';
import { restoreBackup, undoReplace } from '#storage/restore.ts';
import { latestSnapshot } from '#storage/restore-snapshots.ts';
import { hostileLog } from '../support/arbitrary-logs.ts';
import { arbitrarySettings } from '../support/arbitrary-settings.ts';
import { backupOf, type Own } from '../support/backup.ts';
import { deviceId } from '../support/builders.ts';
import { dump, type Dump } from '../support/dump.ts';
import { openTestDb } from '../support/test-db.ts';

/** Many transactions on fake-indexeddb, on a machine that does other things too. */
const SLOW_MS = 60_000;
const NOW_MS = Date.UTC(2026, 10, 22, 9);

/** All that a person made, and what follows from it. Snapshots are apart. */
const facts = (of: LamplightDb) => dump(of, ['snapshots', 'local']);

/** Facts without what tells the tabs of one device apart. */
function shared({ events = [], ...rest }: Dump): Dump {
  return { ...rest, events: events.map((row) => ({ ...(row as object), guard: null })) };
}

let db: LamplightDb;

beforeEach(async () => {
  ({ db } = await openTestDb());
});

async function empty(): Promise<void> {
  const tables = [db.events, db.settings, db.cards, db.marks, db.snapshots];
  await Promise.all(tables.map((table) => table.clear()));
}

/** The facts after these merges into an empty database. */
async function merged(...owns: readonly Own[]) {
  await empty();
  for (const each of owns) await restoreBackup(db, backupOf(each), 'merge', NOW_MS);
  return shared(await facts(db));
}

const own: fc.Arbitrary<Own> = fc.record({ events: hostileLog, settings: arbitrarySettings });

/** What two devices hold that have a part of their history in common. */
const twoDevices: fc.Arbitrary<[Own, Own]> = fc
  .tuple(hostileLog, arbitrarySettings, arbitrarySettings)
  .chain(([log, mine, yours]) =>
    fc.tuple(fc.subarray(log), fc.subarray(log)).map(([a, b]): [Own, Own] => [
      { events: a, settings: mine.map((row) => ({ ...row, device: deviceId(1) })) },
      { events: b, settings: yours.map((row) => ({ ...row, device: deviceId(2) })) },
    ]),
  );

test(
  'a backup in an empty database gives equal events, settings and card states',
  async () => {
    await fc.assert(
      fc.asyncProperty(own, async (mine) => {
        const there = await merged(mine);
        const { blob } = await writeBackupFile(db, deviceId(1), NOW_MS);
        const read = await readBackupFile(blob);
        await empty();
        if (read.ok) await restoreBackup(db, read.backup, 'merge', NOW_MS + 1);
        expect(shared(await facts(db))).toEqual(there);
      }),
      { numRuns: 12 },
    );
  },
  SLOW_MS,
);

test(
  'merging is a union: every event of both, each once',
  async () => {
    await fc.assert(
      fc.asyncProperty(twoDevices, async ([a, b]) => {
        await merged(a, b);
        const ids = new Set([...a.events, ...b.events].map((event) => event.id));
        const stored = await db.events.toCollection().primaryKeys();
        expect(stored).toEqual([...ids].toSorted());
      }),
      { numRuns: 12 },
    );
  },
  SLOW_MS,
);

test(
  'merging twice changes nothing, and the order of files does not matter',
  async () => {
    await fc.assert(
      fc.asyncProperty(twoDevices, async ([a, b]) => {
        const once = await merged(a, b);
        expect(await merged(b, a)).toEqual(once);
        expect(await merged(a, b, a, b)).toEqual(once);
      }),
      { numRuns: 12 },
    );
  },
  SLOW_MS,
);

test(
  'replacing and undoing it leaves everything as it was, and undoing that brings the file back',
  async () => {
    await fc.assert(
      fc.asyncProperty(twoDevices, async ([a, b]) => {
        await merged(a);
        const before = await facts(db);
        await restoreBackup(db, backupOf(b), 'replace', NOW_MS);
        const replaced = await facts(db);
        const first = await latestSnapshot(db);
        expect(first?.reason).toBe('replace');
        await undoReplace(db, first?.id ?? '', NOW_MS);
        expect(await facts(db)).toEqual(before);
        const second = await latestSnapshot(db);
        expect(second?.reason).toBe('undo');
        await undoReplace(db, second?.id ?? '', NOW_MS);
        expect(await facts(db)).toEqual(replaced);
        expect(await merged(b)).toEqual(shared(replaced));
      }),
      { numRuns: 12 },
    );
  },
  SLOW_MS,
);
