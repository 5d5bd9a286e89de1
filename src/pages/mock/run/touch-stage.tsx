import { useState } from 'react';
import type { PointId, Question } from '#bank/item.ts';
import { chooseFollowUps } from '#mock/follow-ups.ts';
import { followUpsAfter } from '#mock/run.ts';
import type { MockSettings } from '#mock/settings.ts';
import { Line } from '#pages/parts/line.tsx';
import { Button } from '#ui/button.tsx';
import { Muted } from '#ui/card.tsx';
import { CheckList, CheckRow } from '#ui/check-row.tsx';
import { send } from './store.ts';
import css from './run.module.css';

export interface TouchStageProps {
  readonly question: Question;
  readonly settings: MockSettings;
}

/** What was spoken to, asked without giving the answer away: the follow-ups go to what was not. */
export function TouchStage({ question, settings }: TouchStageProps) {
  const [touched, setTouched] = useState<readonly PointId[]>([]);
  const prompts = question.keyPoints.flatMap(({ id, prompt }) => (prompt === undefined ? [] : [{ id, prompt }]));
  const toggle = (id: PointId): void =>
    setTouched((now) => (now.includes(id) ? now.filter((each) => each !== id) : [...now, id]));
  const goOn = (): void =>
    send({ type: 'touched', points: touched, followUps: chooseFollowUps(question, touched, followUpsAfter(settings)) });
  return (
    <>
      <div className={css['ask']}>
        <p className={css['part']}>
          <Line text={question.title} />
        </p>
        <h1 className={css['asked']} tabIndex={-1} data-focus>
          Which of these did you speak to?
        </h1>
        <CheckList label="Questions inside the question">
          {prompts.map(({ id, prompt }) => (
            <CheckRow key={id} checked={touched.includes(id)} onChange={() => toggle(id)}>
              <Line text={prompt} />
            </CheckRow>
          ))}
        </CheckList>
        <Muted>The answers come later. What is left open is what you will be asked about next.</Muted>
      </div>
      <div className={css['foot']}>
        <Button variant="primary" size="lg" block aria-keyshortcuts="Space Enter" onClick={goOn}>
          Go on
        </Button>
      </div>
    </>
  );
}
