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
  /** Asks for the answer to what stands in the box; one that is at hand is drawn with the letter itself. */
  readonly ask: (text: string) => void;
  /** Asks for the answer to what will stand there, if it is not at hand: the worker looks while the browser writes the letter. */
  readonly askAhead: (text: string) => void;
}

/** Asks with every change of the text; the last answer stays until the next is there. */
export function useAnswer(text: string, today: StudyDay, most: number): Answering {
  const [inHand, setInHand] = useState<AnswerInHand>(NONE);
  const asked = useRef('');
  const question = JSON.stringify([text, today, most]);
  const ask = (next: string, draw = drawAtOnce): void => {
    const own = JSON.stringify([next, today, most]);
    if (asked.current === own) return;
    asked.current = own;
    const search = searchOf(getStorage().db);
    if (next.trim() === '') {
      setInHand(NONE);
      search.lookAhead({ text: next, today, most });
      return;
    }
    const take = (news: SearchNews): void => {
      if (own !== asked.current) return;
      setInHand(news.kind === 'failed' ? { answer: null, failed: news.detail } : { answer: news.answer, failed: null });
    };
    let drawn = false;
    search.ask({ text: next, today, most }, (news) => {
      // The first at once: what else the letter set off in the browser would come before it. Excerpts follow when that is painted.
      if (drawn) afterPaint(() => startTransition(() => take(news)));
      else draw(() => take(news));
      drawn = true;
    });
  };
  const askAhead = (next: string): void => {
    if (!searchOf(getStorage().db).holds({ text: next, today, most })) ask(next);
  };
  const askOnce = useEffectEvent((wanted: string) => {
    // React is drawing already.
    if (asked.current !== wanted) ask(text, (change) => change());
  });
  useEffect(() => {
    searchOf(getStorage().db).refresh();
    return () => {
      asked.current = '';
    };
  }, []);
  // Before any letter: what was asked for one is not asked away again.
  useLayoutEffect(() => askOnce(question), [question]);
  return { ...inHand, ask, askAhead };
}
