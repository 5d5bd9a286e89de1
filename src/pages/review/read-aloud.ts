import { linesOf } from '#bank/text.ts';
import { currentContent } from './commit.ts';
import { toggleSpeech } from './speech.ts';
import { useReview } from './store.ts';

/** Reads what is on screen: the question, or once it is shown the answer. */
export function readAloud(): void {
  const state = useReview.getState();
  const content = currentContent(state);
  if (!content) return;
  const { question, point } = content;
  const asking = state.session?.current?.phase === 'asking';
  const ask = point?.prompt ?? question.title;
  const answer = point ? point.text : linesOf(question.answer).join(' ');
  toggleSpeech((asking ? ask : answer).replaceAll('`', ''));
}
