import { memo, useState, type ReactNode } from 'react';
import { QUESTION_LAYERS, type Question, type QuestionLayer } from '#bank/item.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { Prose } from '#ui/prose.tsx';
import { Blocks } from './blocks.tsx';
import { Line } from './line.tsx';
import css from './layers.module.css';

const LAYER_NAMES: Readonly<Record<QuestionLayer, string>> = {
  deepDive: 'Deep dive',
  realWorld: 'In the real world',
  mistakes: 'Common mistakes',
  production: 'In production',
  wants: 'What the interviewer wants',
  minute: 'One minute',
};

interface FoldProps {
  readonly name: string;
  readonly note?: string;
  readonly render: () => ReactNode;
}

/** A fold that draws what lies below it when it is first opened: an answer must not wait for layers that nobody asked for. */
function Fold({ name, note, render }: FoldProps) {
  const [drawn, setDrawn] = useState(false);
  return (
    <Disclosure
      summary={<h2 className={css['name']}>{name}</h2>}
      note={note}
      onToggle={(open) => setDrawn((before) => before || open)}
    >
      {drawn && <Prose>{render()}</Prose>}
    </Disclosure>
  );
}

/** The deeper layers of a question, each folded until it is asked for, and the follow-ups. */
export const Layers = memo(function Layers({ question }: { readonly question: Question }) {
  return (
    <div>
      {QUESTION_LAYERS.filter((layer) => question.layers[layer].length > 0).map((layer) => (
        <Fold key={layer} name={LAYER_NAMES[layer]} render={() => <Blocks blocks={question.layers[layer]} />} />
      ))}
      {question.followUps.length > 0 && (
        <Fold
          name="Follow-ups"
          note={String(question.followUps.length)}
          render={() => <FollowUps question={question} />}
        />
      )}
    </div>
  );
});

const ANSWERING = 'Key points that answer it';

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
          {points.length > 0 && (
            <>
              <p aria-hidden="true" className={css['label']}>
                {ANSWERING}
              </p>
              <ul aria-label={ANSWERING}>
                {points.map((id) => (
                  <li key={id}>
                    <Line text={texts.get(id) ?? ''} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
