import { QUESTION_LAYERS, type Question, type QuestionLayer } from '#bank/item.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { Prose } from '#ui/prose.tsx';
import { Blocks, Line } from './blocks.tsx';
import css from './layers.module.css';

export const LAYER_NAMES: Readonly<Record<QuestionLayer, string>> = {
  deepDive: 'Deep dive',
  realWorld: 'In the real world',
  mistakes: 'Common mistakes',
  production: 'In production',
  wants: 'What the interviewer wants',
  minute: 'One minute',
};

/** The deeper layers of a question, each folded until it is asked for, and the follow-ups. */
export function Layers({ question }: { readonly question: Question }) {
  return (
    <div>
      {QUESTION_LAYERS.map((layer) => (
        <Disclosure key={layer} summary={<h2 className={css['name']}>{LAYER_NAMES[layer]}</h2>}>
          <Prose>
            <Blocks blocks={question.layers[layer]} />
          </Prose>
        </Disclosure>
      ))}
      <Disclosure summary={<h2 className={css['name']}>Follow-ups</h2>} note={String(question.followUps.length)}>
        <Prose>
          <FollowUps question={question} />
        </Prose>
      </Disclosure>
    </div>
  );
}

function FollowUps({ question }: { readonly question: Question }) {
  const texts = new Map(question.keyPoints.map((point) => [point.id, point.text]));
  return (
    <ul>
      {question.followUps.map(({ ask, answer, points }) => (
        <li key={ask}>
          <p>
            <strong>
              <Line text={ask} />
            </strong>
          </p>
          {answer !== undefined && (
            <p>
              <Line text={answer} />
            </p>
          )}
          {points.map((id) => (
            <p key={id}>
              <Line text={texts.get(id) ?? ''} />
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
