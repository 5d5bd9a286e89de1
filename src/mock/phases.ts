/** The phases of a deep dive of 35 minutes: how an interviewer expects the time to be spent. */
export interface Phase {
  readonly name: string;
  readonly minutes: number;
  /** What belongs into it, in one sentence. */
  readonly about: string;
}

/** The follow-ups, asked afterwards, are the last phase. */
export const PHASES = [
  { name: 'Scope', minutes: 5, about: 'Ask who uses it and how much; name what is in, what is out, and the numbers.' },
  { name: 'Outline', minutes: 8, about: 'The whole on one page: interfaces, data, the way of one request.' },
  { name: 'Depth', minutes: 12, about: 'The two or three parts that can break, each to the bottom.' },
  { name: 'Trade-offs', minutes: 5, about: 'What you gave up, what fails first, what you would measure.' },
  { name: 'Follow-ups', minutes: 5, about: 'What the interviewer still wants to know.' },
] as const satisfies readonly Phase[];

/** Minutes of the whole. */
export const DEEP_MINUTES = PHASES.reduce<number>((sum, { minutes }) => sum + minutes, 0);
/** How many phases are spoken before the follow-ups. */
export const SPOKEN_PHASES = PHASES.length - 1;
/** Minutes of those. */
export const SPOKEN_MINUTES = PHASES.slice(0, SPOKEN_PHASES).reduce<number>((sum, { minutes }) => sum + minutes, 0);
