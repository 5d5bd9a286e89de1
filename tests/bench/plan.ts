/**
 * The plan to a date beside what people use without one: recall on the day of the interview, with the same learners and the same
 * minutes for all. And how long a plan, a forecast and a readiness take. The method is in the README.
 */
import { performance } from 'node:perf_hooks';
import { countAnswer, tallyAnswers } from '#plan/answer-times.ts';
import type { DayPlan } from '#plan/day-plan.ts';
import { forecast } from '#plan/forecast.ts';
import { planToday } from '#plan/plan-today.ts';
import { readinessOf } from '#plan/readiness.ts';
import type { PlanQuestion } from '#plan/scope.ts';
import type { CardState } from '#review/card-state.ts';
import { campaign, PLAN_SCHEDULER, planQuestion, scopeCard, seenCard, TODAY } from '../plan/campaigns.ts';
import { freshCard, itemId, reviewed, studyDay } from '../support/builders.ts';
import { median, type BenchResult, type Row } from './numbers.ts';
import { CELLS, contest, mean, type CellResult, type Contender, type Crowd } from './plan/contest.ts';

const USUAL: Crowd = { learners: 12, cards: 200, seconds: 45, spread: 1 };
const STRANGERS: Crowd = { ...USUAL, learners: 5, spread: 2 };
const SHORT_CARDS: Crowd = { ...USUAL, learners: 3, cards: 400, seconds: 20 };

const points = (share: number): string => (100 * share).toFixed(1);
const inPercent = (share: number): number => Math.round(1000 * share) / 10;

/** About two minutes on one core. */
export async function planBench(): Promise<BenchResult> {
  const usual = CELLS.map((cell) => contest(cell, USUAL));
  const strangers = CELLS.map((cell) => contest(cell, STRANGERS));
  const shortCards = CELLS.map((cell) => contest(cell, SHORT_CARDS));
  const rows = [
    ...usual.map(cellRow),
    meanRow('mean of the nine', usual),
    ...leadRows(usual),
    meanRow('mean, learners twice as far from the published weights', strangers),
    meanRow('mean, 400 cards of 20 s', shortCards),
    ...timeRows(),
  ];
  const { learners, cards, seconds } = USUAL;
  const name = `Recall on the interview's day, in % of ${cards} cards of ${seconds} s (${learners} learners a row; (a) FSRS 0.9, (b) best retention, (b+) the same and review ahead, (c) SM-2, (d) greedy that knows the learner)`;
  return { name, rows };
}

function peersOf(means: Readonly<Record<Contender, number>>): string {
  const { standard, swept, ahead, sm2, ceiling } = means;
  return `a ${points(standard)}  b ${points(swept)}  b+ ${points(ahead)}  c ${points(sm2)}  d ${points(ceiling)}`;
}

function cellRow({ cell, recalls, bestRetention, bestAhead }: CellResult): Row {
  const means = meansOf([recalls]);
  const peer = `${peersOf(means)}  (b at ${bestRetention}, b+ at ${bestAhead})`;
  return { what: `${cell.days} days, ${cell.minutes} min a day`, value: inPercent(means.ours), unit: '%', peer };
}

function meansOf(all: readonly CellResult['recalls'][]): Record<Contender, number> {
  const of = (name: Contender): number => mean(all.map((recalls) => mean(recalls[name])));
  return {
    standard: of('standard'),
    swept: of('swept'),
    ahead: of('ahead'),
    sm2: of('sm2'),
    ceiling: of('ceiling'),
    ours: of('ours'),
  };
}

function meanRow(what: string, results: readonly CellResult[]): Row {
  const means = meansOf(results.map(({ recalls }) => recalls));
  return { what, value: inPercent(means.ours), unit: '%', peer: peersOf(means) };
}

/** By how much ours leads, pair by pair of the same learner. */
function leadRows(results: readonly CellResult[]): Row[] {
  const leads = (other: Contender): number[][] =>
    results.map(({ recalls }) => recalls.ours.map((recall, index) => recall - (recalls[other][index] ?? 0)));
  const overStandard = leads('standard');
  const smallest = Math.min(...overStandard.map(mean));
  const ahead = overStandard.flat().filter((lead) => lead > 0).length;
  const overSwept = leads('swept').flat();
  const farthest = Math.max(...leads('ceiling').map((each) => -mean(each)));
  const row = (what: string, value: number, budget: string): Row => ({
    what,
    value: 100 * value,
    unit: 'points',
    budget,
  });
  return [
    row('smallest lead over (a)', smallest, 'above 0 in every row'),
    { what: 'learners with whom it leads (a)', value: inPercent(ahead / overStandard.flat().length), unit: '%' },
    row('mean lead over (b)', mean(overSwept), `above 0; standard error ${points(standardError(overSwept))}`),
    row('farthest below (d)', farthest, 'at most 3'),
  ];
}

function standardError(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)) / (values.length - 1));
}

const SCOPE = 10_000;
const EVENTS = 500_000;
const DRAWS = 2000;

function msOf(work: () => unknown, rounds = 15): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return median(times.slice(3));
}

const date = studyDay(TODAY + 30);
const ONE = campaign({ date, minutesPerDay: 40 });

/** Warm, the median of twelve. */
function timeRows(): Row[] {
  const questions = Array.from({ length: SCOPE }, (_, n) => planQuestion(`q-${n}`, { topic: `web/t${n % 40}` }));
  const seen = questions.filter((_, n) => n % 3 > 0);
  const states = seen.map(({ id }, n) => seenCard(id, 1 + (n % 60), 1 + (n % 90)));
  const log = Array.from({ length: EVENTS }, (_, n) =>
    reviewed(n, { item: itemId(`q-${n % SCOPE}`), tookMs: 20_000 + (n % 60_000) }),
  );
  const tallies = tallyAnswers(log);
  const answer = reviewed(EVENTS, { item: itemId('q-1'), tookMs: 30_000 });
  const plan = (): DayPlan => {
    countAnswer(tallies, answer, 1);
    const day = { today: TODAY, scheduler: PLAN_SCHEDULER, spentSeconds: 0, minutesToday: null };
    return planToday({ ...day, campaigns: [ONE], questions, states, tallies });
  };
  const large = `${SCOPE.toLocaleString('en')} cards`;
  const events = `${EVENTS.toLocaleString('en')} events`;
  const draws = `${DRAWS.toLocaleString('en')} draws`;
  const ms = (what: string, value: number, budget?: string): Row => {
    return { what, value, unit: 'ms', ...(budget !== undefined && { budget }) };
  };
  return [
    ms(`a day's plan for ${large} after one more answer, tallies of ${events} kept`, msOf(plan), 'at most 50 ms'),
    ms(
      `those tallies out of the whole log, once`,
      msOf(() => tallyAnswers(log), 6),
    ),
    ms('a forecast of 30 days for 200 cards', msOf(forecastOfFew, 8)),
    ms(
      `readiness for ${large}, ${draws}`,
      msOf(() => readinessOfAll(questions, states)),
      'at most 150 ms',
    ),
  ];
}

function forecastOfFew(): unknown {
  const cards = Array.from({ length: 200 }, (_, n) =>
    scopeCard(n % 2 === 0 ? freshCard(`q-${n}`) : seenCard(`q-${n}`, 5, 5), { claims: [{ date, weight: 1 / 200 }] }),
  );
  const secondsOn = (): number => 1200;
  return forecast({ cards, today: TODAY, date, secondsOn, scheduler: PLAN_SCHEDULER, seed: 'bench' });
}

function readinessOfAll(questions: readonly PlanQuestion[], cards: readonly CardState[]): unknown {
  const states = new Map(cards.map((state) => [state.id, state]));
  const seeds = { seed: 'bench', draws: DRAWS };
  return readinessOf({ campaign: ONE, questions, states, day: TODAY, scheduler: PLAN_SCHEDULER, ...seeds });
}
