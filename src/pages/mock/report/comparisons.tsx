import { compareWith, guessCheck } from '#mock/report.ts';
import { scoreOfAll } from '#mock/score.ts';
import { countOf, topicInWords } from '#pages/parts/format.ts';
import type { MockRecord } from '#review/mock-record.ts';
import { Card } from '#ui/card.tsx';
import { percent } from './words.ts';
import css from './report.module.css';

export interface ComparisonsProps {
  readonly record: MockRecord;
  /** The last first. */
  readonly earlier: readonly MockRecord[];
}

/** This mock beside what was guessed, and beside earlier ones. */
export function Comparisons({ record, earlier }: ComparisonsProps) {
  const guess = guessCheck(record.answers);
  const comparison = compareWith(record, earlier);
  if (!guess && !comparison) return null;
  const now = scoreOfAll(record.answers).value;
  return (
    <Card title="In comparison">
      {guess && (
        <p>
          You believed to have said {percent(guess.guessed)} of the core; it was {percent(guess.was)}, in{' '}
          {countOf(guess.answers, 'answer')}. {verdictOf(guess.guessed - guess.was)}
        </p>
      )}
      {comparison && (
        <>
          <p>
            Before: {percent(comparison.before)} on average of {countOf(comparison.mocks, 'mock')}. Now: {percent(now)}.
          </p>
          {comparison.topics.length > 0 && (
            <ul className={css['facts']}>
              {comparison.topics.map(({ topic, before, now: value }) => (
                <li key={topic}>
                  <span>{topicInWords(topic)}</span>
                  <span className={css['value']}>
                    {percent(before)} → {percent(value)}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Card>
  );
}

/** From here on a guess is off. */
const OFF = 0.15;

function verdictOf(over: number): string {
  if (over > OFF) return 'You know less of it than it feels like.';
  return over < -OFF ? 'You know more of it than you think.' : 'You judge yourself well.';
}
