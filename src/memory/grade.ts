/** How well a card was recalled: 1 again (forgotten), 2 hard, 3 good, 4 easy. */
export type Grade = 1 | 2 | 3 | 4;

/** All grades, from worst to best. */
export const GRADES = [1, 2, 3, 4] as const satisfies readonly Grade[];
