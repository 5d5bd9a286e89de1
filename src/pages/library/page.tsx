import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { Environment } from '#pages/parts/environment.ts';
import { PageTools } from '#pages/parts/page-tools.tsx';
import { useEnvironment } from '#pages/parts/use-environment.ts';
import { useTabletUp } from '#pages/parts/use-wide.ts';
import { useTitle } from '#pages/parts/use-title.ts';
import { useToday } from '#pages/parts/use-today.ts';
import { useLive } from '#storage/use-live.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/state.tsx';
import { Page, PageHeader } from '#ui/page.tsx';
import { TextField } from '#ui/text-field.tsx';
import { entriesOf, matchEntries, type Entry, type Matches } from './entry.ts';
import { FilterPanel } from './filter-panel.tsx';
import { countFilters, NO_FILTERS, type Filters } from './filters.ts';
import { groupEntries } from './groups.ts';
import { KindBar } from './kind-bar.tsx';
import { readLibrary, type LibraryRows } from './read-library.ts';
import { Shelves } from './shelves.tsx';
import { useFilters, type UsedFilters } from './use-filters.ts';
import { useKeptScroll } from './use-kept-scroll.ts';
import { holdings, kindName, showing } from './words.ts';
import css from './page.module.css';

/** Everything in the bank, filtered by what the address says. */
export function LibraryPage() {
  const environment = useEnvironment();
  const rows = useLive(({ db }) => readLibrary(db), []);
  const ready = environment !== undefined && rows !== undefined;
  useKeptScroll(ready);
  return <Page width="wide">{ready && <Library rows={rows} environment={environment} />}</Page>;
}

function Library({ rows, environment }: { readonly rows: LibraryRows; readonly environment: Environment }) {
  const today = useToday(environment.settings);
  const used = useFilters();
  const entries = useMemo(() => entriesOf(rows, today), [rows, today]);
  const matches = matchEntries(entries, used.filters);
  const { kind } = used.filters;
  const title = kind === null ? 'Library' : kindName(kind);
  const roomy = useTabletUp();
  useTitle(title);
  return (
    <div className={css['columns']}>
      <PageHeader title={title} lead={holdings(kindsOf(entries))} {...(roomy ? {} : { actions: <PageTools /> })} />
      <div className={css['filters']}>
        <TextField
          label="Filter"
          type="search"
          autoComplete="off"
          placeholder="Title, tag or other name"
          value={used.filters.text}
          onChange={(text) => used.change({ text })}
        />
        <KindBar kind={kind} counts={matches.counts.kinds} onChange={(next) => used.change({ kind: next })} />
        <FilterPanel used={used} counts={matches.counts} domains={rows.domains} />
      </div>
      <Results matches={matches} used={used} rows={rows} />
    </div>
  );
}

function kindsOf(entries: readonly Entry[]): Matches['counts']['kinds'] {
  return matchEntries(entries, NO_FILTERS).counts.kinds;
}

interface ResultsProps {
  readonly matches: Matches;
  readonly used: UsedFilters;
  readonly rows: LibraryRows;
}

function Results({ matches, used, rows }: ResultsProps) {
  const { shown, total } = matches;
  const { filters, change } = used;
  const inForce = countFilters(filters) > 0;
  return (
    <div className={css['results']}>
      <div className={css['count']}>
        <output>{showing(shown.length, total, filters.kind)}</output>
        {inForce && shown.length > 0 && (
          <Button variant="plain" onClick={() => change(cleared(filters))}>
            Clear filters
          </Button>
        )}
      </div>
      {shown.length === 0 ? (
        <NothingFits filters={filters} inForce={inForce} change={change} />
      ) : (
        <Shelves groups={groupEntries(shown, rows.domains)} />
      )}
    </div>
  );
}

function cleared({ kind }: Filters): Filters {
  return { ...NO_FILTERS, kind };
}

interface NothingProps {
  readonly filters: Filters;
  readonly inForce: boolean;
  readonly change: UsedFilters['change'];
}

function NothingFits({ filters, inForce, change }: NothingProps) {
  const navigate = useNavigate();
  return (
    <EmptyState
      title={inForce ? 'Nothing fits these filters' : 'Nothing of this kind yet'}
      icon="search"
      actions={
        <>
          {inForce && (
            <Button variant="primary" onClick={() => change(cleared(filters))}>
              Clear filters
            </Button>
          )}
          {filters.kind !== null && <Button onClick={() => void navigate('/library')}>Show the whole Library</Button>}
        </>
      }
    >
      {inForce ? 'Lift one of them, or all at once.' : 'The bank on this device holds none.'}
    </EmptyState>
  );
}
