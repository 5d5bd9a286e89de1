/** How deep a question is read: by the time that there is. */
import { linesOf, countWords, plainOf, inlinesOf } from '#bank/text.ts';
import { QUESTION_LAYERS, type Question, type QuestionLayer } from '#bank/item.ts';

export const ZOOMS = ['30s', '2min', '10min'] as const;
export type Zoom = (typeof ZOOMS)[number];

/** Words that a quiet reader of technical prose takes in within a minute. */
const WORDS_PER_MINUTE = 220;
const SHORT_READ_MINUTES = 2;

/** In which order the layers are worth a reader's time. */
const WORTH: readonly QuestionLayer[] = ['mistakes', 'realWorld', 'wants', 'production', 'deepDive', 'minute'];

function wordsOf(question: Question, layer: QuestionLayer): number {
  return countWords(linesOf(question.layers[layer]).join(' '));
}

/**
 * The layers that are open at a depth: none in half a minute, when the spoken answer is enough; in two minutes those that can
 * be read beside the answer and its points in that time, at least one; in ten all.
 */
export function layersAt(question: Question, zoom: Zoom): ReadonlySet<QuestionLayer> {
  if (zoom === '30s') return new Set();
  if (zoom === '10min') return new Set(QUESTION_LAYERS);
  const points = question.keyPoints.map(({ text }) => plainOf(inlinesOf(text)));
  let left = WORDS_PER_MINUTE * SHORT_READ_MINUTES - countWords([...linesOf(question.answer), ...points].join(' '));
  const open = new Set<QuestionLayer>();
  for (const layer of WORTH) {
    const words = wordsOf(question, layer);
    if (words > left && open.size > 0) continue;
    open.add(layer);
    left -= words;
  }
  return open;
}
