import type { ReactNode } from 'react';
import type { KeyPoint, Question } from '#bank/item.ts';
import { pointsHeard } from '#mock/answer.ts';
import { currentDraft, tickOf, type MockRun } from '#mock/run.ts';
import { Blocks } from '#pages/parts/blocks.tsx';
import { Layers } from '#pages/parts/layers.tsx';
import { Line } from '#pages/parts/line.tsx';
import { CheckList, CheckRow } from '#ui/check-row.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Prose } from '#ui/prose.tsx';
import { AxesFields } from './axes-fields.tsx';
import { FollowUpTicks } from './follow-up-ticks.tsx';
import { NextLine } from './next-line.tsx';
import { send } from './store.ts';
import { GradeFoot } from './grade-foot.tsx';
import css from './run.module.css';

export interface GradeStageProps {
  readonly run: MockRun;
  readonly question: Question;
  /** Where the recording is now, in ms; null without one. A tick keeps it. */
  readonly stampMs: () => number | null;
  /** The player of this answer's recording. */
  readonly children?: ReactNode;
}

const CORE_FIRST: Readonly<Record<KeyPoint['weight'], number>> = { core: 0, detail: 1, bonus: 2 };

/** The answer beside what was said: points to tick, follow-ups, four axes, and one line for the next time. */
export function GradeStage({ run, question, stampMs, children }: GradeStageProps) {
  const draft = currentDraft(run);
  const ticked = question.keyPoints.filter(({ id }) => tickOf(draft.ticked, id) !== undefined).length;
  return (
    <>
      <article className={css['answer']}>
        <h1 className={css['asked']} tabIndex={-1} data-focus>
          <Line text={question.title} />
        </h1>
        {children}
        <div className={css['columns']}>
          <section aria-label="What was said" className={css['sheet']}>
            <div data-points>
              <Points run={run} question={question} stampMs={stampMs} />
            </div>
            <FollowUpTicks question={question} draft={draft} />
            <AxesFields axes={draft.axes} onJudge={(axis, step) => send({ type: 'judged', axis, step })} />
            <NextLine draft={draft} />
          </section>
          <section aria-label="Answer" className={css['given']}>
            <Prose variant="said">
              <Blocks blocks={question.answer} />
            </Prose>
            {draft.notes !== '' && (
              <Disclosure summary="Your notes" open>
                <p className={css['note']}>{draft.notes}</p>
              </Disclosure>
            )}
            <Layers question={question} />
          </section>
        </div>
      </article>
      <GradeFoot
        label={ticked === 0 ? 'None of these was said, go on' : 'Score it, go on'}
        onScore={() => gradeNow(run, question)}
      />
    </>
  );
}

/** Scores the question as it is ticked now. */
function gradeNow(run: MockRun, question: Question): void {
  send({ type: 'graded', points: pointsHeard(question, currentDraft(run)) });
}

function Points({ run, question, stampMs }: Pick<GradeStageProps, 'run' | 'question' | 'stampMs'>) {
  const { ticked } = currentDraft(run);
  const points = question.keyPoints.toSorted((a, b) => CORE_FIRST[a.weight] - CORE_FIRST[b.weight]);
  return (
    <CheckList label="What you said">
      {points.map(({ id, weight, text }) => (
        <CheckRow
          key={id}
          checked={tickOf(ticked, id) !== undefined}
          onChange={() => send({ type: 'ticked', point: id, atMs: stampMs() })}
          note={weight === 'detail' ? undefined : weight}
        >
          <Line text={text} />
        </CheckRow>
      ))}
    </CheckList>
  );
}
