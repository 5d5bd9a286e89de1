/** Answers found the slow way: for each standing review the item is replayed from nothing, once without it and once with it. */
import { studyDayOf } from '#memory/study-day.ts';
import { cardOf, type Learning } from '#review/card-state.ts';
import { compareEvents, type LogEvent, type Reviewed } from '#review/event.ts';
import { splitCardId } from '#review/ids.ts';
import { replayItem, type ReplayContext } from '#review/reduce.ts';

export interface SlowAnswer {
  readonly event: Reviewed;
  readonly day: number;
  readonly isPoint: boolean;
  readonly before: Learning;
  readonly after: Learning;
}

/** Every standing review of a log, in log order. */
export function slowAnswers(log: readonly LogEvent[], context: ReplayContext): SlowAnswer[] {
  const undone = new Set(log.flatMap((event) => (event.type === 'voided' ? [`${event.item} ${event.target}`] : [])));
  const standing = log.filter(({ id, item }) => !undone.has(`${item} ${id}`)).toSorted(compareEvents);
  return standing.flatMap((event, index): SlowAnswer[] => {
    if (event.type !== 'reviewed') return [];
    const earlier = standing.slice(0, index).filter(({ item }) => item === event.item);
    const { point } = splitCardId(event.card);
    const learningAfter = (events: readonly LogEvent[]): Learning =>
      cardOf(replayItem(event.item, events, context), point).learning;
    return [
      {
        event,
        day: studyDayOf(event.atMs, event.offsetMinutes, context.rolloverHour),
        isPoint: point !== null,
        before: learningAfter(earlier),
        after: learningAfter([...earlier, event]),
      },
    ];
  });
}
