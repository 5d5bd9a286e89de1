import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useTitle } from '#pages/parts/use-title.ts';
import { Page, PageHeader } from '#ui/page.tsx';
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
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === stored.trim()) return undefined;
    const write = (): void => setParams(wanted === '' ? {} : { q: wanted }, { replace: true });
    const timer = setTimeout(write, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, stored, setParams]);
  return (
    <Page width="reading">
      <PageHeader
        title="Search"
        lead="Questions, errors, snippets, sheets, paths and your own notes, on this device."
      />
      <SearchPanel text={text} onText={setText} onOpen={useOpenHit()} most={MOST} />
    </Page>
  );
}
