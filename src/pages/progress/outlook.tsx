import { percentOf } from '#bank/percent.ts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { StudyDay } from '#memory/study-day.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { countOf } from '#pages/parts/format.ts';
import { nameOf } from '#pages/plan/names.ts';
import { evidenceInWords, readinessInWords } from '#pages/plan/outlook-words.ts';
import { outlookOf, useOutlooks } from '#pages/plan/use-outlook.ts';
import { phaseOf, type Campaign } from '#plan/campaign.ts';
import type { PlannedLoad } from '#plan/forecast.ts';
import type { Outlook } from '#storage/plan-outlook.ts';
import type { Past, PastPoint } from '#storage/progress-past.ts';
import type { Progress } from '#storage/progress-read.ts';
import { ChartCard } from './chart-card.tsx';
import css from './charts.module.css';
import { KnowledgeCard } from './knowledge-card.tsx';
import { RangeLines } from './range-lines.tsx';
import { usePast } from './use-past.ts';
import { dayCell, shortDateOf } from './words.ts';

/** The next interview, or the bank as a whole when none is planned, and what is known of how it will go. */
export interface Ahead {
  readonly campaign: Campaign | null;
  /** Null while it is worked out for the first time. */
  readonly past: Past | null;
  readonly outlook: Outlook | undefined;
  /** What the plan asks for on each of the next days; undefined without one, and while it is worked out. */
  readonly load: readonly PlannedLoad[] | undefined;
}

/** What lies ahead; worked out behind the page. */
export function useAhead(campaigns: readonly Campaign[], today: StudyDay, environment: Environment): Ahead {
  const pasts = usePast(environment, today);
  const outlooks = useOutlooks(today);
  const campaign = campaigns.find((each) => phaseOf(each, today) !== 'over') ?? null;
  return {
    campaign,
    past: pasts?.find((each) => each.campaign === (campaign?.id ?? null)) ?? null,
    outlook: campaign ? outlookOf(outlooks, campaign.id) : undefined,
    load: campaign && outlooks?.day === today ? outlooks.load : undefined,
  };
}

export interface OutlookProps {
  readonly progress: Progress;
  readonly ahead: Ahead;
  readonly today: StudyDay;
  readonly environment: Environment;
}

/** Whether it will be enough. */
export function OutlookCards({ progress, ahead, today, environment }: OutlookProps) {
  return (
    <>
      <ReadyCard campaign={ahead.campaign} past={ahead.past} today={today} />
      <KnowledgeCard {...ahead} progress={progress} today={today} environment={environment} />
    </>
  );
}

interface ReadyProps {
  readonly campaign: Campaign | null;
  readonly past: Past | null;
  readonly today: StudyDay;
}

function readyInWords(past: Past | null): string {
  if (!past) return 'Working out how ready you were, week by week.';
  const now = past.points.at(-1);
  if (!now) return 'Nothing of this interview is in the bank.';
  return `${readinessInWords(now.readiness)} ${evidenceInWords(now.readiness)} ${changeInWords(past.points, now)}`;
}

function changeInWords([first, ...later]: readonly PastPoint[], now: PastPoint): string {
  if (!first || later.length === 0) return 'From next week on the line shows how that changes.';
  const [then, today] = [first, now].map(({ readiness }) => percentOf(readiness.median));
  const weeks = countOf(later.length, 'week');
  return then === today ? `${weeks} ago it was as much.` : `${weeks} ago it was ${then}.`;
}

/** Readiness with its range, week by week. */
function ReadyCard({ campaign, past, today }: ReadyProps) {
  const points = past?.points ?? [];
  return (
    <ChartCard
      title={campaign ? `Ready for ${nameOf(campaign)}` : 'Ready for anything in the bank'}
      sentence={readyInWords(past)}
      table={{
        caption: 'Readiness at the end of each week',
        head: ['Day', 'Readiness', 'Low', 'High'],
        rows: points
          .toReversed()
          .map(({ day, readiness: { median, low, high } }) => [
            dayCell(day, today),
            percentOf(median),
            percentOf(low),
            percentOf(high),
          ]),
      }}
    >
      <Room filled={points.length > 0}>
        <RangeLines
          past={points.map(({ day, readiness: { median, low, high } }) => ({ x: day, value: median, low, high }))}
          labels={labelsOf(points, today)}
        />
      </Room>
      <p className={css['words']}>
        Drawn from {countOf(400, 'imagined interview')}; the band holds four in five of them.{' '}
        {campaign ? (
          <Link to={`/plan/${campaign.id}`}>The plan for it</Link>
        ) : (
          <Link to="/plan">Set the date of an interview</Link>
        )}
      </p>
    </ChartCard>
  );
}

/** The place of a chart that is still worked out, so that nothing moves when it comes. */
function Room({ filled, children }: { readonly filled: boolean; readonly children: ReactNode }) {
  return filled ? children : <div className={css['room']} />;
}

function labelsOf(points: readonly PastPoint[], last: StudyDay) {
  const first = points[0]?.day ?? last;
  return first === last
    ? [{ x: last, label: shortDateOf(last) }]
    : [first, last].map((day) => ({ x: day, label: shortDateOf(day) }));
}
