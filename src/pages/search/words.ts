/** The search's own words: why something was found, and how much. */
import type { Place } from '#search/document.ts';
import type { Reason } from '#search/excerpt.ts';
import type { SearchAnswer } from '#storage/search-answer.ts';
import { countOf } from '#pages/parts/format.ts';

const PLACES: Readonly<Record<Place, string>> = {
  answer: 'In the answer',
  keyPoint: 'In a key point',
  followUp: 'In a follow-up',
  phrase: 'In its phrase',
  message: 'In the message',
  stage: 'In a stage',
  row: 'In a row',
  text: 'In the text',
  code: 'In the code',
  note: 'In your note',
  deepDive: 'In the deep dive',
  realWorld: 'In the real world',
  mistakes: 'In common mistakes',
  production: 'In production',
  wants: 'In what the interviewer wants',
  minute: 'In the one-minute summary',
  symptom: 'In the symptom',
  cause: 'In the root cause',
  fix: 'In the fix',
  verify: 'In how to verify',
  wrongFixes: 'In wrong fixes',
  prevention: 'In prevention',
  adapt: 'In how to adapt it',
  pitfalls: 'In the pitfalls',
};

/** Why something was found, where the title does not say it. */
export function reasonInWords(reason: Reason): string | null {
  switch (reason.kind) {
    case 'title':
      return null;
    case 'alias':
      return `Also called ${reason.text}`;
    case 'tag':
      return `Tagged ${reason.text}`;
    case 'text':
      return PLACES[reason.place];
    case 'about':
      return null;
  }
}

/** `16 entries found, 8 shown`, `16 entries found; read as idempotency`, `Nothing has all of these words; 4 come near`. */
export function foundInWords({ total, hits, partial, corrected, unknown, pasted }: SearchAnswer): string {
  if (total === 0) return 'Nothing found';
  const shown = hits.length < total ? `, ${hits.length} shown` : '';
  if (partial && pasted)
    return `${countOf(total, 'entry', 'entries')} come near what was pasted, the likeliest first${shown}`;
  if (partial) return `Nothing has all of these words; ${total} come near${shown}`;
  const read = corrected.map(({ used }) => used);
  const readAs = read.length === 0 ? '' : `; read as ${read.join(', ')}`;
  const without = unknown.length === 0 ? '' : `; nothing has ${unknown.slice(0, 3).join(', ')}`;
  return `${countOf(total, 'entry', 'entries')} found${shown}${readAs}${without}`;
}
