import { percentOf } from '#bank/percent.ts';
import { Link } from 'react-router';
import { studyDayOf, type StudyDay } from '#memory/study-day.ts';
import { scoreOfAll } from '#mock/score.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { longDay } from '#pages/parts/dates.ts';
import { countOf } from '#pages/parts/format.ts';
import { readMockHistory, type FinishedMock } from '#storage/mock-history.ts';
import { useLive } from '#storage/use-live.ts';
import { ChartCard } from './chart-card.tsx';
import css from './charts.module.css';
import { RangeLines } from './range-lines.tsx';
import { dayCell, shortDateOf } from './words.ts';

interface Scored {
  readonly id: string;
  readonly day: StudyDay;
  /** 0 to 1. */
  readonly score: number;
  readonly answers: number;
}

/** Finished mocks that have a score, the earliest first. */
function scoredOf(mocks: readonly FinishedMock[], rolloverHour: number): Scored[] {
  return mocks.toReversed().flatMap(({ id, event, record }) => {
    const { value, answers } = scoreOfAll(record.answers);
    const day = studyDayOf(record.finishedAtMs, event.offsetMinutes, rolloverHour);
    return value === null ? [] : [{ id, day, score: value, answers }];
  });
}

function trendInWords(scored: readonly Scored[], today: StudyDay): string {
  const last = scored.at(-1);
  if (!last)
    return 'A mock interview shows what you can say aloud, which no card can. After the first one its score stands here.';
  const opening = `The last mock, on ${longDay(last.day, today)}: ${percentOf(last.score)} of the points in ${countOf(last.answers, 'answer')}.`;
  const earlier = scored.slice(0, -1);
  if (earlier.length === 0) return `${opening} The next one shows a direction.`;
  const mean = earlier.reduce((sum, { score }) => sum + score, 0) / earlier.length;
  return `${opening} The ${countOf(earlier.length, 'mock')} before: ${percentOf(mean)} on average.`;
}

/** Scores of mock interviews, one after the other. */
export function MocksCard({ today, environment }: { readonly today: StudyDay; readonly environment: Environment }) {
  const history = useLive(({ db }) => readMockHistory(db), []);
  const scored = scoredOf(history?.mocks ?? [], environment.settings.rolloverHour);
  const [first] = scored;
  const last = scored.at(-1);
  return (
    <ChartCard
      title="Mock interviews"
      sentence={trendInWords(scored, today)}
      table={{
        caption: 'Scores of mock interviews, the latest first',
        head: ['Day', 'Score', 'Answers'],
        rows: scored.toReversed().map(({ day, score, answers }) => [dayCell(day, today), percentOf(score), answers]),
      }}
    >
      {first && last && (
        <RangeLines
          past={scored.map(({ score }, index) => ({ x: index, value: score }))}
          labels={[
            { x: 0, label: shortDateOf(first.day) },
            ...(scored.length > 1 ? [{ x: scored.length - 1, label: shortDateOf(last.day) }] : []),
          ]}
        />
      )}
      <p className={css['words']}>
        <Link to="/mock">{last ? 'All mocks' : 'Set one up'}</Link>
      </p>
    </ChartCard>
  );
}
