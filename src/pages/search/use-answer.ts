import { startTransition, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { StudyDay } from '#memory/study-day.ts';
import { getStorage } from '#storage/current.ts';
import { searchOf, type SearchNews } from '#storage/search.ts';
import type { SearchAnswer } from '#storage/search-answer.ts';
import { afterPaint } from '#ui/after-paint.ts';
import { drawAtOnce } from '#ui/draw-at-once.ts';

export interface AnswerInHand {
  /** The last answer that came; it may still be that to an earlier text. Null under an empty box. */
  readonly answer: SearchAnswer | null;
  readonly failed: string | null;
}

const NONE: AnswerInHand = { answer: null, failed: null };

/** Whether what is in hand belongs to a text. The page's own may still be empty while there are answers to the first letters. */
export function isSettled(text: string, { answer, failed }: AnswerInHand): boolean {
  return failed !== null || (answer === null ? text.trim() === '' : answer.text === text);
}

/** The last answer, and what asks for one ahead of the text's change. */
export interface Answering extends AnswerInHand {
  /** The worker looks while the page still draws the letter that was typed. */
  readonly ask: (text: string) => void;
}

/** Asks with every change of the text; the last answer stays until the next is there. */
export function useAnswer(text: string, today: StudyDay, most: number): Answering {
  const [inHand, setInHand] = useState<AnswerInHand>(NONE);
  const asked = useRef('');
  const question = JSON.stringify([text, today, most]);
  const ask = (next: string): void => {
    const own = JSON.stringify([next, today, most]);
    if (asked.current === own) return;
    asked.current = own;
    if (next.trim() === '') {
      setInHand(NONE);
      return;
    }
    const take = (news: SearchNews): void => {
      if (own !== asked.current) return;
      setInHand(news.kind === 'failed' ? { answer: null, failed: news.detail } : { answer: news.answer, failed: null });
    };
    let drawn = false;
    searchOf(getStorage().db).ask({ text: next, today, most }, (news) => {
      // The first at once: what else the letter set off in the browser would come before it. Excerpts follow when that is painted.
      if (drawn) afterPaint(() => startTransition(() => take(news)));
      else drawAtOnce(() => take(news));
      drawn = true;
    });
  };
  const askOnce = useEffectEvent((wanted: string) => {
    if (asked.current !== wanted) ask(text);
  });
  useEffect(() => {
    searchOf(getStorage().db).refresh();
    return () => {
      asked.current = '';
    };
  }, []);
  // Before any letter: what was asked for one is not asked away again.
  useLayoutEffect(() => askOnce(question), [question]);
  return { ...inHand, ask };
}
