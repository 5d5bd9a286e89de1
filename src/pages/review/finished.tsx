import { useEffect } from 'react';
import { Link, useNavigate } from 'react-router';
import { countOf, dayInWords } from '#pages/parts/format.ts';
import { Line } from '#pages/parts/line.tsx';
import { useNow } from '#pages/parts/use-now.ts';
import { todayOf } from '#pages/parts/environment.ts';
import { keepStorage } from '#pages/parts/persist.ts';
import { remainingCount, type Session } from '#review/session.ts';
import { readNextDue } from '#storage/coming.ts';
import { readFadingNext } from '#storage/fading-next.ts';
import { useLive } from '#storage/use-live.ts';
import { Button } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { EmptyState } from '#ui/state.tsx';
import { Page, PageHeader, Stack } from '#ui/page.tsx';
import * as actions from './actions.ts';
import { useReview } from './store.ts';
import { summarise, type SessionSummary } from './summary.ts';
import css from './page.module.css';

/** The end of a session: what was learnt, what fades next, when to come back. */
export function Finished({ session }: { readonly session: Session }) {
  const navigate = useNavigate();
  const { environment, loaded } = useReview();
  const nowMs = useNow();
  const some = session.done.length > 0;
  const left = remainingCount(session);
  useEffect(() => {
    if (some) void keepStorage();
  }, [some]);
  if (!environment) return null;
  const today = todayOf(environment.settings, nowMs);
  const close = (
    <Button variant="primary" size="lg" block onClick={() => void navigate('/')}>
      Back to Today
    </Button>
  );
  const goOn = left > 0 && (
    <Button block onClick={actions.resume}>
      Go on
    </Button>
  );
  if (!some) {
    return (
      <Page>
        <EmptyState
          title={left > 0 ? 'Nothing is due yet' : 'Nothing is due'}
          level={1}
          actions={
            <>
              {close}
              {goOn}
            </>
          }
        >
          {left > 0 ? (
            waitingInWords(session, left)
          ) : (
            <>
              Everything you know is still bright, and today’s new questions are done. <Next today={today} />
            </>
          )}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page>
      <PageHeader title="Done for now." lead={sentenceOf(summarise(session, loaded, today))} />
      <Stack>
        <Card variant="lamp" title="When to come back">
          <Muted>
            {left > 0 && `${waitingInWords(session, left)} `}
            <Next today={today} />
          </Muted>
        </Card>
        <FadingNext today={today} />
        {close}
        {goOn}
        <Button icon="undo" block onClick={() => void actions.undo()}>
          Undo
        </Button>
      </Stack>
    </Page>
  );
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** What is left for today; from when on, where only short steps are. */
function waitingInWords({ queue, steps }: Session, left: number): string {
  const waits = `${countOf(left, 'card')} still ${left === 1 ? 'waits' : 'wait'} today`;
  const from = Math.min(...steps.map(({ atMs }) => atMs));
  return queue.length === 0 && steps.length > 0 ? `${waits}, from ${clock.format(from)}.` : `${waits}.`;
}

function sentenceOf({ fresh, recalled, failed, points, aside, spentMs }: SessionSummary): string {
  const answered = [
    fresh > 0 && `${countOf(fresh, 'new question')} learnt`,
    recalled > 0 && `${countOf(recalled, 'card')} recalled`,
    failed > 0 && `${countOf(failed, 'card')} not yet`,
    points > 0 && `${countOf(points, 'missed point')} back tomorrow`,
  ].filter((part) => part !== false);
  const minutes = Math.max(1, Math.round(spentMs / 60_000));
  const sentences = [
    answered.length > 0 && `${answered.join(', ')}, in ${countOf(minutes, 'minute')} of answering.`,
    aside > 0 && `${countOf(aside, 'card')} put aside.`,
  ];
  return sentences.filter((sentence) => sentence !== false).join(' ');
}

function Next({ today }: { readonly today: ReturnType<typeof todayOf> }) {
  const next = useLive(({ db }) => readNextDue(db, today), [today]);
  if (next === undefined) return null;
  if (next === null) return <>Nothing is scheduled yet.</>;
  return (
    <>
      {countOf(next.count, 'card')} {next.count === 1 ? 'comes' : 'come'} back {dayInWords(next.day, today)}.
    </>
  );
}

function FadingNext({ today }: { readonly today: ReturnType<typeof todayOf> }) {
  const fading = useLive(({ db }) => readFadingNext(db, today, 3), [today]);
  if (!fading || fading.length === 0) return null;
  return (
    <Card title="What fades next">
      <ul className={css['fading']}>
        {fading.map(({ row, item }) => (
          <li key={row.id}>
            <Link to={`/q/${item.id}`}>
              <Line text={item.summary.points.find((point) => point.id === row.point)?.prompt ?? item.summary.title} />
            </Link>
            <span>{dayInWords(row.dueDay ?? today, today)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
