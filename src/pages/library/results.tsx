import { type RefObject, useMemo, useRef } from 'react';
import { useNavigate } from 'react-router';
import type { StudyDay } from '#memory/study-day.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { grouped } from '#pages/parts/format.ts';
import { ON_PAPER, WHOLE } from '#pages/parts/long-list.tsx';
import { titlesOf } from '#pages/parts/place-titles.ts';
import { usePrinting } from '#pages/parts/use-printing.ts';
import { useWide } from '#pages/parts/use-wide.ts';
import { Button } from '#ui/button.tsx';
import { drawAtOnce } from '#ui/draw-at-once.ts';
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
  /** How many lines fit: what has the focus when the button that was pressed goes. */
  readonly count: RefObject<HTMLOutputElement | null>;
}

/** Gives the focus to what stays, without pushing the page. */
export function focusOn({ current }: RefObject<HTMLElement | null>): void {
  current?.focus({ preventScroll: true });
}

/** A line with its rules, in px: in one row where there is room, with its standing below the title on a phone. */
const LINE_PX = { wide: 53, narrow: 78 };

/** The lines that fit, how many they are, and what can be done with some of them. */
export function Results({ view, listing, used, today, environment, count }: ResultsProps) {
  const { order, matches } = listing;
  const { filters } = used;
  const navigate = useNavigate();
  const { select, ...picking } = useFocusedPicking(order, count);
  const wide = useWide();
  const printing = usePrinting();
  const inForce = countFilters(filters) > 0;
  const { picked } = picking;
  const titleOf = useMemo(() => titlesOf(view.domains).place, [view.domains]);
  const clear = (): void => {
    used.change(cleared(filters));
    focusOn(count);
  };
  const showAll = (): void => {
    void navigate('/library');
    focusOn(count);
  };
  return (
    <div className={css['results']}>
      {picked ? (
        <PickBar picking={picking} picked={picked} shown={order.length} filters={filters} environment={environment} />
      ) : null}
      <div className={css['count']}>
        <output ref={count} tabIndex={-1}>
          {showing(order.length, matches.total, filters.kind)}
        </output>
        <span className={css['acts']}>
          {inForce && order.length > 0 && (
            <Button variant="plain" onClick={clear}>
              Clear filters
            </Button>
          )}
          {!picked && order.length > 0 && (
            <Button ref={select} variant="plain" onClick={picking.start}>
              Select
            </Button>
          )}
        </span>
      </div>
      {order.length > ON_PAPER && (
        <p className={css['paper']}>{`On paper: the first ${grouped(ON_PAPER)} of ${grouped(order.length)}.`}</p>
      )}
      {order.length === 0 ? (
        <NothingFits kind={filters.kind} inForce={inForce} onClear={clear} onShowAll={showAll} />
      ) : (
        <Shelves
          listing={listing}
          floors={view.floors}
          picking={picking}
          whole={order.length <= WHOLE}
          printing={printing}
          lineHeight={wide ? LINE_PX.wide : LINE_PX.narrow}
          today={today}
          list={listName(filters)}
          titleOf={titleOf}
        />
      )}
    </div>
  );
}

/** Picking that ends on the button which starts it, where there is one. */
function useFocusedPicking(order: Listing['order'], count: ResultsProps['count']) {
  const picking = usePicking(order);
  const select = useRef<HTMLButtonElement>(null);
  const stop = (): void => {
    drawAtOnce(picking.stop);
    focusOn(select.current ? select : count);
  };
  return { ...picking, stop, select };
}

function cleared({ kind, sort }: Filters): Filters {
  return { ...NO_FILTERS, kind, sort };
}

interface NothingProps {
  readonly kind: Filters['kind'];
  readonly inForce: boolean;
  readonly onClear: () => void;
  readonly onShowAll: () => void;
}

function NothingFits({ kind, inForce, onClear, onShowAll }: NothingProps) {
  return (
    <EmptyState
      title={inForce ? 'Nothing fits these filters' : 'Nothing of this kind yet'}
      icon="search"
      actions={
        <>
          {inForce && (
            <Button variant="primary" onClick={onClear}>
              Clear filters
            </Button>
          )}
          {kind !== null && <Button onClick={onShowAll}>Show the whole Library</Button>}
        </>
      }
    >
      {inForce ? 'Lift one of them, or all at once.' : 'The bank on this device holds none.'}
    </EmptyState>
  );
}
