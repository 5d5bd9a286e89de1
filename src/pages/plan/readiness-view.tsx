import type { Outlook } from '#storage/plan-outlook.ts';
import { Muted } from '#ui/card.tsx';
import { RangeBar } from '#ui/meter.tsx';
import { evidenceInWords, readinessInWords } from './outlook-words.ts';
import css from './plan.module.css';

/** Readiness as what it is: a range with its middle and its evidence. */
export function ReadinessView({ outlook: { readiness } }: { readonly outlook: Outlook }) {
  if (!readiness) return <Muted>The bank has no question that this interview asks for.</Muted>;
  const { low, high, median, evidence } = readiness;
  if (evidence.known === 0) return <Muted>{evidenceInWords(readiness)}</Muted>;
  const words = readinessInWords(readiness);
  return (
    <div className={css['readiness']}>
      <p>{words}</p>
      <RangeBar label="" low={low} high={high} median={median} />
      <Muted>{evidenceInWords(readiness)}</Muted>
    </div>
  );
}
