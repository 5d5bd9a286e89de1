import { useMemo } from 'react';
import { codeOf } from '#exchange/qr.ts';
import css from './partner.module.css';

export interface CodeProps {
  readonly text: string;
  /** Shown under it. */
  readonly name: string;
}

/** A code to scan: dark on light in every theme, since scanners want that. */
export function Code({ text, name }: CodeProps) {
  const rows = useMemo(() => codeOf(text), [text]);
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <figure className={css['code']}>
      <svg viewBox={`0 0 ${rows.length} ${rows.length}`} aria-hidden="true" shapeRendering="crispEdges">
        <path d={path} />
      </svg>
      <figcaption>{name}</figcaption>
    </figure>
  );
}
