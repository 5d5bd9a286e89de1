import { type ReactNode, useId, useRef } from 'react';
import css from './data-table.module.css';
import { useScrolls } from './scrolls.ts';

export interface DataTableProps {
  readonly caption?: ReactNode;
  readonly align: readonly ('left' | 'center' | 'right' | null)[];
  readonly head: readonly ReactNode[];
  readonly rows: readonly (readonly ReactNode[])[];
}

/** A table that scrolls inside its own frame when it must, with its first column held in sight. */
export function DataTable({ caption, align, head, rows }: DataTableProps) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const scrolls = useScrolls(frame);
  const side = (column: number) => align[column] ?? undefined;
  const region = caption === undefined ? { 'aria-label': 'Table, scrolls sideways' } : { 'aria-labelledby': id };
  return (
    <div
      className={css['frame']}
      ref={frame}
      data-scrolls={scrolls}
      {...(scrolls ? { tabIndex: 0, role: 'region', ...region } : {})}
    >
      <table className={css['table']}>
        {caption === undefined ? null : (
          <caption className={css['caption']} id={id}>
            {caption}
          </caption>
        )}
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th key={column} scope="col" data-align={side(column)}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row" data-align={side(column)}>
                    {cell}
                  </th>
                ) : (
                  <td key={column} data-align={side(column)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
