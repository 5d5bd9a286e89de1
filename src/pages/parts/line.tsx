/** Text of one line: runs with their marks, as a title or inside a block. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Inline } from '#bank/blocks.ts';
import { inlinesOf } from '#bank/inlines.ts';

/** Runs of text inside a block. Positions are stable: an item's text never changes while it is shown. */
export function Inlines({ runs }: { readonly runs: readonly Inline[] }): ReactNode {
  return runs.map((run, index) => <Run key={index} run={run} />);
}

function Run({ run }: { readonly run: Inline }): ReactNode {
  if (typeof run === 'string') return run;
  switch (run.t) {
    case 'strong':
      return (
        <strong>
          <Inlines runs={run.c} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <Inlines runs={run.c} />
        </em>
      );
    case 'code':
      return <code>{run.text}</code>;
    case 'link':
      return (
        <a href={run.href} target="_blank" rel="noreferrer">
          <Inlines runs={run.c} />
        </a>
      );
    case 'item':
      return (
        <Link to={`/q/${run.id}`}>
          <Inlines runs={run.c} />
        </Link>
      );
    case 'br':
      return <br />;
  }
}

/** A one-line text that may mark `code` with backticks: titles, key points, prompts. */
export function Line({ text }: { readonly text: string }): ReactNode {
  return <Inlines runs={inlinesOf(text)} />;
}
