/** What readiness and a verdict mean, in sentences: never a number without its range and its evidence. */
import { percentOf } from '#bank/percent.ts';
import { countOf, grouped } from '#pages/parts/format.ts';
import type { Readiness } from '#plan/readiness.ts';
import type { Reach } from '#plan/forecast.ts';
import type { Verdict } from '#plan/verdict.ts';

/** `38 to 55%`. */
function rangeInWords({ low, high }: Pick<Reach, 'low' | 'high'>): string {
  const [from, to] = [percentOf(low), percentOf(high)];
  return from === to ? to : `${from.replace('%', '')} to ${to}`;
}

/** `If it were today: 46%, most likely 38 to 55%.` */
export function readinessInWords({ median, low, high }: Readiness): string {
  return `If it were today you would say about ${percentOf(median)} of what is expected, most likely ${rangeInWords({ low, high })}.`;
}

/** `Based on 43 of 120 points.` */
export function evidenceInWords({ evidence: { known, of } }: Readiness): string {
  return known === 0
    ? `Nothing is known yet of its ${countOf(of, 'point')}; the estimate begins with your first answers.`
    : `Based on ${grouped(known)} of ${countOf(of, 'point')}.`;
}

const reachInWords = ({ recall, low, high }: Reach): string => `${percentOf(recall)} (${rangeInWords({ low, high })})`;

/** Below this share of recall on the day, more minutes are not a luxury. */
const PLENTY = 0.9;

/** Whether the minutes are too few: something stays unseen or much is forgotten. More of them may help a plan that is not tight too. */
export function isTight(verdict: Verdict): boolean {
  return verdict.kind === 'tight' && (1 - verdict.reach.seen > 0.01 || verdict.reach.recall < PLENTY);
}

/** Whether the minutes are enough, with numbers. */
export function verdictInWords(verdict: Verdict, minutesPerDay: number): string {
  if (verdict.kind === 'far') {
    return 'It is more than a year ahead: too far to tell where the days lead. From a year before it this is worked out.';
  }
  const { reach } = verdict;
  if (verdict.kind === 'noTime') {
    return `No day is left for study; today’s answers still help. You would recall ${reachInWords(reach)} on the day.`;
  }
  const at = `At ${countOf(minutesPerDay, 'minute')} a day you would recall ${reachInWords(reach)} on the day`;
  if (verdict.kind === 'enough') return `${at}; more time would bring little.`;
  const [offer] = verdict.offers;
  if (offer && !isTight(verdict))
    return `${at}; ${offer.minutesPerDay} minutes reach ${percentOf(offer.reach.recall)}.`;
  const unseen = 1 - reach.seen;
  const left = unseen > 0.01 ? `, and ${percentOf(unseen)} of it would stay unseen` : '';
  if (!offer) return `Tight: ${at.charAt(0).toLowerCase()}${at.slice(1)}${left}.`;
  return `Too tight: ${at.charAt(0).toLowerCase()}${at.slice(1)}${left}; ${offer.minutesPerDay} minutes reach ${percentOf(offer.reach.recall)}.`;
}
