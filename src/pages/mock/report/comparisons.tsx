import { compareWith, guessCheck, type Comparison, type GuessCheck } from '#mock/report.ts';
import { scoreOfAll } from '#mock/score.ts';
import { countOf } from '#pages/parts/format.ts';
import type { TopicNames } from '#pages/parts/topic-names.ts';
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
  return (
    <Card title="In comparison">
      {guess && (
        <p>
          You believed you had said {percent(guess.guessed)} of the core; it was {percent(guess.was)}, in{' '}
          {countOf(guess.answers, 'answer')}. {verdictOf(guess)}
          {comparison && offBefore(guess, comparison)}
        </p>
      )}
      {comparison && <Before comparison={comparison} now={scoreOfAll(record.answers).value} names={names} />}
    </Card>
  );
}

interface BeforeProps extends Pick<ComparisonsProps, 'names'> {
  readonly comparison: Comparison;
  readonly now: number | null;
}

function Before({ comparison, now, names }: BeforeProps) {
  const topics = comparison.topics.map((change) => ({ ...change, key: names(change.key) }));
  return (
    <>
      <p>
        Before: {percent(comparison.before)} on average of {countOf(comparison.mocks, 'mock')}. Now: {percent(now)}.
      </p>
      <ul className={css['facts']}>
        {[...topics, ...comparison.tiers].map(({ key, before, now: value }) => (
          <li key={key}>
            <span>{key}</span>
            <span className={css['value']}>
              {percent(before)} → {percent(value)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** How far guesses were off in earlier mocks, beside how far they are off now. */
function offBefore({ off }: GuessCheck, { off: before }: Comparison): string {
  return before === null
    ? ''
    : ` A single guess is off by ${percent(off)} on average; in the mocks before it was ${percent(before)}.`;
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
