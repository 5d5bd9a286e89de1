import { useDeferredValue, useMemo, useRef } from 'react';
import { Link } from 'react-router';
import type { StudyDay } from '#memory/study-day.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { PageTools } from '#pages/parts/page-tools.tsx';
import { useEnvironment } from '#pages/parts/environment-provider.tsx';
import { useTabletUp } from '#pages/parts/use-wide.ts';
import { useTitle } from '#pages/parts/use-title.ts';
import { useToday } from '#pages/parts/use-today.ts';
import { useLive } from '#storage/use-live.ts';
import { Page, PageHeader } from '#ui/page.tsx';
import { TextField } from '#ui/text-field.tsx';
import { countKinds } from './entry.ts';
import { FilterPanel } from './filter-panel.tsx';
import { KindBar } from './kind-bar.tsx';
import { listEntries } from './listing.ts';
import { readLibrary, type LibraryView } from './read-library.ts';
import { focusOn, Results } from './results.tsx';
import { useFilters } from './use-filters.ts';
import { useKeptScroll } from './use-kept-scroll.ts';
import { holdings, kindName } from './words.ts';
import css from './page.module.css';

/** The text stands in the address, and servers refuse long ones. */
const LONGEST_TEXT = 200;

/** Everything in the bank, filtered by what the address says. */
export function LibraryPage() {
  const environment = useEnvironment();
  return environment && <Reading environment={environment} />;
}

function Reading({ environment }: { readonly environment: Environment }) {
  const { settings, context } = environment;
  const today = useToday(settings);
  // To draw it takes a slow phone a while: that waits behind what the person does.
  const view = useDeferredValue(useLive(({ db }) => readLibrary(db, today, context.scheduler), [today, context]));
  const ready = view !== undefined;
  useKeptScroll(ready);
  return <Page width="wide">{ready && <Library view={view} today={today} environment={environment} />}</Page>;
}

interface LibraryProps {
  readonly view: LibraryView;
  readonly today: StudyDay;
  readonly environment: Environment;
}

function Library({ view, today, environment }: LibraryProps) {
  const { entries, domains } = view;
  const used = useFilters();
  const { scheduler } = environment.context;
  const held = useMemo(() => countKinds(entries), [entries]);
  // Typing must not wait for the list.
  const filters = useDeferredValue(used.filters);
  const listing = useMemo(
    () => listEntries(entries, filters, domains, { today, scheduler }),
    [entries, filters, domains, today, scheduler],
  );
  const { counts } = listing.matches;
  const { kind } = used.filters;
  const title = kind === null ? 'Library' : kindName(kind);
  const roomy = useTabletUp();
  const count = useRef<HTMLOutputElement>(null);
  useTitle(title);
  return (
    <div className={css['columns']}>
      <PageHeader
        title={title}
        lead={holdings(kind === null ? held : new Map([[kind, held.get(kind) ?? 0]]))}
        {...(roomy ? {} : { actions: <PageTools /> })}
      />
      <div className={css['filters']}>
        <TextField
          label="Filter"
          type="search"
          autoComplete="off"
          placeholder="Title, tag or other name"
          value={used.filters.text}
          onChange={(text) => used.change({ text: text.slice(0, LONGEST_TEXT) })}
        />
        <KindBar kind={kind} counts={counts.kinds} onChange={(next) => used.change({ kind: next })} />
        <FilterPanel used={used} counts={counts} domains={domains} onLift={() => focusOn(count)} />
        <p>
          <Link to="/own/new">Write a question of your own</Link>
        </p>
      </div>
      <Results view={view} listing={listing} used={used} today={today} environment={environment} count={count} />
    </div>
  );
}
