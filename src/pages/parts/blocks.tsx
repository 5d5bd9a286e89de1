/** Draws the body of an item: each kind of block with its component. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Block, Inline } from '#bank/blocks.ts';
import { inlinesOf } from '#bank/inlines.ts';
import { later } from '#ui/later.tsx';

/** Tables, code and drawings come with the first fold that is opened, or before it when there is time. */
const Figure = later(async () => (await import('./figure.tsx')).Figure);

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

export function Blocks({ blocks }: { readonly blocks: readonly Block[] }): ReactNode {
  return blocks.map((block, index) => <OneBlock key={index} block={block} />);
}

function Items({ items }: { readonly items: readonly (readonly Block[])[] }): ReactNode {
  return items.map((item, index) => (
    <li key={index}>
      <Blocks blocks={item} />
    </li>
  ));
}

function Heading({ level, runs }: { readonly level: 2 | 3; readonly runs: readonly Inline[] }): ReactNode {
  const Tag = `h${level}` as const;
  return (
    <Tag>
      <Inlines runs={runs} />
    </Tag>
  );
}

function OneBlock({ block }: { readonly block: Block }): ReactNode {
  switch (block.t) {
    case 'p':
      return (
        <p>
          <Inlines runs={block.c} />
        </p>
      );
    case 'h':
      return <Heading level={block.level ?? 3} runs={block.c} />;
    case 'ul':
      return (
        <ul>
          <Items items={block.items} />
        </ul>
      );
    case 'ol':
      return (
        <ol start={block.start}>
          <Items items={block.items} />
        </ol>
      );
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.c} />
        </blockquote>
      );
    default:
      return <Figure block={block} />;
  }
}
