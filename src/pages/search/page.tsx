import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useTitle } from '#pages/parts/use-title.ts';
import { Page, PageHeader } from '#ui/page.tsx';
import type { ShownHit } from '#storage/search-answer.ts';
import { SearchPanel } from './panel.tsx';
import { useOpenHit } from './use-open-hit.ts';

const MOST = 50;
/** The address may be rewritten only so often (Safari: 100 times in 30 s), so typing waits for a pause. */
const PAUSE_MS = 300;

/** A search that can be linked: `/search?q=raw+body`. */
export function SearchPage() {
  const [params, setParams] = useSearchParams();
  const stored = params.get('q') ?? '';
  const [text, setText] = useState(stored);
  const [seen, setSeen] = useState(stored);
  if (seen !== stored) {
    // Somebody else's navigation, or our own that has arrived.
    setSeen(stored);
    if (stored !== text.trim()) setText(stored);
  }
  useTitle(stored === '' ? 'Search' : `${stored.slice(0, 60)} · Search`);
  const open = useOpenHit();
  const write = useCallback(
    (latest: string) => {
      const wanted = latest.trim();
      if (wanted !== stored.trim()) setParams(wanted === '' ? {} : { q: wanted }, { replace: true });
    },
    [stored, setParams],
  );
  useEffect(() => {
    const timer = setTimeout(() => write(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, write]);
  /** Whoever comes back finds the search that led away, however fast they were. */
  const leave = (hit: ShownHit, latest: string): void => {
    write(latest);
    open(hit, latest);
  };
  return (
    <Page width="reading">
      <PageHeader
        title="Search"
        lead="Questions, errors, snippets, sheets, paths and your own notes, on this device."
      />
      <SearchPanel text={text} onText={setText} onOpen={leave} most={MOST} />
    </Page>
  );
}
