/** Draws the body of an item: each kind of block with its component. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Block, Inline } from '#bank/blocks.ts';
import { inlinesOf } from '#bank/text.ts';
import { Callout } from '#ui/callout.tsx';
import { CodeView } from '#ui/code-view.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Flow } from '#ui/flow.tsx';
import { PairView } from '#ui/pair-view.tsx';
import { Timeline } from '#ui/timeline.tsx';

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

function OneBlock({ block }: { readonly block: Block }): ReactNode {
  switch (block.t) {
    case 'p':
      return (
        <p>
          <Inlines runs={block.c} />
        </p>
      );
    case 'h':
      return (
        <h3>
          <Inlines runs={block.c} />
        </h3>
      );
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

type FigureBlock = Exclude<Block, { t: 'p' | 'h' | 'ul' | 'ol' | 'quote' }>;

function Figure({ block }: { readonly block: FigureBlock }): ReactNode {
  switch (block.t) {
    case 'callout':
      return (
        <Callout kind={block.kind} title={block.title}>
          <Blocks blocks={block.c} />
        </Callout>
      );
    case 'table':
      return <Table block={block} />;
    case 'code':
      return <CodeView {...block} />;
    case 'pair':
      return <PairView bad={block.bad} good={block.good} />;
    case 'timeline':
      return (
        <Timeline
          title={block.title}
          rows={block.rows.map(({ at, who, what, state }) => ({
            at,
            who,
            what: <Line text={what} />,
            ...(state === undefined ? {} : { state: <Line text={state} /> }),
          }))}
        />
      );
    case 'flow':
      return <Flow title={block.title} nodes={block.nodes} edges={block.edges} />;
  }
}

function Table({ block }: { readonly block: Extract<Block, { t: 'table' }> }): ReactNode {
  return (
    <DataTable
      caption={block.caption}
      align={block.align}
      head={block.head.map((cell, index) => (
        <Inlines key={index} runs={cell} />
      ))}
      rows={block.rows.map((row) => row.map((cell, index) => <Inlines key={index} runs={cell} />))}
    />
  );
}
