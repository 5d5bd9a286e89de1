import type { TableBlock } from '#bank/blocks.ts';
import { Inlines, Line } from '#pages/parts/line.tsx';
import css from './stacked-table.module.css';

/** A table whose rows stand under one another: the first two cells as a heading, the others with the names of their columns. Not for paper. */
export function StackedTable({ table }: { readonly table: TableBlock }) {
  const { caption, head, rows } = table;
  return (
    <figure className={css['stacked']}>
      {caption !== undefined && (
        <figcaption className={css['caption']}>
          <Line text={caption} />
        </figcaption>
      )}
      <ul className={css['rows']}>
        {rows.map(([first = [], second = [], ...rest], index) => (
          <li key={index} className={css['row']}>
            <p className={css['head']}>
              <strong>
                <Inlines runs={first} />
              </strong>{' '}
              <Inlines runs={second} />
            </p>
            <dl className={css['cells']}>
              {rest.map((cell, column) => (
                <div key={column}>
                  <dt>
                    <Inlines runs={head[column + 2] ?? []} />
                  </dt>
                  <dd>
                    <Inlines runs={cell} />
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </figure>
  );
}
