import { type ReactNode, useRef } from 'react';
import { download } from '#pages/parts/download.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Row } from '#ui/page.tsx';
import { csvOf, fileName, pngOf, type Cell } from './export.ts';
import css from './charts.module.css';

export interface ChartTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface ChartCardProps {
  readonly title: string;
  readonly aside?: ReactNode;
  /** What the chart means. */
  readonly sentence: ReactNode;
  /** The drawing, and what belongs beside it. */
  readonly children: ReactNode;
  /** The numbers behind it; nothing to unfold or take along while there are none. */
  readonly table: ChartTable | null;
}

/** A chart: a sentence, the drawing, and the table behind it, which can be taken along. */
export function ChartCard({ title, aside, sentence, children, table }: ChartCardProps) {
  const drawing = useRef<HTMLDivElement>(null);
  return (
    <Card level={3} title={title} aside={aside}>
      <Muted>{sentence}</Muted>
      <div ref={drawing} className={css['drawing']}>
        {children}
      </div>
      {table && table.rows.length > 0 && (
        <Disclosure summary="As a table">
          <div className={css['folded']}>
            <DataTable
              caption={table.caption}
              align={table.head.map((_, column) => (column === 0 ? 'left' : 'right'))}
              head={table.head}
              rows={table.rows}
            />
            <TakeAlong title={title} table={table} drawing={() => drawing.current?.querySelector('svg') ?? null} />
          </div>
        </Disclosure>
      )}
    </Card>
  );
}

interface TakeAlongProps {
  readonly title: string;
  readonly table: ChartTable;
  readonly drawing: () => SVGSVGElement | null;
}

function TakeAlong({ title, table, drawing }: TakeAlongProps) {
  const { announce } = useAnnounce();
  const saveTable = (): void => {
    const csv = csvOf(table.head, table.rows);
    download(new Blob([csv], { type: 'text/csv;charset=utf-8' }), fileName(title, 'csv'));
  };
  const savePicture = async (svg: SVGSVGElement): Promise<void> => {
    try {
      download(await pngOf(svg, title), fileName(title, 'png'));
    } catch {
      announce('This browser could not make the picture. The table is still there as CSV.', 'assertive');
    }
  };
  const press = (): void => {
    const svg = drawing();
    if (svg) void savePicture(svg);
  };
  return (
    <Row>
      <Button icon="download" onClick={saveTable}>
        CSV
      </Button>
      <Button icon="download" onClick={press}>
        PNG
      </Button>
    </Row>
  );
}
