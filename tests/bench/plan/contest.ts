/** Every policy with the same simulated learners, over several horizons and budgets. */
import { drawLearner, type Learner } from './learner.ts';
import { fsrsDueFirst, fsrsThenAhead, knowingGreedy, ours, sm2 } from './policies.ts';
import { practise, type Policy } from './practice.ts';

export interface Cell {
  readonly days: number;
  readonly minutes: number;
}

export interface Crowd {
  readonly learners: number;
  readonly cards: number;
  /** Mean of what the bank says that an answer takes. */
  readonly seconds: number;
  /** How far learners lie from the published weights; 1 is usual. */
  readonly spread: number;
}

export type Contender = 'standard' | 'swept' | 'ahead' | 'sm2' | 'ceiling' | 'ours';

export interface CellResult {
  readonly cell: Cell;
  /** Recall on the day of each learner, in the same order for all. */
  readonly recalls: Readonly<Record<Contender, readonly number[]>>;
  /** The retentions that turned out best for these learners. */
  readonly bestRetention: number;
  readonly bestAhead: number;
}

export const CELLS: readonly Cell[] = [14, 30, 60].flatMap((days) =>
  [10, 20, 40].map((minutes) => ({ days, minutes })),
);
const RETENTIONS = [0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

export function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}

function run({ days, minutes }: Cell, crowd: Crowd, policyFor: (learner: Learner) => Policy): number[] {
  return Array.from({ length: crowd.learners }, (_, index) => {
    const learner = drawLearner(`learner ${index}`, crowd.cards, crowd.seconds, crowd.spread);
    return practise(learner, policyFor(learner), days, minutes * 60).recall;
  });
}

/** The retention whose mean is best, chosen after the fact. */
function sweep(cell: Cell, crowd: Crowd, policyAt: (retention: number) => Policy) {
  const tried = RETENTIONS.map((retention) => ({ retention, recalls: run(cell, crowd, () => policyAt(retention)) }));
  const [best] = tried.toSorted((a, b) => mean(b.recalls) - mean(a.recalls));
  const standard = tried.find(({ retention }) => retention === 0.9);
  if (!best || !standard) throw new Error('no retention was tried');
  return { best, standard };
}

export function contest(cell: Cell, crowd: Crowd): CellResult {
  const due = sweep(cell, crowd, fsrsDueFirst);
  const ahead = sweep(cell, crowd, fsrsThenAhead);
  return {
    cell,
    bestRetention: due.best.retention,
    bestAhead: ahead.best.retention,
    recalls: {
      standard: due.standard.recalls,
      swept: due.best.recalls,
      ahead: ahead.best.recalls,
      sm2: run(cell, crowd, sm2),
      ceiling: run(cell, crowd, knowingGreedy),
      ours: run(cell, crowd, ours),
    },
  };
}
