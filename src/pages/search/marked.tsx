import type { ReactNode } from 'react';
import type { Range } from '#search/matcher.ts';

/** A text with its matches marked. */
export function Marked({ text, ranges }: { readonly text: string; readonly ranges: readonly Range[] }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [place, [start, end]] of ranges.entries()) {
    parts.push(text.slice(at, start), <mark key={place}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
