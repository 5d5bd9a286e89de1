/** What happened to a question, in words: the latest first, without what was taken back. */
import type { Question } from '#bank/item.ts';
import { studyDayOf, type StudyDay } from '#memory/study-day.ts';
import { fullDay, pastDayInWords } from '#pages/parts/standing.ts';
import { compareEvents, type LogEvent, type Reviewed } from '#review/event.ts';
import { splitCardId } from '#review/ids.ts';

export interface HistoryLine {
  readonly id: string;
  /** `today`, `Thursday`, `12 November`. */
  readonly day: string;
  readonly words: string;
}

const GRADES = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' } as const;

/** `Good, 34 s, 3 of 5 points`; of a single point its question in front. */
function reviewInWords({ card, grade, tookMs, points }: Reviewed, question: Question): string {
  const { point } = splitCardId(card);
  const prompt =
    point === null ? null : (question.keyPoints.find(({ id }) => id === point)?.prompt ?? 'a single point');
  const said = points.length === 0 ? [] : [`${points.filter(({ hit }) => hit).length} of ${points.length} points`];
  const took = tookMs === 0 ? [] : [`${Math.round(tookMs / 1000)} s`];
  return [GRADES[grade], ...took, ...said].join(', ') + (prompt === null ? '' : `: ${prompt}`);
}

function wordsOf(event: LogEvent, question: Question): string | null {
  switch (event.type) {
    case 'reviewed':
      return reviewInWords(event, question);
    case 'suspended':
      return event.on ? 'Suspended' : 'Back in the schedule';
    case 'buried':
      return `Set aside until ${fullDay(event.untilDay)}`;
    case 'reset':
      return 'Memory reset';
    case 'split':
      return 'Its points are asked one by one';
    case 'rescheduled':
      return 'Due date set';
    default:
      return null;
  }
}

/** The lines of a question's history, seen on a day. */
export function historyLines(
  question: Question,
  events: readonly LogEvent[],
  today: StudyDay,
  rolloverHour: number,
): HistoryLine[] {
  const voided = new Set(events.flatMap((event) => (event.type === 'voided' ? [event.target] : [])));
  return events
    .filter(({ id }) => !voided.has(id))
    .toSorted((a, b) => compareEvents(b, a))
    .flatMap((event) => {
      const words = wordsOf(event, question);
      if (words === null) return [];
      const day = pastDayInWords(studyDayOf(event.atMs, event.offsetMinutes, rolloverHour), today);
      return [{ id: event.id, day: day.replace(/^on /u, ''), words }];
    });
}
