import { useEffect, useRef } from 'react';
import { countOf } from '#pages/parts/format.ts';
import { PRACTICE_LIMIT } from './address.ts';
import type { Practice } from '#review/practice.ts';
import { Button } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Page, Stack } from '#ui/page.tsx';
import type { PracticeCard } from './cards.ts';
import css from './practice.module.css';

export interface SummaryProps {
  readonly practice: Practice<PracticeCard>;
  /** How many entries were left out. */
  readonly cut: number;
  /** Again, with these cards or with all. */
  readonly onAgain: (cards: readonly PracticeCard[] | null) => void;
  readonly onBack: () => void;
  readonly onLeave: () => void;
}

/** The end of a practice: what was known at once, and what to look at again. */
export function Summary({ practice, cut, onAgain, onBack, onLeave }: SummaryProps) {
  const { total, missed } = practice;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const atOnce = total - missed.length;
  return (
    <Page>
      <h1 ref={title} tabIndex={-1} className={css['done']}>
        {missed.length === 0 ? 'All of it, at once.' : `${atOnce} of ${total} at once.`}
      </h1>
      <Stack>
        <Card variant="lamp" title="Practice leaves no trace">
          <Muted>
            {missed.length > 0 && `${countOf(missed.length, 'card')} took another look. `}
            Your schedule stays as it is: what is due comes back when it was promised.
            {cut > 0 && ` The list is longer: the first ${PRACTICE_LIMIT} entries were asked.`}
          </Muted>
        </Card>
        <Button variant="primary" size="lg" block onClick={onLeave}>
          Done
        </Button>
        {missed.length > 0 && (
          <Button block onClick={() => onAgain(missed)}>
            Only what was missed, again
          </Button>
        )}
        <Button block onClick={() => onAgain(null)}>
          All of it again
        </Button>
        <Button icon="undo" block onClick={onBack}>
          Back to the last card
        </Button>
      </Stack>
    </Page>
  );
}
