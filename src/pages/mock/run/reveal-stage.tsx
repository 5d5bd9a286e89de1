import type { ReactNode } from 'react';
import type { Item } from '#bank/item.ts';
import type { Cause } from '#mock/causes.ts';
import { currentDraft, type Draft, type MockRun } from '#mock/run.ts';
import { Blocks } from '#pages/parts/blocks.tsx';
import { Line } from '#pages/parts/line.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Prose } from '#ui/prose.tsx';
import { AxesFields } from './axes-fields.tsx';
import { NextLine } from './next-line.tsx';
import { send } from './store.ts';
import { GradeFoot } from './grade-foot.tsx';
import css from './run.module.css';

export interface RevealStageProps {
  readonly run: MockRun;
  readonly item: Item;
  readonly cause: Cause | null;
  readonly children?: ReactNode;
}

/** What a scored choice means for the question that the listing stands in. */
const MEANS = {
  right: 'Scored, it is a review of this question, as Hard: it was picked from several.',
  wrong: 'Scored, it is a review of this question, as Again.',
} as const;

/** Whether the choice was right, and what stands behind it. */
export function RevealStage({ run, item, cause, children }: RevealStageProps) {
  const draft = currentDraft(run);
  return (
    <>
      <article className={css['answer']}>
        <h1 className={css['asked']} tabIndex={-1} data-focus>
          <Line text={item.title} />
        </h1>
        {children}
        <Verdict item={item} cause={cause} choice={draft.choice} />
        <Behind item={item} />
        <AxesFields axes={draft.axes} onJudge={(axis, step) => send({ type: 'judged', axis, step })} />
        <NextLine draft={draft} />
      </article>
      <GradeFoot label="Score it, go on" onScore={() => send({ type: 'graded', points: [] })} />
    </>
  );
}

interface VerdictProps extends Pick<RevealStageProps, 'item' | 'cause'> {
  readonly choice: Draft['choice'];
}

function Verdict({ item, cause, choice }: VerdictProps) {
  const found = choice?.right === true;
  return (
    <Card title={found ? 'Right' : 'Not this one'}>
      {!found && <Muted>You took: {choice?.picked ?? 'nothing'}</Muted>}
      <p>{cause?.options.find(({ right }) => right)?.text}</p>
      {item.type === 'question' && <Muted>{MEANS[found ? 'right' : 'wrong']}</Muted>}
    </Card>
  );
}

function Behind({ item }: { readonly item: Item }) {
  if (item.type !== 'error') {
    return item.type === 'question' ? (
      <Prose>
        <Blocks blocks={item.answer} />
      </Prose>
    ) : null;
  }
  return (
    <>
      <Prose variant="said">
        <Blocks blocks={item.summary} />
      </Prose>
      <Disclosure summary="Root cause" open>
        <Prose>
          <Blocks blocks={item.layers.cause} />
        </Prose>
      </Disclosure>
      <Disclosure summary="Fix">
        <Prose>
          <Blocks blocks={item.layers.fix} />
        </Prose>
      </Disclosure>
      <Disclosure summary="Wrong fixes">
        <Prose>
          <Blocks blocks={item.layers.wrongFixes} />
        </Prose>
      </Disclosure>
    </>
  );
}
