import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { StudyDay } from '#memory/study-day.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { WHOLE } from '#pages/parts/long-list.tsx';
import { titlesOf } from '#pages/parts/place-titles.ts';
import { useWide } from '#pages/parts/use-wide.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/state.tsx';
import { countFilters, listName, NO_FILTERS, type Filters } from './filters.ts';
import type { Listing } from './listing.ts';
import { PickBar } from './pick-bar.tsx';
import type { LibraryView } from './read-library.ts';
import { Shelves } from './shelves.tsx';
import type { UsedFilters } from './use-filters.ts';
import { usePicking } from './use-picking.ts';
import { showing } from './words.ts';
import css from './page.module.css';

export interface ResultsProps {
  readonly view: LibraryView;
  readonly listing: Listing;
  readonly used: UsedFilters;
  readonly today: StudyDay;
  readonly environment: Environment;
}

/** A line with its rules, in px: in one row where there is room, with its standing below the title on a phone. */
const LINE_PX = { wide: 53, narrow: 78 };

/** The lines that fit, how many they are, and what can be done with some of them. */
export function Results({ view, listing, used, today, environment }: ResultsProps) {
  const { order, matches } = listing;
  const { filters, change } = used;
  const picking = usePicking(order);
  const wide = useWide();
  const inForce = countFilters(filters) > 0;
  const { picked } = picking;
  const titleOf = useMemo(() => titlesOf(view.domains).place, [view.domains]);
  return (
    <div className={css['results']}>
      {picked ? (
        <PickBar picking={picking} picked={picked} shown={order.length} filters={filters} environment={environment} />
      ) : null}
      <div className={css['count']}>
        <output>{showing(order.length, matches.total, filters.kind)}</output>
        <span className={css['acts']}>
          {inForce && order.length > 0 && (
            <Button variant="plain" onClick={() => change(cleared(filters))}>
              Clear filters
            </Button>
          )}
          {!picked && order.length > 0 && (
            <Button variant="plain" onClick={picking.start}>
              Select
            </Button>
          )}
        </span>
      </div>
      {order.length === 0 ? (
        <NothingFits filters={filters} inForce={inForce} change={change} />
      ) : (
        <Shelves
          listing={listing}
          floors={view.floors}
          picking={picking}
          whole={order.length <= WHOLE}
          lineHeight={wide ? LINE_PX.wide : LINE_PX.narrow}
          today={today}
          list={listName(filters)}
          titleOf={titleOf}
        />
      )}
    </div>
  );
}

function cleared({ kind, sort }: Filters): Filters {
  return { ...NO_FILTERS, kind, sort };
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
