import type { ItemId, Question } from '#bank/item.ts';
import type { MockAnswer } from '#review/mock-record.ts';
import { readItem } from '#storage/read-item.ts';
import { useLive } from '#storage/use-live.ts';

/** The questions of some answers as the bank has them now, by id; undefined until they are read. */
export function useQuestions(answers: readonly Pick<MockAnswer, 'item'>[]): ReadonlyMap<ItemId, Question> | undefined {
  const ids = answers.map(({ item }) => item).join(' ');
  return useLive(
    async ({ db }) => {
      const found = new Map<ItemId, Question>();
      for (const id of ids === '' ? [] : (ids.split(' ') as ItemId[])) {
        const item = await readItem(db, id);
        if (item?.type === 'question') found.set(id, item);
      }
      return found;
    },
    [ids],
  );
}

/** The words of a point; null when the bank has it no more. */
export function pointTextIn(questions: ReadonlyMap<string, Question>, item: string, point: string): string | null {
  return questions.get(item)?.keyPoints.find(({ id }) => id === point)?.text ?? null;
}
