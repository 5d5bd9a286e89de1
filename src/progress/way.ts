/** How far a path is walked. An order is recommended; nothing is locked. */
import type { ItemId, PathStage } from '#bank/item.ts';
import type { PlacedQuestion } from './house.ts';
import { tallyOf, untouched, type Standing, type Standings, type Tally } from './standing.ts';

export interface WayQuestion extends PlacedQuestion {
  readonly title: string;
  readonly tags: readonly string[];
  /** Length of a good spoken answer. */
  readonly seconds: number;
}

export interface Step {
  readonly question: WayQuestion;
  readonly standing: Standing;
}

export interface WayStage {
  readonly stage: PathStage;
  readonly steps: readonly Step[];
  readonly tally: Tally;
}

export interface Way {
  readonly stages: readonly WayStage[];
  /** A question that stands in two stages counts once. */
  readonly tally: Tally;
  /** The first step, in order, that was never answered and is not suspended; null when there is none. */
  readonly next: { readonly stage: PathStage; readonly step: Step } | null;
}

function matches(question: WayQuestion, query: NonNullable<PathStage['query']>): boolean {
  const { topic, tiers, tags } = query;
  return (
    (topic === undefined || question.topic === topic) &&
    (tiers.length === 0 || tiers.includes(question.tier)) &&
    tags.every((tag) => question.tags.includes(tag))
  );
}

/** The questions of a stage: those it names, in its order, then those its query finds, in the bank's; what is not there is left out. */
function questionsOf(
  { items, query }: PathStage,
  questions: readonly WayQuestion[],
  byId: ReadonlyMap<ItemId, WayQuestion>,
): WayQuestion[] {
  const named = items.flatMap((id) => byId.get(id) ?? []);
  const found = query ? questions.filter((question) => matches(question, query)) : [];
  return [...new Set([...named, ...found])];
}

/** Ids of all questions that some stages name or find, each once. */
export function questionIdsOf(stages: readonly PathStage[], questions: readonly WayQuestion[]): ReadonlySet<ItemId> {
  const byId = new Map(questions.map((question) => [question.id, question]));
  return new Set(stages.flatMap((stage) => questionsOf(stage, questions, byId).map(({ id }) => id)));
}

/**
 * The stages of a path with their questions and how these stand.
 *
 * @param questions the bank's, in the recommended order of learning
 */
export function wayOf(stages: readonly PathStage[], questions: readonly WayQuestion[], standings: Standings): Way {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const walked = stages.map((stage): WayStage => {
    const steps = questionsOf(stage, questions, byId).map((question) => ({
      question,
      standing: standings.get(question.id) ?? untouched(question.id),
    }));
    const ids = steps.map(({ question }) => question.id);
    return { stage, steps, tally: tallyOf(ids, standings) };
  });
  const all = new Set(walked.flatMap(({ steps }) => steps.map(({ question }) => question.id)));
  return { stages: walked, tally: tallyOf(all, standings), next: nextOf(walked) };
}

function nextOf(stages: readonly WayStage[]): Way['next'] {
  for (const { stage, steps } of stages) {
    const step = steps.find(({ standing }) => standing.kind === 'new');
    if (step) return { stage, step };
  }
  return null;
}
