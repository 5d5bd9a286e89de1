import { expect, test } from 'vitest';
import { DEFAULT_PARAMETERS } from '#memory/scheduler.ts';
import { workloadsOf, type WorkloadCard } from '#plan/workload.ts';

const RETENTIONS = [0.7, 0.8, 0.9, 0.95];
const learned = (stability: number, sinceDays: number): WorkloadCard => ({
  memory: { stability, difficulty: 5 },
  sinceDays,
  dueInDays: 0,
  seconds: 60,
});
const CARDS = Array.from({ length: 151 }, (_, n) => learned(1 + (n % 31), n % 7));
const input = { cards: CARDS, parameters: DEFAULT_PARAMETERS, retentions: RETENTIONS, days: 60, seed: 'one' };

test('a higher retention takes more time and keeps more', () => {
  const loads = workloadsOf(input);
  expect(loads.map(({ retention }) => retention)).toEqual(RETENTIONS);
  const minutes = loads.map(({ minutesPerDay }) => minutesPerDay);
  expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
  const recalls = loads.map(({ recall }) => recall);
  expect(recalls).toEqual(recalls.toSorted((a, b) => a - b));
  expect(recalls[3]).toBeGreaterThan(0.9);
});

test('it is the same each time, and a sample stands for many', () => {
  expect(workloadsOf(input)).toEqual(workloadsOf(input));
  const many = workloadsOf({ ...input, cards: Array.from({ length: 8 }, () => CARDS).flat() });
  const few = workloadsOf(input)[2];
  const times = (many[2]?.minutesPerDay ?? 0) / (few?.minutesPerDay ?? 1);
  expect(times).toBeGreaterThan(7);
  expect(times).toBeLessThan(9);
});

test('new cards begin on their day, and no cards take no time', () => {
  const fresh: WorkloadCard = { memory: null, sinceDays: 0, dueInDays: 70, seconds: 60 };
  expect(workloadsOf({ ...input, cards: [fresh] })[0]).toMatchObject({ minutesPerDay: 0, recall: 0 });
  expect(workloadsOf({ ...input, cards: [{ ...fresh, dueInDays: 3 }] })[0]?.minutesPerDay).toBeGreaterThan(0);
  expect(workloadsOf({ ...input, cards: [] })[2]).toEqual({ retention: 0.9, minutesPerDay: 0, recall: 0 });
});

test('a card with a retention of its own keeps it, whatever is tried', () => {
  const loads = workloadsOf({ ...input, cards: CARDS.map((card) => ({ ...card, retention: 0.9 })) });
  expect(new Set(loads.map(({ minutesPerDay }) => minutesPerDay)).size).toBe(1);
  expect(loads[0]?.minutesPerDay).toBe(workloadsOf(input)[2]?.minutesPerDay);
});

test('of a few cards, too, a higher retention takes more time: they are played through often enough', () => {
  const fresh: WorkloadCard = { memory: null, sinceDays: 0, dueInDays: 0, seconds: 60 };
  const minutes = workloadsOf({ ...input, cards: [fresh, fresh, fresh, fresh] }).map((load) => load.minutesPerDay);
  expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
  expect(new Set(minutes).size).toBe(RETENTIONS.length);
});
