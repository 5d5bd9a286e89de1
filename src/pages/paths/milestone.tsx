import { percentOf } from '#bank/percent.ts';
import { Link } from 'react-router';
import type { StudyDay } from '#memory/study-day.ts';
import { mockQuery } from '#mock/link.ts';
import { DEFAULT_MOCK } from '#mock/settings.ts';
import { Line } from '#pages/parts/line.tsx';
import { mockItemsOf, type Milestone } from '#progress/milestone.ts';
import type { WayStage } from '#progress/way.ts';
import { Icon } from '#ui/icon.tsx';
import css from './paths.module.css';

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });

/** What has been shown of a milestone so far, and what it takes. */
function stateInWords({ stage: { test } }: WayStage, { reachedBy, held, shown }: Milestone): string {
  const mock = shown && `${percentOf(shown.score)} in a mock on ${date.format(shown.atMs)}`;
  if (reachedBy === 'mock') return `Shown: ${mock}.`;
  if (reachedBy === 'memory') return `Held in memory: ${percentOf(held)} of it would be recalled today.`;
  const needs = `It takes ${test.score}% in a mock of it, or ${test.recall}% recalled`;
  return `Not yet. ${needs}; today ${percentOf(held)} would be recalled${mock ? `, and it was ${mock}` : ''}.`;
}

export interface MilestoneBoxProps {
  readonly walked: WayStage;
  readonly milestone: Milestone;
  readonly today: StudyDay;
}

/** What one can do at the end of a stage, whether that has been shown, and a short mock to show it in. */
export function MilestoneBox({ walked, milestone, today }: MilestoneBoxProps) {
  const items = mockItemsOf(walked, today);
  return (
    <div className={css['milestone']} data-reached={milestone.reachedBy !== null}>
      <p className={css['can']}>
        <Icon name={milestone.reachedBy === null ? 'flag' : 'check'} size="sm" />
        {milestone.reachedBy === null ? 'Milestone: can you do this?' : 'Milestone reached'}
      </p>
      <p>
        <Line text={walked.stage.milestone} />
      </p>
      <p className={css['state']}>{stateInWords(walked, milestone)}</p>
      {items.length > 0 && (
        <Link className={css['show']} to={`/mock?${mockQuery({ ...DEFAULT_MOCK, items })}`}>
          {milestone.reachedBy === 'mock' ? 'Show it again' : 'Show it'} in a mock of{' '}
          {items.length === 1 ? 'one question' : `${items.length} questions`}
        </Link>
      )}
    </div>
  );
}
