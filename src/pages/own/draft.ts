/** A question of one's own while it is written: as its form has it, and what of it cannot be saved yet. */
import type { ItemId } from '#bank/item.ts';
import type { Tier } from '#bank/tier.ts';
import { OWN_LIMITS, OWN_TOPIC, type OwnPoint, type OwnQuestion } from '#review/own-question.ts';
import { newOwnPointId } from '#storage/own-questions.ts';

export interface Draft {
  readonly title: string;
  readonly answer: string;
  /** The last one is empty while there is room: a line to write on. */
  readonly points: readonly OwnPoint[];
  readonly topic: string;
  readonly tier: Tier;
}

function newPoint(points: readonly OwnPoint[]): OwnPoint {
  return { id: newOwnPointId(), text: '', core: points.length < 3 };
}

/** With one empty line at the end, where there is room. */
function withRoom(points: readonly OwnPoint[]): readonly OwnPoint[] {
  const full = points.length >= OWN_LIMITS.points || points.at(-1)?.text === '';
  return full ? points : [...points, newPoint(points)];
}

export function emptyDraft(title: string): Draft {
  return { title, answer: '', points: withRoom([]), topic: OWN_TOPIC, tier: 'mid' };
}

export function draftOf({ title, answer, points, topic, tier }: OwnQuestion): Draft {
  return { title, answer, points: withRoom(points), topic, tier };
}

/** The draft with a point changed. */
export function withPoint(draft: Draft, index: number, over: Partial<OwnPoint>): Draft {
  const points = draft.points.map((point, each) => (each === index ? { ...point, ...over } : point));
  return { ...draft, points: withRoom(points) };
}

export interface DraftFaults {
  readonly title?: string;
  readonly answer?: string;
  readonly points?: string;
}

const isWritten = ({ text }: OwnPoint): boolean => text.trim() !== '';

/** What must be mended before it can be saved; without members when nothing must. */
export function faultsOf({ title, answer, points }: Draft): DraftFaults {
  return {
    ...(title.trim() === '' && { title: 'Write the question.' }),
    ...(answer.trim() === '' && { answer: 'Write what you would say.' }),
    ...(!points.some(isWritten) && { points: 'Write at least one point: it is what you tick.' }),
  };
}

/** The question of a sound draft; points without words are left out. */
export function ownOf(draft: Draft, id: ItemId): OwnQuestion {
  const points = draft.points.filter(isWritten).map((point) => ({ ...point, text: point.text.trim() }));
  return { ...draft, id, title: draft.title.trim(), answer: draft.answer.trim(), points };
}
