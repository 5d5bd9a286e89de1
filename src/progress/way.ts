/** How far a path is walked. An order is recommended; nothing is locked. */
import type { ItemId, PathStage } from '#bank/item.ts';
import { TIERS, type Tier } from '#bank/tier.ts';
import type { PlacedQuestion } from './house.ts';
import { tallyOf, untouched, type Standing, type Standings, type Tally } from './standing.ts';

export interface WayQuestion extends PlacedQuestion {
  readonly title: string;
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
  /** By tier, those without questions left out. */
  readonly levels: readonly { readonly tier: Tier; readonly tally: Tally }[];
  /** The first step, in order, that was never answered and is not suspended; null when there is none. */
  readonly next: { readonly stage: PathStage; readonly step: Step } | null;
}

/** Ids of all questions that some stages hold, each once. */
export function questionIdsOf(stages: readonly PathStage[]): ReadonlySet<ItemId> {
  return new Set(stages.flatMap(({ items }) => items));
}

/** The stages of a path with their questions and how these stand. What is not among the bank's questions is left out. */
export function wayOf(stages: readonly PathStage[], questions: readonly WayQuestion[], standings: Standings): Way {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const walked = stages.map((stage): WayStage => {
    const steps = stage.items.flatMap((id) => {
      const question = byId.get(id);
      return question ? [{ question, standing: standings.get(id) ?? untouched(id) }] : [];
    });
    const ids = steps.map(({ question }) => question.id);
    return { stage, steps, tally: tallyOf(ids, standings) };
  });
  const tiers = new Map(
    walked.flatMap(({ steps }) => steps.map(({ question }) => [question.id, question.tier] as const)),
  );
  const all = [...tiers.keys()];
  const levels = TIERS.map((tier) => ({
    tier,
    tally: tallyOf(
      all.filter((id) => tiers.get(id) === tier),
      standings,
    ),
  }));
  return {
    stages: walked,
    tally: tallyOf(all, standings),
    levels: levels.filter(({ tally }) => tally.total > 0),
    next: nextOf(walked),
  };
}

function nextOf(stages: readonly WayStage[]): Way['next'] {
  for (const { stage, steps } of stages) {
    const step = steps.find(({ standing }) => standing.kind === 'new');
    if (step) return { stage, step };
  }
  return null;
}
