/** Cards as one short text: twenty thousand rows take a third of a second to read, a text of them a tenth of that. */
import type { ItemId, PointId } from '#bank/item.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { newCard, type CardState, type DueAt, type Learned } from '#review/card-state.ts';

type Due = readonly [] | readonly [day: number] | readonly [day: number, atMs: number];

/** A learned card without the names of its fields. */
type Packed = readonly [
  item: string,
  point: string | null,
  stability: number,
  difficulty: number,
  firstDay: number,
  lastDay: number,
  lastAtMs: number,
  lastGrade: Learned['lastGrade'],
  due: Due,
  reps: number,
  lapses: number,
  suspended: 0 | 1,
  buriedUntil: number | null,
  overconfident: 0 | 1,
];

function packDue(due: DueAt): Due {
  if (due.kind === 'unscheduled') return [];
  return due.kind === 'day' ? [due.day] : [due.day, due.atMs];
}

function unpackDue([day, atMs]: Due): DueAt {
  if (day === undefined) return { kind: 'unscheduled' };
  return atMs === undefined ? { kind: 'day', day: day as StudyDay } : { kind: 'moment', atMs, day: day as StudyDay };
}

function pack({ item, point, learning, suspended, buriedUntil }: CardState): Packed[] {
  if (learning.kind === 'new') return [];
  const { memory, firstDay, lastDay, lastAtMs, lastGrade, due, reps, lapses } = learning;
  const { stability, difficulty } = memory;
  const when = [firstDay, lastDay, lastAtMs, lastGrade] as const;
  const rest = [reps, lapses, suspended ? 1 : 0, buriedUntil, learning.overconfident ? 1 : 0] as const;
  return [[item, point, stability, difficulty, ...when, packDue(due), ...rest]];
}

function unpack(packed: Packed): CardState {
  const [
    item,
    point,
    stability,
    difficulty,
    firstDay,
    lastDay,
    lastAtMs,
    lastGrade,
    due,
    reps,
    lapses,
    off,
    buried,
    misjudged,
  ] = packed;
  return {
    ...newCard(item as ItemId, point as PointId | null),
    learning: {
      kind: 'learned',
      memory: { stability, difficulty },
      firstDay: firstDay as StudyDay,
      lastDay: lastDay as StudyDay,
      lastAtMs,
      lastGrade,
      due: unpackDue(due),
      reps,
      lapses,
      ...(misjudged === 1 && { overconfident: true }),
    },
    suspended: off === 1,
    buriedUntil: buried as StudyDay | null,
  };
}

/** All cards that were learned, as a text. Others are left out. */
export function packCards(cards: Iterable<CardState>): string {
  return JSON.stringify([...cards].flatMap(pack));
}

/** The cards of a text that `packCards` made. */
export function unpackCards(text: string): CardState[] {
  return (JSON.parse(text) as Packed[]).map(unpack);
}
