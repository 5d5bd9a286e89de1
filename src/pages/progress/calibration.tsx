import { percentOf } from '#bank/percent.ts';
import type { Sunday } from '#progress/sunday.ts';
import { CalibrationPlot } from './calibration-plot.tsx';
import { ChartCard } from './chart-card.tsx';
import { calibrationInWords, guessesInWords, rangeCell, shareCell } from './recall-words.ts';
import { ShareRows } from './share-rows.tsx';

/** Whether the chances shown for cards are right. */
export function CalibrationCard({ calibration }: Pick<Sunday, 'calibration'>) {
  return (
    <ChartCard
      title="Expected and recalled"
      aside="last 90 days"
      sentence={calibrationInWords(calibration)}
      table={{
        caption: 'Expected chance of recall and what was recalled, last 90 days',
        head: ['Expected', 'Answers', 'Recalled', 'Share', '90% range'],
        rows: calibration.map((step) => [
          percentOf(step.expected),
          step.of,
          step.hits,
          shareCell(step),
          rangeCell(step),
        ]),
      }}
    >
      {calibration.length > 0 && <CalibrationPlot points={calibration} />}
    </ChartCard>
  );
}

/** What became of one's own guesses; nothing while none was made. */
export function GuessCard({ guesses }: Pick<Sunday, 'guesses'>) {
  if (guesses.every(({ of }) => of === 0)) return null;
  return (
    <ChartCard
      title="Your own guess"
      aside="last 90 days"
      sentence={guessesInWords(guesses)}
      table={{
        caption: 'Guesses before the answer and what was recalled, last 90 days',
        head: ['Guess', 'Answers', 'Recalled', 'Share', '90% range'],
        rows: guesses.map((row) => [row.guess, row.of, row.hits, shareCell(row), rangeCell(row)]),
      }}
    >
      <ShareRows rows={guesses.map((row) => ({ ...row, name: row.guess, expected: null }))} from={0} />
    </ChartCard>
  );
}
