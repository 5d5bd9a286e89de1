/** One sentence's worth of encouragement that is true: counted, dated, and another one every day. */
import type { StudyDay } from '#memory/study-day.ts';
import { numberOf, sumFigure, type DayTally } from './day-tally.ts';
import { retentionIn } from './retention.ts';
import type { Streak } from './streak.ts';

export type TrueLine =
  /** Questions that became solid in the last seven days. */
  | { readonly kind: 'solid'; readonly count: number }
  /** Of the cards that came back in the last seven days, most were recalled. */
  | { readonly kind: 'recalled'; readonly hits: number; readonly of: number }
  | { readonly kind: 'streak'; readonly days: number; readonly longest: boolean }
  /** Questions answered for the first time in the last seven days. */
  | { readonly kind: 'firsts'; readonly count: number }
  /** More answers in the last seven days than in the seven before. */
  | { readonly kind: 'more'; readonly count: number; readonly before: number }
  /** A day with answers after some without. */
  | { readonly kind: 'back'; readonly days: number };

const WEEK = 7;
/** Below these there is nothing to be proud of yet. */
const LEAST = { recalled: 5, share: 0.8, streak: 3, away: 4 } as const;

type Days = readonly DayTally[];

function solidIn(days: Days, from: number, to: number): TrueLine[] {
  const items = new Set(days.filter(({ day }) => day >= from && day <= to).flatMap(({ solid }) => Object.keys(solid)));
  return items.size > 0 ? [{ kind: 'solid', count: items.size }] : [];
}

function recalledIn(days: Days, from: number, to: number): TrueLine[] {
  const { hits, of } = retentionIn(days, from as StudyDay, to as StudyDay).all;
  return of >= LEAST.recalled && hits / of >= LEAST.share ? [{ kind: 'recalled', hits, of }] : [];
}

function countsIn(days: Days, from: number, to: number): TrueLine[] {
  const [firsts = 0] = sumFigure(days, 'firsts', from, to);
  const [count = 0] = sumFigure(days, 'answers', from, to);
  const [before = 0] = sumFigure(days, 'answers', from - WEEK, from - 1);
  return [
    ...(firsts > 0 ? [{ kind: 'firsts', count: firsts } as const] : []),
    ...(before > 0 && count > before ? [{ kind: 'more', count, before } as const] : []),
  ];
}

/** Today has answers, and before it there were none for some days. */
function backAfter(days: Days, today: StudyDay): TrueLine[] {
  const active = new Set(days.filter((tally) => numberOf(tally, 'answers') > 0).map(({ day }) => day));
  if (!active.has(today)) return [];
  const before = Math.max(-Infinity, ...[...active].filter((day) => day < today));
  const away = today - before - 1;
  return Number.isFinite(away) && away >= LEAST.away ? [{ kind: 'back', days: away }] : [];
}

/** What there is to say today; the same all day as long as it stays true, and null when there is nothing yet. */
export function trueLineOf(tallies: Iterable<DayTally>, streak: Streak, today: StudyDay): TrueLine | null {
  const days = [...tallies];
  const back = backAfter(days, today);
  if (back[0]) return back[0];
  const from = today - WEEK + 1;
  const run: TrueLine[] =
    streak.current >= LEAST.streak
      ? [{ kind: 'streak', days: streak.current, longest: streak.current === streak.longest }]
      : [];
  const lines = [
    ...solidIn(days, from, today),
    ...recalledIn(days, from, today),
    ...run,
    ...countsIn(days, from, today),
  ];
  return lines[today % Math.max(1, lines.length)] ?? null;
}
