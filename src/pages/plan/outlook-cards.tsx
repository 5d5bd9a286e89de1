import { percentOf } from '#bank/percent.ts';
import type { Campaign } from '#plan/campaign.ts';
import type { Verdict } from '#plan/verdict.ts';
import { countOf, grouped } from '#pages/parts/format.ts';
import type { Outlook } from '#storage/plan-outlook.ts';
import { Button } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Meter } from '#ui/meter.tsx';
import { Row } from '#ui/page.tsx';
import { isTight, verdictInWords } from './outlook-words.ts';
import { RaiseList } from './raise-list.tsx';
import { ReadinessView } from './readiness-view.tsx';
import css from './plan.module.css';

/** How ready the person is for one interview, what would raise it most, and how that is known. */
export function ReadyCard({ outlook }: { readonly outlook: Outlook | undefined }) {
  if (!outlook) {
    return (
      <Card variant="lamp" title="How ready you are">
        <Muted>Working it out.</Muted>
      </Card>
    );
  }
  const { readiness, questions } = outlook;
  const seen = `${grouped(questions.seen)} of ${countOf(questions.inScope, 'question')} seen`;
  return (
    <Card variant="lamp" title="How ready you are">
      <ReadinessView outlook={outlook} />
      {questions.inScope > 0 && (
        <>
          <Meter label="Questions seen" value={questions.seen} max={questions.inScope} text={seen} thin />
          <Muted>{seen}.</Muted>
        </>
      )}
      {readiness && readiness.evidence.known > 0 && <RaiseList raise={readiness.raise} />}
      <Disclosure summary="How this is computed">
        <p className={css['hint']}>
          Two thousand interviews of eight questions are drawn from your tiers and topics. In each, every expected point
          is said with the chance that you recall it today; a core point counts double. Of points that you have never
          answered it is assumed what your first answers to others showed, and that is drawn anew for each interview.
          The number is the middle of all, the range holds eight in ten of them.
        </p>
      </Disclosure>
    </Card>
  );
}

export interface AheadCardProps {
  readonly campaign: Campaign;
  readonly verdict: Verdict;
  readonly onMinutes: (minutesPerDay: number) => void;
}

/** Where the days until the interview lead, and what more minutes would bring. */
export function AheadCard({ campaign, verdict, onMinutes }: AheadCardProps) {
  const offers = verdict.kind === 'tight' ? verdict.offers : [];
  return (
    <Card title={isTight(verdict) ? 'The days are tight' : 'The days until then'}>
      <p>{verdictInWords(verdict, campaign.minutesPerDay)}</p>
      {offers.length > 0 && (
        <Row>
          {offers.map(({ minutesPerDay, reach }) => (
            <Button key={minutesPerDay} onClick={() => onMinutes(minutesPerDay)}>
              {minutesPerDay} min a day: {percentOf(reach.recall)}
            </Button>
          ))}
        </Row>
      )}
      {verdict.kind !== 'far' && (
        <Muted>The days are played through nine times with the luck of chance; the range holds eight in ten.</Muted>
      )}
    </Card>
  );
}
