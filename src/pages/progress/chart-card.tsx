import { type ReactNode, useRef } from 'react';
import { download } from '#pages/parts/download.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Row } from '#ui/page.tsx';
import { csvOf, fileName, wordsOf, type Cell } from './export.ts';
import { pngOf } from './picture.ts';
import css from './charts.module.css';

export interface ChartTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** What all of it is about, where the chart's title does not say: a heading and a name. */
  readonly of?: readonly [heading: string, name: string];
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
              rows={table.rows.map((row) => row.map(wordsOf))}
            />
            <TakeAlong title={title} table={table} drawing={() => drawing.current} />
          </div>
        </Disclosure>
      )}
    </Card>
  );
}

/** The drawing itself: a field beside it has small ones of its own. */
const CHART = `.${css['chart']}, .${css['square']}`;

interface TakeAlongProps {
  readonly title: string;
  readonly table: ChartTable;
  /** The element with the drawing and its key. */
  readonly drawing: () => HTMLElement | null;
}

function TakeAlong({ title, table, drawing }: TakeAlongProps) {
  const { announce } = useAnnounce();
  const saveTable = (): void => {
    const csv = csvOf(table);
    download(new Blob([csv], { type: 'text/csv;charset=utf-8' }), fileName(title, 'csv'));
  };
  const savePicture = async (frame: HTMLElement, svg: SVGSVGElement): Promise<void> => {
    const heading = table.of ? `${title}: ${table.of[1]}` : title;
    const key = [...frame.querySelectorAll('li')].map(({ textContent }) => textContent.trim());
    try {
      download(await pngOf(svg, heading, key.join(' · ')), fileName(title, 'png'));
    } catch {
      announce('This browser could not make the picture. The table is still there as CSV.', 'assertive');
    }
  };
  const press = (): void => {
    const frame = drawing();
    const svg = frame?.querySelector<SVGSVGElement>(CHART);
    if (frame && svg) void savePicture(frame, svg);
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
