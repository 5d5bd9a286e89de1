/** The blocks that are more than running text: tables, code, drawings. Loaded apart from the rest. */
import type { ReactNode } from 'react';
import type { Block } from '#bank/blocks.ts';
import { Callout } from '#ui/callout.tsx';
import { CodeView } from '#ui/code-view.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Flow } from '#ui/flow.tsx';
import { PairView } from '#ui/pair-view.tsx';
import { Timeline } from '#ui/timeline.tsx';
import { Blocks } from './blocks.tsx';
import { Inlines, Line } from './line.tsx';

export type FigureBlock = Exclude<Block, { t: 'p' | 'h' | 'ul' | 'ol' | 'quote' }>;

export function Figure({ block }: { readonly block: FigureBlock }): ReactNode {
  switch (block.t) {
    case 'callout':
      return (
        <Callout kind={block.kind} title={lineOf(block.title)}>
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
          title={<Line text={block.title} />}
          rows={block.rows.map(({ at, who, what, state }) => ({
            at,
            who,
            what: <Line text={what} />,
            ...(state === undefined ? {} : { state: <Line text={state} /> }),
          }))}
        />
      );
    case 'flow':
      return <Flow title={<Line text={block.title} />} nodes={block.nodes} edges={block.edges} />;
  }
}

function lineOf(text: string | undefined): ReactNode {
  return text === undefined ? undefined : <Line text={text} />;
}

function Table({ block }: { readonly block: Extract<Block, { t: 'table' }> }): ReactNode {
  return (
    <DataTable
      caption={lineOf(block.caption)}
      align={block.align}
      head={block.head.map((cell, index) => (
        <Inlines key={index} runs={cell} />
      ))}
      rows={block.rows.map((row) => row.map((cell, index) => <Inlines key={index} runs={cell} />))}
    />
  );
}
