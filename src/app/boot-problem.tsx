/** What can be in the way of starting, each with what was kept and what to do. */
import type { ClosedBy, OpenProblem } from '#storage/database.ts';
import type { BankProblem } from '#storage/bank-files.ts';
import { Button } from '#ui/button.tsx';
import { ErrorState } from '#ui/state.tsx';
import { start, type Boot } from './boot.ts';

export type BlockedBoot = Extract<Boot, { phase: 'noStorage' | 'noBank' | 'closed' }>;

interface Words {
  readonly title: string;
  /** What was not lost. */
  readonly safe: string;
  readonly remedy: string;
  readonly detail?: string;
}

type Way = 'retry' | 'reload';

/** What is in the way of starting, or of going on, with the ways out of it; the first is the best. */
export function BootProblem({ boot }: { readonly boot: BlockedBoot }) {
  const { ways, ...words } = screenOf(boot);
  return (
    <ErrorState
      {...words}
      level={1}
      actions={ways.map((way, index) => (
        <Button key={way} variant={index === 0 ? 'primary' : 'quiet'} onClick={LEADS[way].go}>
          {LEADS[way].label}
        </Button>
      ))}
    />
  );
}

const LEADS: Readonly<Record<Way, { readonly label: string; readonly go: () => void }>> = {
  retry: { label: 'Try again', go: () => void start() },
  reload: { label: 'Reload', go: () => window.location.reload() },
};

function screenOf(boot: BlockedBoot): Words & { readonly ways: readonly Way[] } {
  switch (boot.phase) {
    case 'noStorage':
      return { ...STORAGE_WORDS[boot.problem], safe: UNCHANGED, detail: boot.detail, ways: ['retry', 'reload'] };
    case 'noBank':
      return { ...bankWords(boot.problem), safe: STILL_HERE, ways: ['retry', 'reload'] };
    case 'closed':
      return { ...CLOSED_WORDS[boot.by], ways: ['reload'] };
  }
}

const CLOSED_WORDS: Readonly<Record<ClosedBy, Words>> = {
  upgrade: {
    title: 'Lamplight was updated in another tab',
    safe: 'Everything that you reviewed is stored.',
    remedy: 'Reload this tab to go on with the new version.',
  },
  deletion: {
    title: 'The data on this device was deleted',
    safe: 'Backups that you downloaded are files of their own and are still where you keep them.',
    remedy:
      'It was cleared while this tab was open: by somebody, or by the browser to free space. Your history, notes and settings are gone from this device. Reload to start afresh; then Restore a backup, in Settings, brings back what a backup holds.',
  },
  browser: {
    title: 'The browser closed the stored data',
    safe: 'Each review was stored the moment you graded it.',
    remedy: 'Reload this tab to go on. If this comes back, restart the browser.',
  },
};

const UNCHANGED = 'Nothing that was stored has been changed or removed.';

const STORAGE_WORDS: Readonly<Record<OpenProblem, Omit<Words, 'safe'>>> = {
  unsupported: {
    title: 'This browser does not let Lamplight store anything',
    remedy: 'Leave private browsing, or allow site data for this address in the browser’s settings, then try again.',
  },
  blocked: {
    title: 'Another tab holds an older version open',
    remedy: 'Close the other tabs of Lamplight, then try again.',
  },
  newer: {
    title: 'The data on this device was written by a newer version',
    remedy: 'Reload to get the newest version. If it still says so, close all tabs of Lamplight and open it again.',
  },
  full: {
    title: 'This device is full',
    remedy: 'Free some space on the device, then try again.',
  },
  broken: {
    title: 'The browser could not open the stored data',
    remedy: 'Close all tabs of Lamplight, restart the browser, then try again.',
  },
};

const STILL_HERE = 'Nothing is lost: whatever was stored on this device is still here.';

function bankWords(problem: BankProblem): Omit<Words, 'safe'> {
  switch (problem.kind) {
    case 'device':
      return { ...STORAGE_WORDS[problem.problem], detail: problem.why };
    case 'download':
      return {
        title: 'The question bank did not arrive',
        remedy:
          'The first visit needs the network once. Check the connection, then try again; what has arrived is kept.',
        detail: `${problem.file}: ${problem.why}`,
      };
    case 'damaged':
      return {
        title: 'The question bank arrived damaged',
        remedy: 'Try again in a minute; if it stays so, reload the page to get the newest version.',
        detail: `${problem.file}: ${problem.why}`,
      };
    case 'newer':
      return {
        title: 'The question bank needs a newer version of Lamplight',
        remedy: 'Reload the page to get it.',
        detail: 'The manifest has a newer format.',
      };
  }
}
