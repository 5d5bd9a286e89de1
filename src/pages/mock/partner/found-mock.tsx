import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { MockFile } from '#exchange/mock-file.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { countOf, longDate } from '#pages/parts/format.ts';
import { Line } from '#pages/parts/line.tsx';
import { notStored } from '#pages/parts/not-stored.ts';
import { getStorage } from '#storage/current.ts';
import { problemOf } from '#storage/database.ts';
import { takeInMock } from '#storage/mock-finish.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Row } from '#ui/page.tsx';
import css from './partner.module.css';

interface FoundMockProps {
  readonly file: MockFile;
  readonly environment: Environment;
  readonly onLeave: () => void;
}

/** What a result holds, before it counts. */
export function FoundMock({ file: { id, mock }, environment, onLeave }: FoundMockProps) {
  const navigate = useNavigate();
  const { toast } = useAnnounce();
  const [error, setError] = useState<string | null>(null);
  const graded = mock.answers.filter(({ outcome }) => outcome === 'graded');
  const points = graded.flatMap((answer) => answer.points);
  const said = points.filter(({ heard }) => heard !== 'missed').length;
  const take = async (): Promise<void> => {
    try {
      const taken = await takeInMock(getStorage().db, id, mock, environment, Date.now());
      if (!taken) toast({ text: 'This result was here already; nothing is counted twice.' });
      await navigate(`/mock/${id}`);
    } catch (reason) {
      setError(notStored(problemOf(reason) === 'full'));
    }
  };
  return (
    <Card variant="lamp" title={`A mock of ${longDate(mock.startedAtMs)}`}>
      <Muted>
        {countOf(graded.length, 'question')} answered, {said} of {countOf(points.length, 'point')} said. Taken in, each
        counts as a review, and what was missed comes back tomorrow.
      </Muted>
      <ul className={css['found']}>
        {graded.map(({ item, title }) => (
          <li key={item}>
            <Line text={title} />
          </li>
        ))}
      </ul>
      {error !== null && (
        <p role="alert" className={css['error']}>
          {error}
        </p>
      )}
      <Row>
        <Button variant="primary" onClick={() => void take()}>
          Take it in
        </Button>
        <Button variant="plain" onClick={onLeave}>
          Leave it
        </Button>
      </Row>
    </Card>
  );
}
