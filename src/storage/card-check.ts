/** Whether a stored card can be what this app wrote. By hand, not by schema: the due query checks thousands at once. */
import type { CardRow } from './rows.ts';

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isWhole(
  value: unknown,
  from: number = Number.MIN_SAFE_INTEGER,
  to: number = Number.MAX_SAFE_INTEGER,
): boolean {
  return Number.isSafeInteger(value) && Number(value) >= from && Number(value) <= to;
}

function isWithin(value: unknown, from: number, to: number): boolean {
  return typeof value === 'number' && value >= from && value <= to;
}

/** The limits are those of `Memory`. */
function isMemory(value: unknown): boolean {
  return isRecord(value) && isWithin(value['stability'], 0.001, 36_500) && isWithin(value['difficulty'], 1, 10);
}

function isDueAt(value: unknown, row: CardRow): boolean {
  if (!isRecord(value)) return false;
  const { kind, day, atMs } = value;
  if (kind === 'unscheduled') return row.queue !== 'due';
  const when = kind === 'day' || (kind === 'moment' && isWhole(atMs));
  return when && isWhole(day) && (row.queue !== 'due' || row.dueDay === day);
}

function isLearned(value: Readonly<Record<string, unknown>>, row: CardRow): boolean {
  const { memory, due, firstDay, lastDay, lastAtMs, lastGrade, reps, lapses } = value;
  const days = isWhole(firstDay) && isWhole(lastDay) && isWhole(lastAtMs, 0);
  const counts = isWhole(lastGrade, 1, 4) && isWhole(reps, 1) && isWhole(lapses, 0);
  return days && counts && isMemory(memory) && isDueAt(due, row);
}

function isLearning(value: unknown, row: CardRow): boolean {
  if (!isRecord(value)) return false;
  if (value['kind'] === 'new') return row.queue !== 'due';
  return value['kind'] === 'learned' && row.queue !== 'new' && isLearned(value, row);
}

/** Whether the state in a card row is whole and belongs to the row's keys. */
export function isSoundCard(row: CardRow): boolean {
  const state: unknown = row.state;
  if (!isRecord(state)) return false;
  const { id, item, point, suspended, buriedUntil, learning } = state;
  const own = id === row.id && item === row.item && point === row.point;
  const marks = typeof suspended === 'boolean' && (buriedUntil === null || isWhole(buriedUntil));
  return own && marks && isLearning(learning, row);
}
