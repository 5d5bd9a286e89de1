import { Fragment, type ReactNode } from 'react';
import type { Block } from '#bank/blocks.ts';
import type { Sheet } from '#bank/item.ts';
import { Blocks } from '#pages/parts/blocks.tsx';
import { Inlines } from '#pages/parts/line.tsx';
import { useTabletUp } from '#pages/parts/use-wide.ts';
import { Prose } from '#ui/prose.tsx';
import { StackedTable } from './stacked-table.tsx';
import css from './page.module.css';

type Heading = Extract<Block, { t: 'h' }>;

interface Part {
  readonly heading: Heading | null;
  readonly blocks: readonly Block[];
}

function partsOf(body: readonly Block[]): Part[] {
  const parts: { heading: Heading | null; blocks: Block[] }[] = [{ heading: null, blocks: [] }];
  for (const block of body) {
    if (block.t === 'h' && block.level === 2) parts.push({ heading: block, blocks: [] });
    else parts.at(-1)?.blocks.push(block);
  }
  return parts;
}

export interface SheetBodyProps {
  readonly sheet: Sheet;
  readonly deeds: ReactNode;
  readonly note: ReactNode;
}

/** A table to look at, and what belongs to it. */
export function SheetBody({ sheet, deeds, note }: SheetBodyProps) {
  const parts = partsOf(sheet.body).map(({ heading, blocks }, index) => (
    <section key={index} className={css['sheetPart']}>
      {heading && (
        <h2 className={css['heading']}>
          <Inlines runs={heading.c} />
        </h2>
      )}
      <Fitting blocks={blocks} />
    </section>
  ));
  return (
    <>
      {deeds}
      {parts[0]}
      {note}
      {parts.slice(1)}
    </>
  );
}

/** On a phone a row of a wide table becomes a small card, so that nothing has to be pushed sideways; paper has room for the table. */
function Fitting({ blocks }: { readonly blocks: readonly Block[] }) {
  const roomy = useTabletUp();
  return blocks.map((block, index) => {
    const whole = (
      <Prose key={index} className={css['sheetProse'] ?? ''}>
        <Blocks blocks={[block]} />
      </Prose>
    );
    if (roomy || block.t !== 'table' || block.head.length <= 2) return whole;
    return (
      <Fragment key={index}>
        <StackedTable table={block} />
        <div hidden className={css['paper']}>
          {whole}
        </div>
      </Fragment>
    );
  });
}
