import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Environment } from '#pages/parts/environment.ts';
import { grouped } from '#pages/parts/format.ts';
import { useAttempt } from '#pages/parts/use-attempt.ts';
import { practiceAddress, PRACTICE_LIMIT } from '#pages/practice/address.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Muted } from '#ui/card.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, type MenuItem } from '#ui/menu.tsx';
import { doToAll, type Deed, type Done } from './bulk.ts';
import type { Entry } from './entry.ts';
import { NO_FILTERS, type Filters } from './filters.ts';
import type { Picking } from './use-picking.ts';
import css from './pick-bar.module.css';

export interface PickBarProps {
  readonly picking: Picking;
  readonly picked: readonly Entry[];
  /** How many lines are shown. */
  readonly shown: number;
  readonly filters: Filters;
  readonly environment: Environment;
}

/** What can be done with the picked lines; it stays in sight while the list is pushed. */
export function PickBar({ picking, picked, shown, filters, environment }: PickBarProps) {
  const navigate = useNavigate();
  const { busy, run } = useDeeds(picked, environment);
  const bar = useRef<HTMLElement>(null);
  useEffect(() => bar.current?.focus({ preventScroll: true }), []);
  const all = picked.length === shown;
  const none = picked.length === 0;
  // Paths have pages of their own: they would only take up places.
  const askable = picked.filter(({ kind }) => kind !== 'path').map(({ id }) => id);
  const practise = (): void => {
    const list = { ...NO_FILTERS, sort: filters.sort, chosen: askable.slice(0, PRACTICE_LIMIT) };
    void navigate(practiceAddress(all ? filters : list));
  };
  const menu = (
    [
      ['flag', 'Flag', 'flag'],
      ['unflag', 'Remove the flag', 'flag'],
      ['suspend', 'Suspend', 'pause'],
      ['resume', 'Resume', 'play'],
    ] as const
  ).map(([deed, label, icon]): MenuItem => ({ id: deed, label, icon, onSelect: () => run(deed), disabled: none }));
  return (
    <section ref={bar} tabIndex={-1} className={css['bar']} aria-label="Selected entries">
      <div className={css['counts']}>
        <output>{`${grouped(picked.length)} selected`}</output>
        <Button variant="plain" onClick={() => picking.pickAll(!all)}>
          {all ? 'Select none' : `Select all ${grouped(shown)}`}
        </Button>
        <IconButton icon="close" label="Stop selecting" onClick={picking.stop} />
      </div>
      {askable.length > PRACTICE_LIMIT && (
        <Muted>{`Practise asks the first ${PRACTICE_LIMIT} of ${grouped(askable.length)}.`}</Muted>
      )}
      <div className={css['deeds']}>
        <Button disabled={none} busy={busy} onClick={() => run('today')}>
          Add to today
        </Button>
        <Button disabled={none} onClick={practise}>
          Practise
        </Button>
        <Menu label="More to do with them" items={menu} />
      </div>
    </section>
  );
}

/** Runs a deed, says what came of it, and offers to take the whole of it back. */
function useDeeds(picked: readonly Entry[], environment: Environment) {
  const { toast } = useAnnounce();
  const [busy, setBusy] = useState(false);
  const attemptAndSay = useAttempt();
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    await attemptAndSay(work);
    setBusy(false);
  };
  const undo = async (takeBack: NonNullable<Done['takeBack']>): Promise<void> => {
    await takeBack();
    toast({ text: 'Taken back.' });
  };
  const run = (deed: Deed): void => {
    if (busy) return;
    void attempt(async () => {
      const { words, takeBack } = await doToAll(deed, picked, environment);
      const action = takeBack && { label: 'Undo', onPress: () => void attempt(() => undo(takeBack)) };
      toast({ text: words, ...(action ? { action } : {}) });
    });
  };
  return { busy, run };
}
