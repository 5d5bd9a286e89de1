import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { TIERS, type Tier } from '#bank/tier.ts';
import { levelOf, type Tally } from '#progress/standing.ts';
import type { Floor } from '#progress/house.ts';
import { House, type HouseCell, type HouseRow } from '#ui/house.tsx';
import { HOUSE_TIERS, seenOf, windowInWords } from './words.ts';
import css from './progress.module.css';

export interface TopicHouseProps {
  readonly caption: string;
  readonly floors: readonly Floor[];
  /** What stands before a row of windows. */
  readonly nameOf: (floor: Floor) => string;
  /** Where a window leads; without it the windows are no links. */
  readonly windowTo?: (floor: Floor, tier: Tier) => string;
  /** Where the name leads. */
  readonly hrefOf?: (floor: Floor) => string;
  /** Small words under the name; how many questions were seen unless given. */
  readonly noteOf?: (floor: Floor) => string;
}

/** A window's words; a link must make sense apart from its row and column, so it names them. */
function cellOf(tally: Tally | null, before: string): HouseCell | null {
  return tally && { level: levelOf(tally), fading: tally.dims > 0, label: before + windowInWords(tally) };
}

/** Seen of all, for the eye: the window's words say it too. */
function Count({ tally }: { readonly tally: Tally | null }) {
  return (
    tally && (
      <span className={css['count']} aria-hidden="true">
        {tally.seen}/<wbr />
        {tally.total}
      </span>
    )
  );
}

/** The house at night for some topics, or for whole domains: name and count, then a window a tier. */
export function TopicHouse(props: TopicHouseProps) {
  const { caption, floors, nameOf, hrefOf, windowTo, noteOf = ({ whole }) => seenOf(whole) } = props;
  const rows = floors.map((floor) => ({
    id: floor.topic,
    name: (
      <>
        {hrefOf ? <a href={hrefOf(floor)}>{nameOf(floor)}</a> : nameOf(floor)}{' '}
        <span className={css['note']}>{noteOf(floor)}</span>
      </>
    ),
    cells: TIERS.map((tier, column) =>
      cellOf(floor.cells[column] ?? null, windowTo ? `${nameOf(floor)}, ${tier}: ` : ''),
    ),
  }));
  const renderCell = (window: ReactNode, { id }: HouseRow, column: number): ReactNode => {
    const floor = floors.find(({ topic }) => topic === id);
    const tier = TIERS[column];
    if (!floor || !tier || !windowTo) return window;
    return (
      <Link to={windowTo(floor, tier)}>
        {window}
        <Count tally={floor.cells[column] ?? null} />
      </Link>
    );
  };
  return <House caption={caption} tiers={HOUSE_TIERS} rows={rows} renderCell={renderCell} />;
}
