/** Days in a row, against a walk that counts on its fingers. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { streakOf, type Streak } from '#progress/streak.ts';
import { studyDay } from '../support/builders.ts';

const none = (): boolean => false;

/** A string of days, the last one today: `x` answered, `.` not, `r` planned rest, `R` planned rest and answered. */
function of(days: string): Streak {
  const list = days.split('');
  const active = list.flatMap((mark, index) => (mark === 'x' || mark === 'R' ? [studyDay(index)] : []));
  return streakOf(active, (day) => 'rR'.includes(list[day] ?? ''), studyDay(list.length - 1));
}

/** The same by rewriting the string from the left: freezes and the run are counted with marks on paper. */
function slow(days: string): { current: number; longest: number } {
  let paper = '';
  let earned = '';
  let freezes = '';
  let longest = 0;
  const marks = days.replace(/^[^xR]*/u, '').split('');
  marks.forEach((mark, index) => {
    const isToday = index === marks.length - 1;
    if (mark === 'x' || mark === 'R') {
      paper += '|';
      earned += '|';
    } else if (mark === '.' && !isToday) {
      if (freezes === '') paper = earned = '';
      freezes = freezes.slice(1);
    }
    if (earned === '|||||||') {
      earned = '';
      freezes = (freezes + '*').slice(0, 2);
    }
    longest = Math.max(longest, paper.length);
  });
  return { current: paper.length, longest };
}

const anyDays = fc
  .array(fc.constantFrom('x', 'x', 'x', '.', 'r', 'R'), { minLength: 1, maxLength: 60 })
  .map((list) => list.join(''));

describe('the streak', () => {
  test('is what a walk with pencil and paper gives, for any days', () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const { current, longest } = of(days);
        expect({ current, longest }).toEqual(slow(days));
      }),
      { numRuns: 1000 },
    );
  });

  test('is never shortened by a day with answers, and never lost by one planned rest day', () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const { current } = of(`${days}x`);
        expect(of(`${days}xx`).current).toBe(current + 1);
        expect(of(`${days}xrx`).current).toBe(current + 1);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['x', 1],
    ['xx.', 2],
    ['xx.x', 1],
    ['xxxxxxx.x', 8],
    ['xxxxxxx..x', 1],
    ['xxxxxxxxxxxxxx..x', 15],
    ['xrrrx', 2],
    ['', 0],
  ])('of %j is %d', (days, current) => {
    expect(of(days === '' ? '.' : days).current).toBe(current);
  });

  test('says what each day was, and what can still be forgiven', () => {
    const { days, freezes, longest } = of('xxxxxxxx.rx.');
    expect([...days.values()]).toEqual([...Array.from({ length: 8 }, () => 'done'), 'frozen', 'rest', 'done', 'open']);
    expect({ freezes, longest }).toEqual({ freezes: 0, longest: 9 });
    expect(of('xxxxxxxxxxxxxxxxxxxxx').freezes).toBe(2);
  });

  test('does not look at days ahead, and is nothing before the first answer', () => {
    expect(streakOf([studyDay(5)], none, studyDay(3))).toMatchObject({ current: 0, longest: 0, freezes: 0 });
    expect(streakOf([], none, studyDay(3)).days).toEqual(new Map([[3, 'open']]));
  });
});
