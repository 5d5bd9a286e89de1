/** A key point in a person's memory, in words. */
import type { StudyDay } from '#memory/study-day.ts';
import { dayInWords } from '#pages/parts/format.ts';
import { pastDayInWords } from '#pages/parts/standing.ts';
import type { CardState, Learned } from '#review/card-state.ts';

export interface PointMemory {
  readonly kind: 'notAsked' | 'recalled' | 'missed';
  readonly words: string;
}

/** `Not yet asked`, `Recalled on Thursday`, `Missed on 12 November, comes back tomorrow`. */
export function pointMemory(card: CardState, today: StudyDay): PointMemory {
  const { learning } = card;
  if (learning.kind === 'new') return { kind: 'notAsked', words: 'Not yet asked' };
  const kind = learning.lastGrade === 1 ? 'missed' : 'recalled';
  const past = pastDayInWords(learning.lastDay, today);
  const ahead = card.suspended ? '' : comesBack(learning, today);
  return { kind, words: `${kind === 'missed' ? 'Missed' : 'Recalled'} ${past}${ahead}` };
}

function comesBack({ due }: Learned, today: StudyDay): string {
  if (due.kind === 'unscheduled') return '';
  return due.day <= today ? ', due today' : `, comes back ${dayInWords(due.day, today)}`;
}
