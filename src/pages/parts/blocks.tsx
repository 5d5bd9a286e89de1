/** Draws the body of an item: each kind of block with its component. */
import type { ReactNode } from 'react';
import type { Block, Inline } from '#bank/blocks.ts';
import { later } from '#ui/later.tsx';
import { Inlines } from './line.tsx';

/** Tables, code and drawings come with the first fold that is opened, or before it when there is time. */
const Figure = later(async () => (await import('./figure.tsx')).Figure);

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
