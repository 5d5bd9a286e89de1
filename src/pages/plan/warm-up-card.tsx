import { useState } from 'react';
import { Link } from 'react-router';
import type { Item, KeyPoint, Question } from '#bank/item.ts';
import { Blocks } from '#pages/parts/blocks.tsx';
import { Line } from '#pages/parts/line.tsx';
import type { WarmUp } from '#plan/interview-day.ts';
import { cardIdOf } from '#review/ids.ts';
import { readItem } from '#storage/read-item.ts';
import { useLive } from '#storage/use-live.ts';
import { Button, buttonClass } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Row } from '#ui/page.tsx';
import { Prose } from '#ui/prose.tsx';

export interface WarmUpCardProps {
  readonly warmUp: WarmUp;
  readonly onNext: () => void;
}

/** A point to say aloud, or a summary to read. */
export function WarmUpCard({ warmUp, onNext }: WarmUpCardProps) {
  const item = useLive(({ db }) => readItem(db, warmUp.item), [warmUp.item]);
  if (item === undefined) return null;
  return isQuestion(item) ? <Told question={item} warmUp={warmUp} onNext={onNext} /> : <Gone onNext={onNext} />;
}

const isQuestion = (item: Item | null): item is Question => item?.type === 'question';

function Gone({ onNext }: { readonly onNext: () => void }) {
  return (
    <Card>
      <Muted>This question has left the bank.</Muted>
      <Row>
        <Button variant="primary" onClick={onNext}>
          Next
        </Button>
      </Row>
    </Card>
  );
}

function Told({ question, warmUp, onNext }: WarmUpCardProps & { readonly question: Question }) {
  const [shown, setShown] = useState(warmUp.kind === 'summary');
  const point = warmUp.kind === 'point' ? question.keyPoints.find(({ id }) => id === warmUp.point) : undefined;
  const asked = point?.prompt ?? question.title;
  return (
    <Card variant="lamp" kicker={point ? 'Say it aloud' : 'Read it once'} title={<Line text={asked} />}>
      {asked !== question.title && (
        <Muted>
          <Line text={question.title} />
        </Muted>
      )}
      {shown && <Said question={question} point={point} />}
      <Row>
        <Button variant="primary" size="lg" onClick={shown ? onNext : () => setShown(true)}>
          {shown ? 'Next' : 'Show'}
        </Button>
        {shown && (
          <Link to={`/review?only=${encodeURIComponent(cardIdOf(question.id, null))}`} className={buttonClass({})}>
            Grade this one
          </Link>
        )}
      </Row>
    </Card>
  );
}

/** The point itself, or the whole in a minute. */
function Said({ question, point }: { readonly question: Question; readonly point: KeyPoint | undefined }) {
  const { minute } = question.layers;
  return (
    <Prose>
      {point ? (
        <p>
          <Line text={point.text} />
        </p>
      ) : (
        <Blocks blocks={minute.length > 0 ? minute : question.answer} />
      )}
    </Prose>
  );
}
