import type { Proposal, ProposalReason } from '#review/propose.ts';
import { todayOf } from '#pages/parts/environment.ts';
import { countOf, inDays } from '#pages/parts/format.ts';
import { useNow } from '#pages/parts/use-now.ts';
import { daysToOpen } from '#review/schedule.ts';
import { allowed } from './accept.ts';
import { useReview } from './store.ts';
import css from './page.module.css';

const WORDS = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' } as const;

function because(reason: ProposalReason): string {
  switch (reason.kind) {
    case 'missedCore':
      return reason.count === 1
        ? 'One core point is not ticked'
        : `${countOf(reason.count, 'core point')} are not ticked`;
    case 'hinted':
      return 'You took the hint';
    case 'slow':
      return `It took ${Math.round(reason.tookSeconds)} s; a good answer takes ${reason.goodSeconds} s`;
    case 'fewDetails':
      return `Core complete, ${reason.hit} of ${countOf(reason.of, 'detail')}`;
    case 'halfOfDetails':
      return `Core complete, ${reason.hit} of ${countOf(reason.of, 'detail')}`;
    case 'complete':
      return 'Everything that matters, in time';
  }
}

/** When a missed point comes back: `tomorrow`, or after a holiday `in 3 days`. */
function useComesBack(): string {
  const environment = useReview((state) => state.environment);
  const nowMs = useNow();
  return inDays(environment ? daysToOpen(todayOf(environment.settings, nowMs), environment.policy) : 1);
}

/** Why a grade is proposed, in a sentence; while nothing is ticked, what ticking does. */
export function ReasonLine({ proposal, isPoint }: { readonly proposal: Proposal | null; readonly isPoint: boolean }) {
  const when = useComesBack();
  if (!proposal) {
    return (
      <p className={css['reason']} aria-live="polite">
        Tick what you said and a grade is proposed, or grade yourself.
      </p>
    );
  }
  const grade = allowed(proposal.grade);
  const comesBack = proposal.reason.kind === 'missedCore' && (proposal.reason.count === 1 ? 'It comes' : 'They come');
  return (
    <p className={css['reason']} aria-live="polite">
      {isPoint && proposal.reason.kind === 'complete' ? 'In time' : because(proposal.reason)}, so{' '}
      <strong data-grade={grade}>{WORDS[grade]}</strong> is proposed.
      {comesBack && ` ${comesBack} back ${when} as ${proposal.reason.count === 1 ? 'a small card' : 'small cards'}.`}
    </p>
  );
}
