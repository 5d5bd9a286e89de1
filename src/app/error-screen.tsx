import { useState } from 'react';
import { environmentOf } from '#pages/parts/environment.ts';
import { sha256 } from '#storage/bank-source.ts';
import { getStorage } from '#storage/current.ts';
import { CorruptRowError } from '#storage/corrupt-row.ts';
import { rebuildStates } from '#storage/rebuild.ts';
import { setAsideDamaged } from '#storage/set-aside.ts';
import { readSettings } from '#storage/settings-store.ts';
import { problemOf, type LamplightDb } from '#storage/database.ts';
import { Button } from '#ui/button.tsx';
import { Page } from '#ui/page.tsx';
import { ErrorState } from '#ui/state.tsx';
import { retryBank } from './boot.ts';

export interface ErrorScreenProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** A route that failed: what happened, that nothing was lost, what to do. */
export function ErrorScreen({ error, onRetry }: ErrorScreenProps) {
  if (error instanceof CorruptRowError) return <Corrupt error={error} onRetry={onRetry} />;
  const full = problemOf(error) === 'full';
  return (
    <Page>
      <ErrorState
        level={1}
        title={full ? 'This device is full' : 'This page could not be shown'}
        safe="Your reviews are stored on this device and are not touched by this."
        remedy={
          full ? 'Free some space on the device, then try again.' : 'Try again; if it comes back, reload the page.'
        }
        detail={error instanceof Error ? `${error.name}: ${error.message}` : String(error)}
        actions={
          <>
            <Button variant="primary" onClick={onRetry}>
              Try again
            </Button>
            <Button onClick={() => window.location.assign(import.meta.env.BASE_URL)}>Go to Today</Button>
          </>
        }
      />
    </Page>
  );
}

const CORRUPT_WORDS: Readonly<Record<CorruptRowError['table'], { title: string; remedy: string; action: string }>> = {
  cards: {
    title: 'A stored card is damaged',
    remedy: 'What you know is worked out again from your review history; that takes a moment.',
    action: 'Rebuild from history',
  },
  events: {
    title: 'A stored review is damaged',
    remedy: 'The rest of your history is sound. Go on without this one review; it stays stored, but does not count.',
    action: 'Go on without it',
  },
  packs: {
    title: 'A part of the question bank is damaged',
    remedy: 'It is fetched again; your progress does not depend on it.',
    action: 'Fetch it again',
  },
};

function Corrupt({ error, onRetry }: { readonly error: CorruptRowError; readonly onRetry: () => void }) {
  const [busy, setBusy] = useState(false);
  const { title, remedy, action } = CORRUPT_WORDS[error.table];
  const mend = async (): Promise<void> => {
    setBusy(true);
    // What still stands in the way says so as soon as the page is drawn again.
    await mendTable(error.table).catch(() => undefined);
    onRetry();
  };
  return (
    <Page>
      <ErrorState
        level={1}
        title={title}
        safe="Nothing is lost: every review is kept in your history on this device."
        remedy={remedy}
        detail={error.message}
        actions={
          <Button variant="primary" busy={busy} onClick={() => void mend()}>
            {action}
          </Button>
        }
      />
    </Page>
  );
}

async function mendTable(table: CorruptRowError['table']): Promise<void> {
  const { db, device } = getStorage();
  if (table === 'packs') {
    await dropDamagedPacks(db);
    await retryBank();
    return;
  }
  if (table === 'events') await setAsideDamaged(db);
  const { context } = environmentOf(await readSettings(db), device);
  await rebuildStates(db, context);
}

/** The bank's next load fetches what is missing. */
async function dropDamagedPacks(db: LamplightDb): Promise<void> {
  const packs = await db.packs.toArray();
  const sums = await Promise.all(packs.map((pack) => sha256(pack.text)));
  const damaged = packs.filter((pack, index) => sums[index] !== pack.hash).map((pack) => pack.file);
  await db.transaction('rw', db.packs, db.banks, async () => {
    await db.packs.bulkDelete(damaged);
    await db.banks.clear();
  });
  await (await import('#storage/own-questions.ts')).settleOwn(db);
}
