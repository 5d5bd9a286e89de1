import { RUBRIC } from '#mock/rubric.ts';
import { scoresByAxis, scoresByTier, scoresByTopic, type Score } from '#mock/score.ts';
import { countOf } from '#pages/parts/format.ts';
import type { TopicNames } from '#pages/parts/topic-names.ts';
import type { MockAnswer } from '#review/mock-record.ts';
import { Card } from '#ui/card.tsx';
import { Meter } from '#ui/meter.tsx';
import { percent, stepName } from './words.ts';
import css from './report.module.css';

export interface ScoresProps {
  readonly answers: readonly MockAnswer[];
  readonly names: TopicNames;
}

/** Scores by topic, tier and axis, each with what it rests on. */
export function Scores({ answers, names }: ScoresProps) {
  const axes = scoresByAxis(answers);
  return (
    <Card title="Scores">
      <h3 className={css['group']}>By topic</h3>
      <ul className={css['bars']}>
        {scoresByTopic(answers).map((score) => (
          <Bar key={score.key} name={names(score.key)} score={score} />
        ))}
      </ul>
      <h3 className={css['group']}>By tier</h3>
      <ul className={css['bars']}>
        {scoresByTier(answers).map((score) => (
          <Bar key={score.key} name={score.key} score={score} />
        ))}
      </ul>
      {axes.length > 0 && (
        <>
          <h3 className={css['group']}>As an interviewer would</h3>
          <ul className={css['bars']}>
            {axes.map(({ axis, step, answers: count }) => (
              <li key={axis}>
                <span>{RUBRIC[axis].name}</span>
                <span className={css['value']}>
                  {stepName(step)} <span className={css['note']}>{countOf(count, 'answer')}</span>
                </span>
                <Meter label={RUBRIC[axis].name} value={step} max={3} text={stepName(step)} thin />
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function Bar({ name, score }: { readonly name: string; readonly score: Score }) {
  return (
    <li>
      <span>{name}</span>
      <span className={css['value']}>
        {percent(score.value)} <span className={css['note']}>{countOf(score.answers, 'answer')}</span>
      </span>
      <Meter label={name} value={score.value ?? 0} text={percent(score.value)} thin />
    </li>
  );
}
