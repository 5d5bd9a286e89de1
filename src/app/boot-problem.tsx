/** What can be in the way of starting, each with what was kept and what to do. */
import type { ReactNode } from 'react';
import type { OpenProblem } from '#storage/database.ts';
import type { BankProblem } from '#storage/load-bank.ts';
import { Button } from '#ui/button.tsx';
import { ErrorState } from '#ui/state.tsx';
import { start, type Boot } from './boot.ts';

const reload = (): void => window.location.reload();

export type BlockedBoot = Extract<Boot, { phase: 'noStorage' | 'noBank' | 'outdated' }>;

export function BootProblem({ boot }: { readonly boot: BlockedBoot }): ReactNode {
  switch (boot.phase) {
    case 'noStorage':
      return <NoStorage problem={boot.problem} detail={boot.detail} />;
    case 'noBank':
      return <NoBank problem={boot.problem} />;
    case 'outdated':
      return (
        <ErrorState
          level={1}
          title="Lamplight was updated in another tab"
          safe="Everything that you reviewed is stored."
          remedy="Reload this tab to go on with the new version."
          actions={
            <Button variant="primary" onClick={reload}>
              Reload
            </Button>
          }
        />
      );
  }
}

const STORAGE_WORDS: Readonly<Record<OpenProblem, { title: string; remedy: string }>> = {
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

function NoStorage({ problem, detail }: { readonly problem: OpenProblem; readonly detail: string }) {
  const { title, remedy } = STORAGE_WORDS[problem];
  return (
    <ErrorState
      level={1}
      title={title}
      safe="Nothing that was stored has been changed or removed."
      remedy={remedy}
      detail={detail}
      actions={
        <>
          <Button variant="primary" onClick={() => void start()}>
            Try again
          </Button>
          <Button onClick={reload}>Reload</Button>
        </>
      }
    />
  );
}

function bankWords(problem: BankProblem): { title: string; remedy: string; detail: string } {
  switch (problem.kind) {
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

function NoBank({ problem }: { readonly problem: BankProblem }) {
  const { title, remedy, detail } = bankWords(problem);
  return (
    <ErrorState
      level={1}
      title={title}
      safe="Nothing is lost: whatever was stored on this device is still here."
      remedy={remedy}
      detail={detail}
      actions={
        <Button variant="primary" onClick={() => void start()}>
          Try again
        </Button>
      }
    />
  );
}
