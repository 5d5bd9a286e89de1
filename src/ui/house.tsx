import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Hidden } from './hidden.tsx';
import css from './house.module.css';
import { type Rung, TierLamp } from './tier-lamp.tsx';

export interface WindowProps {
  /** How brightly it is lit, 0 to 1. */
  readonly level: number;
  /** Going out soon: its frame is dashed. */
  readonly fading?: boolean;
  /** In words; without it the window is a mere picture. */
  readonly label?: string;
}

/** One window of the house at night: the brighter the glass and the longer the lit sill, the higher the level. */
export function Window({ level, fading = false, label }: WindowProps) {
  const lit = Math.min(1, Math.max(0, level));
  return (
    <span
      className={cx(css['window'], fading && css['fading'], lit < 0.02 && css['dark'])}
      style={{ ['--level' as string]: lit }}
      title={label}
    >
      <span className={css['glass']} aria-hidden="true" />
      <span className={css['sill']} aria-hidden="true" />
      {label === undefined ? null : <Hidden>{label}</Hidden>}
    </span>
  );
}

export interface HouseCell extends WindowProps {
  readonly label: string;
}

export interface HouseRow {
  readonly id: string;
  readonly name: ReactNode;
  /** One for each rung, in order; null where there is nothing to learn. */
  readonly cells: readonly (HouseCell | null)[];
}

export interface HouseProps {
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly tiers: readonly { readonly rung: Rung; readonly word: string }[];
  readonly rows: readonly HouseRow[];
  /** Wraps a window, in a link for example; the window's words are its name. */
  readonly renderCell?: (window: ReactNode, row: HouseRow, column: number) => ReactNode;
}

/** The house at night: a table with a row for each topic, a column for each tier, a window in each cell. */
export function House({ caption, showCaption = false, tiers, rows, renderCell }: HouseProps) {
  return (
    <table className={css['house']}>
      <caption className={css['caption']}>{showCaption ? caption : <Hidden>{caption}</Hidden>}</caption>
      <thead>
        <tr>
          <th scope="col">
            <Hidden>Topic</Hidden>
          </th>
          {tiers.map(({ rung, word }) => (
            <th key={rung} scope="col" className={css['tier']} title={word}>
              <TierLamp rung={rung} word={word} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className={css['name']}>
              {row.name}
            </th>
            {tiers.map(({ rung }, column) => {
              const cell = row.cells[column];
              if (cell === undefined || cell === null) {
                return (
                  <td key={rung} className={css['cell']}>
                    <Hidden>nothing here</Hidden>
                  </td>
                );
              }
              const pane = <Window level={cell.level} fading={cell.fading ?? false} label={cell.label} />;
              return (
                <td key={rung} className={css['cell']}>
                  {renderCell === undefined ? pane : renderCell(pane, row, column)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
