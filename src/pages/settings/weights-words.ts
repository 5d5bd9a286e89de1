/** What fitted weights mean for the person, in sentences. */
import { percentOf } from '#bank/percent.ts';
import { createScheduler, DEFAULT_PARAMETERS, type Memory } from '#memory/scheduler.ts';
import { parametersFrom, type Settings } from '#review/settings.ts';
import type { Fit } from '#memory/fit.ts';
import { countOf } from '#pages/parts/format.ts';

const SHOWN = 5;

/** Days between answers that all are Good, from the first on. */
function goodDays(settings: Settings, weights: Settings['weights']): number[] {
  const scheduler = createScheduler({ ...parametersFrom(settings), weights: weights ?? DEFAULT_PARAMETERS.weights });
  const days: number[] = [];
  let memory: Memory = scheduler.nextMemory(null, 0, 3);
  for (let round = 0; round < SHOWN; round += 1) {
    const next = scheduler.intervalDays(memory);
    days.push(next);
    memory = scheduler.nextMemory(memory, next, 3);
  }
  return days;
}

/** `3, 11, 35, 99 and 252 days`. */
export function intervalsInWords(settings: Settings, weights: Settings['weights']): string {
  return `${new Intl.ListFormat('en').format(goodDays(settings, weights).map(String))} days`;
}

/** How well the weights foretell, as a share that everybody understands: lower loss, less surprise. */
export function fitInWords(fit: Fit): string {
  if (fit.kind === 'tooFew') {
    return `${countOf(fit.reviews, 'answer')} can be learnt from so far; from ${fit.least} on it is worth trying.`;
  }
  const change = percentOf(Math.abs(fit.before - fit.after) / fit.before, true);
  const judged = `Learnt from ${countOf(fit.reviews, 'answer')}, and judged on the latest fifth of them, which it had not seen`;
  return fit.better
    ? `${judged}: it foretells what you remember ${change} better (log loss ${fit.after.toFixed(3)} instead of ${fit.before.toFixed(3)}).`
    : `${judged}: it foretells no better (log loss ${fit.after.toFixed(3)}, now ${fit.before.toFixed(3)}), so what is in force stays.`;
}
