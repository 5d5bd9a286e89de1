import { useEffect, useEffectEvent, useState } from 'react';
import type { StudyDay } from '#memory/study-day.ts';
import { getStorage } from '#storage/current.ts';
import { searchOf, type SearchNews } from '#storage/search.ts';
import type { SearchAnswer } from '#storage/search-answer.ts';

export interface AnswerInHand {
  /** The last answer that came; it may still be that to an earlier text. */
  readonly answer: SearchAnswer | null;
  readonly failed: string | null;
}

const NONE: AnswerInHand = { answer: null, failed: null };

/** Asks with every change of the text; the last answer stays until the next is there. */
export function useAnswer(text: string, today: StudyDay, most: number): AnswerInHand {
  const [inHand, setInHand] = useState<AnswerInHand>(NONE);
  const empty = text.trim() === '';
  const take = useEffectEvent((news: SearchNews) => {
    if (news.kind === 'failed') setInHand({ answer: null, failed: news.detail });
    else setInHand({ answer: news.answer, failed: null });
  });
  useEffect(() => {
    searchOf(getStorage().db).refresh();
  }, []);
  useEffect(() => {
    if (empty) return undefined;
    let left = false;
    searchOf(getStorage().db).ask({ text, today, most }, (news) => {
      if (!left) take(news);
    });
    return () => {
      left = true;
    };
  }, [text, empty, today, most]);
  return empty ? NONE : inHand;
}
