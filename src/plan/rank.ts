/** A ranking that is worked out only as far as somebody reads it. */

/** Something that may be ranked, and what its rate cannot exceed. */
export interface Guess<T> {
  readonly value: T;
  readonly bound: number;
}

export interface Rated {
  readonly rate: number;
  /** Breaks ties: the lower comes first. */
  readonly place: number;
}

/** So many are settled at a time. */
const BLOCK = 128;

/**
 * The settled values, the highest rate first. Only those are settled whose bound could still bring them before what is read;
 * what was settled once is kept for the next reading.
 *
 * @param settle what a value is worth, at most its bound; null leaves it out
 */
export function rankLazily<T, R extends Rated>(
  guesses: readonly Guess<T>[],
  settle: (value: T) => R | null,
): Iterable<R> {
  const waiting = guesses.toSorted((a, b) => b.bound - a.bound);
  const ranked: R[] = [];
  let open: R[] = [];
  let next = 0;

  const advance = (): void => {
    for (const { value } of waiting.slice(next, next + BLOCK)) {
      const settled = settle(value);
      if (settled) open.push(settled);
    }
    next += BLOCK;
    const bound = waiting[next]?.bound ?? Number.NEGATIVE_INFINITY;
    open.sort((a, b) => b.rate - a.rate || a.place - b.place);
    const stay = open.findIndex(({ rate }) => rate <= bound);
    const ready = stay < 0 ? open : open.slice(0, stay);
    open = stay < 0 ? [] : open.slice(stay);
    for (const one of ready) ranked.push(one);
  };

  return {
    *[Symbol.iterator]() {
      for (let index = 0; ; index += 1) {
        while (index >= ranked.length && next < waiting.length) advance();
        const one = ranked[index];
        if (one === undefined) return;
        yield one;
      }
    },
  };
}
