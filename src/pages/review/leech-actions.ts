/** What a person does with a card that keeps slipping. Each is stored like a grade, and can be taken back. */
import type { StudyDay } from '#memory/study-day.ts';
import type { LogEvent } from '#review/event.ts';
import { cardIdOf, splitCardId, type CardId } from '#review/ids.ts';
import { studyDayOfStamp } from '#review/record.ts';
import { stampNow } from '#storage/stamp.ts';
import { dispatch, once, storeMark, type Ready } from './commit.ts';
import { loadAhead } from './load.ts';
import type { Notice } from './store.ts';

async function putAside(card: CardId, make: (state: Ready) => LogEvent | null, notice: Notice): Promise<void> {
  const { item, point } = splitCardId(card);
  await once(async (state) => {
    const event = make(state);
    if (!event || !(await storeMark(event, state, notice))) return;
    const { current, queue, steps } = state.session;
    const waiting = [...(current ? [current.card] : []), ...queue, ...steps.map((step) => step.card)];
    const isAside = (each: CardId): boolean => (point === null ? splitCardId(each).item === item : each === card);
    const cards = new Set(waiting.filter(isAside));
    dispatch({ type: 'dropped', cards, nowMs: Date.now() });
    await loadAhead();
  });
}

/** The question rests, and its core points are asked one by one from tomorrow. */
export async function askPoints(card: CardId): Promise<void> {
  const { item } = splitCardId(card);
  const eventOf = ({ loaded, environment }: Ready): LogEvent | null => {
    const question = loaded.get(item)?.question;
    if (!question) return null;
    const points = question.keyPoints.filter(({ weight }) => weight === 'core').map(({ id }) => id);
    return { type: 'split', ...stampNow(environment.device), item, card: cardIdOf(item, null), points };
  };
  await putAside(card, eventOf, { kind: 'split' });
}

/** The card is not asked for so many days. */
export async function rest(card: CardId, days: number): Promise<void> {
  const eventOf = ({ environment }: Ready): LogEvent => {
    const stamp = stampNow(environment.device);
    const untilDay = (studyDayOfStamp(stamp, environment.settings.rolloverHour) + days) as StudyDay;
    return { type: 'buried', ...stamp, item: splitCardId(card).item, card, untilDay };
  };
  await putAside(card, eventOf, { kind: 'rests' });
}
