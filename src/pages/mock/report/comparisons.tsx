import { compareWith, guessCheck, type GuessCheck } from '#mock/report.ts';
import { scoreOfAll } from '#mock/score.ts';
import { countOf } from '#pages/parts/format.ts';
import type { TopicNames } from '#pages/mock/topic-names.ts';
import type { MockRecord } from '#review/mock-record.ts';
import { Card } from '#ui/card.tsx';
import { percent } from './words.ts';
import css from './report.module.css';

export interface ComparisonsProps {
  readonly record: MockRecord;
  /** The last first. */
  readonly earlier: readonly MockRecord[];
  readonly names: TopicNames;
}

/** This mock beside what was guessed, and beside earlier ones. */
export function Comparisons({ record, earlier, names }: ComparisonsProps) {
  const guess = guessCheck(record.answers);
  const comparison = compareWith(record, earlier);
  if (!guess && !comparison) return null;
  const now = scoreOfAll(record.answers).value;
  return (
    <Card title="In comparison">
      {guess && (
        <p>
          You believed to have said {percent(guess.guessed)} of the core; it was {percent(guess.was)}, in{' '}
          {countOf(guess.answers, 'answer')}. {verdictOf(guess)}
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
                  <span>{names(topic)}</span>
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

/** From here on a guess is off, on average over all answers, or in a single one. */
const OFF = 0.15;
const ONE_OFF = 0.25;

function verdictOf({ guessed, was, off }: GuessCheck): string {
  if (guessed - was > OFF) return 'You know less of it than it feels like.';
  if (was - guessed > OFF) return 'You know more of it than you think.';
  if (off > ONE_OFF) return `Right on average, but off by ${percent(off)} in a single answer.`;
  return 'You judge yourself well.';
}
