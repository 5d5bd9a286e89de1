/** From a job description to a draft. */
import type { JobMatch } from '#plan/job-match.ts';
import { atLevel, type Draft } from './draft.ts';

/** The draft as a job description speaks of it: its topics, a lot of the weightiest, and the mix of its tier. */
export function withJob(draft: Draft, { topics, tier }: JobMatch): Draft {
  const weights = topics.map(({ topic, weight }) => [topic, weight >= 0.6 ? 2 : weight >= 0.25 ? 1 : 0.5] as const);
  const chosen = weights.length === 0 ? {} : { everything: false, topics: Object.fromEntries(weights) };
  return { ...atLevel(draft, tier), ...chosen };
}
