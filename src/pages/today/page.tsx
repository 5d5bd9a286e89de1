import { useNavigate } from 'react-router';
import { PageTools } from '#pages/parts/page-tools.tsx';
import { aboutMinutes, countOf, dayInWords, longDate } from '#pages/parts/format.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { useEnvironment } from '#pages/parts/environment-provider.tsx';
import { useNow } from '#pages/parts/use-now.ts';
import { useToday } from '#pages/parts/use-today.ts';
import { readNextDue } from '#storage/coming.ts';
import { readTodayOverview, type TodayOverview } from '#storage/today-overview.ts';
import { useLive } from '#storage/use-live.ts';
import { Button } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { later } from '#ui/later.tsx';
import { Page, PageHeader, Stack } from '#ui/page.tsx';
import css from './today.module.css';
import { Faintest } from './faintest.tsx';
import { Offers } from './offers.tsx';

const Ahead = later(async () => (await import('./ahead.tsx')).Ahead);
const SmallHouse = later(async () => (await import('#pages/progress/small-house.tsx')).SmallHouse);

/** One big button to today's review, and what surrounds it. */
export function TodayPage() {
  const environment = useEnvironment();
  const nowMs = useNow();
  return (
    <Page width="wide">
      <PageHeader title={greetingAt(new Date(nowMs).getHours())} line={longDate(nowMs)} actions={<PageTools />} />
      {environment && <TodayContent environment={environment} />}
    </Page>
  );
}

function greetingAt(hour: number): string {
  if (hour < 5) return 'Still up?';
  if (hour < 12) return 'Good morning.';
  return hour < 18 ? 'Good afternoon.' : 'Good evening.';
}

function TodayContent({ environment }: { readonly environment: Environment }) {
  const { settings, context } = environment;
  const today = useToday(settings);
  const overview = useLive(
    ({ db }) => readTodayOverview(db, today, settings, context.scheduler),
    [today, settings, context],
  );
  if (!overview) return null;
  return (
    <div className={css['columns']}>
      <Stack>
        <ReviewCard overview={overview} today={today} />
        <Ahead environment={environment} />
        <Offers />
      </Stack>
      <Stack>
        <Faintest rows={overview.faintest} />
        <SmallHouse />
      </Stack>
    </div>
  );
}

function breakdown({ counts }: TodayOverview): string {
  const parts = [
    counts.fading > 0 && `${counts.fading} fading`,
    counts.fresh > 0 && `${counts.fresh} new`,
    counts.added && `${counts.added} by your choice`,
    counts.points > 0 && countOf(counts.points, 'missed point'),
    counts.steps > 0 && `${counts.steps} to try again`,
  ];
  return parts.filter(Boolean).join(' · ');
}

function ReviewCard({
  overview,
  today,
}: {
  readonly overview: TodayOverview;
  readonly today: ReturnType<typeof useToday>;
}) {
  const navigate = useNavigate();
  const next = useLive(({ db }) => readNextDue(db, today), [today]);
  const { total, seconds, done } = overview;
  const doneCount = done.fresh + done.reviews;
  if (total === 0) {
    return (
      <Card variant="lamp" title={doneCount > 0 ? 'Done for today' : 'Nothing is due'}>
        <Muted>
          {doneCount > 0 && `${countOf(doneCount, 'card')} today. `}
          {next
            ? `${countOf(next.count, 'card')} ${next.count === 1 ? 'comes' : 'come'} back ${dayInWords(next.day, today)}.`
            : ''}
        </Muted>
      </Card>
    );
  }
  return (
    <Card variant="lamp" title={`${countOf(total, 'card')}, ${aboutMinutes(seconds)}`}>
      <Muted>{breakdown(overview)}</Muted>
      <Button variant="primary" size="lg" block onClick={() => void navigate('/review')}>
        Start review
      </Button>
    </Card>
  );
}
