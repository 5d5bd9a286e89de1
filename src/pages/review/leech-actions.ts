/** What a person does with a card that keeps slipping. Each is stored like a grade, and can be taken back. */
import type { StudyDay } from '#memory/study-day.ts';
import type { Buried, LogEvent, Split } from '#review/event.ts';
import { cardIdOf, splitCardId, type CardId } from '#review/ids.ts';
import { studyDayOfStamp } from '#review/record.ts';
import { daysToOpen } from '#review/schedule.ts';
import { stampNow } from '#storage/stamp.ts';
import { dispatch, once, storeMark, type Ready } from './commit.ts';
import { loadAhead } from './load.ts';
import type { Notice } from './store.ts';

async function putAside<E extends LogEvent>(
  card: CardId,
  make: (state: Ready) => E | null,
  noticeOf: (event: E) => Notice,
): Promise<void> {
  const { item, point } = splitCardId(card);
  await once(async (state) => {
    const event = make(state);
    if (!event || !(await storeMark(event, state, noticeOf(event)))) return;
    const { current, queue, steps } = state.session;
    const waiting = [...(current ? [current.card] : []), ...queue, ...steps.map((step) => step.card)];
    const isAside = (each: CardId): boolean => (point === null ? splitCardId(each).item === item : each === card);
    const cards = new Set(waiting.filter(isAside));
    dispatch({ type: 'dropped', cards, nowMs: Date.now() });
    await loadAhead();
  });
}

/** The question rests, and its core points are asked one by one from the next day on that is no holiday. */
export async function askPoints(card: CardId): Promise<void> {
  const { item } = splitCardId(card);
  const eventOf = ({ loaded, environment }: Ready): Split | null => {
    const question = loaded.get(item)?.question;
    if (!question) return null;
    const points = question.keyPoints.filter(({ weight }) => weight === 'core').map(({ id }) => id);
    const stamp = stampNow(environment.device);
    const today = studyDayOfStamp(stamp, environment.settings.rolloverHour);
    const days = daysToOpen(today, environment.policy);
    return { type: 'split', ...stamp, item, card: cardIdOf(item, null), points, ...(days > 1 && { days }) };
  };
  await putAside(card, eventOf, ({ days = 1 }) => ({ kind: 'split', days }));
}

/** The card is not asked for so many days. */
export async function rest(card: CardId, days: number): Promise<void> {
  const eventOf = ({ environment }: Ready): Buried => {
    const stamp = stampNow(environment.device);
    const untilDay = (studyDayOfStamp(stamp, environment.settings.rolloverHour) + days) as StudyDay;
    return { type: 'buried', ...stamp, item: splitCardId(card).item, card, untilDay };
  };
  await putAside(card, eventOf, () => ({ kind: 'rests' }));
}
