import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useTabletUp } from '#pages/parts/use-wide.ts';
import { ZOOMS, type Zoom } from './zoom.ts';

/** The depth that the address says; without one all of it where there is room, and the spoken answer on a phone. */
export function useZoom(): readonly [Zoom, (zoom: Zoom) => void] {
  const [query, setQuery] = useSearchParams();
  const roomy = useTabletUp();
  // Turning a phone must not fold what is being read.
  const [usual] = useState<Zoom>(roomy ? '10min' : '30s');
  const zoom = ZOOMS.find((each) => each === query.get('zoom')) ?? usual;
  const change = (next: Zoom): void => {
    const changed = new URLSearchParams(query);
    changed.set('zoom', next);
    setQuery(changed, { replace: true, preventScrollReset: true });
  };
  return [zoom, change];
}
