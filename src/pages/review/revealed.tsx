import { memo } from 'react';
import type { KeyPoint } from '#bank/item.ts';
import type { Grade } from '#memory/grade.ts';
import { Blocks } from '#pages/parts/blocks.tsx';
import { Line } from '#pages/parts/line.tsx';
import { shortDue } from '#pages/parts/format.ts';
import { Layers } from '#pages/parts/layers.tsx';
import type { Attempt } from '#review/session.ts';
import { CheckList, CheckRow } from '#ui/check-row.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { GradeBar, type GradeName } from '#ui/grade-bar.tsx';
import { later } from '#ui/later.tsx';
import { Prose } from '#ui/prose.tsx';
import * as actions from './actions.ts';
import type { CardContent } from './card-content.ts';
import { ReasonLine } from './reason-line.tsx';
import { useReview } from './store.ts';
import css from './page.module.css';

/* Mocks are read after the answer is there, and their code comes then: no grade waits for them, nor fails where it does not come. */
const LastIntention = later(async () => {
  try {
    return (await import('#pages/mock/history/last-intention.tsx')).LastIntention;
  } catch {
    return () => null;
  }
});

const NAMES: Readonly<Record<Grade, GradeName>> = { 1: 'again', 2: 'hard', 3: 'good', 4: 'easy' };
const GRADE_OF: Readonly<Record<GradeName, Grade>> = { again: 1, hard: 2, good: 3, easy: 4 };
const CORE_FIRST: Readonly<Record<KeyPoint['weight'], number>> = { core: 0, detail: 1, bonus: 2 };

interface RevealedProps {
  readonly content: CardContent;
  readonly current: Attempt;
}

/** The answer, what of it was said, the deeper layers folded, and the four grades with what each promises. */
export const Revealed = memo(function Revealed({ content, current }: RevealedProps) {
  const { question, point, note } = content;
  const proposal = actions.proposalFor(current, content);
  return (
    <>
      <article className={css['answer']}>
        <h1 className={css['asked']}>
          <Line text={point?.prompt ?? question.title} />
        </h1>
        <section tabIndex={-1} data-focus aria-label="Answer">
          <Prose variant="said">
            {point ? (
              <p>
                <Line text={point.text} />
              </p>
            ) : (
              <Blocks blocks={question.answer} />
            )}
          </Prose>
        </section>
        {!point && (
          <div className={css['points']}>
            <Points content={content} ticked={current.ticked} />
          </div>
        )}
        <ReasonLine proposal={proposal} isPoint={point !== null} />
        <LastIntention item={question.id} />
        {note !== '' && (
          <Disclosure summary="Your note" open>
            <p className={css['note']}>{note}</p>
          </Disclosure>
        )}
        {point && (
          <Disclosure summary="The whole answer">
            <Prose>
              <p>
                <strong>
                  <Line text={question.title} />
                </strong>
              </p>
              <Blocks blocks={question.answer} />
            </Prose>
          </Disclosure>
        )}
        <Layers question={question} />
      </article>
      <Grades proposed={proposal?.grade ?? null} />
    </>
  );
});

function Points({ content, ticked }: { readonly content: CardContent; readonly ticked: Attempt['ticked'] }) {
  const points = content.question.keyPoints.toSorted((a, b) => CORE_FIRST[a.weight] - CORE_FIRST[b.weight]);
  return (
    <CheckList label="What you said">
      {points.map(({ id, weight, text }) => (
        <CheckRow
          key={id}
          checked={ticked.has(id)}
          onChange={() => actions.tick(id)}
          note={noteOf(weight, ticked.size > 0 && !ticked.has(id))}
        >
          <Line text={text} />
        </CheckRow>
      ))}
    </CheckList>
  );
}

/** What stands beside a point. Nothing is missed before the grade says so: until then it is only not yet said. */
function noteOf(weight: KeyPoint['weight'], open: boolean): string | undefined {
  if (weight === 'detail') return undefined;
  return weight === 'core' && open ? 'core, not yet said' : weight;
}

function Grades({ proposed }: { readonly proposed: Grade | null }) {
  const promises = useReview((state) => state.promises);
  const two = useReview((state) => state.environment?.settings.gradeButtons === 'two');
  if (!promises) return null;
  const grades: readonly Grade[] = two ? [1, 3] : [1, 2, 3, 4];
  const shown = proposed !== null && two && proposed > 1 ? 3 : proposed;
  return (
    <GradeBar
      choices={grades.map((grade) => ({
        grade: NAMES[grade],
        interval: shortDue(promises[grade]),
        hint: String(grade),
      }))}
      proposed={shown === null ? undefined : NAMES[shown]}
      onGrade={(name) => void actions.grade(GRADE_OF[name])}
    />
  );
}
