import { levelOf, type Tally } from '#progress/standing.ts';
import type { Floor } from '#progress/house.ts';
import { House, type HouseCell } from '#ui/house.tsx';
import { HOUSE_TIERS, seenOf, windowInWords } from './words.ts';
import css from './progress.module.css';

function cellOf(tally: Tally | null): HouseCell | null {
  return tally && { level: levelOf(tally), fading: tally.dims > 0, label: windowInWords(tally) };
}

export interface TopicHouseProps {
  readonly caption: string;
  readonly floors: readonly Floor[];
  /** What stands before a row of windows. */
  readonly nameOf: (floor: Floor) => string;
  /** Where the name leads. */
  readonly hrefOf?: (floor: Floor) => string;
  /** Small words under the name; how many questions were seen unless given. */
  readonly noteOf?: (floor: Floor) => string;
}

/** The house at night for some topics, or for whole domains: name and count, then a window a tier. */
export function TopicHouse(props: TopicHouseProps) {
  const { caption, floors, nameOf, hrefOf, noteOf = ({ whole }) => seenOf(whole) } = props;
  const rows = floors.map((floor) => ({
    id: floor.topic,
    name: (
      <>
        {hrefOf ? <a href={hrefOf(floor)}>{nameOf(floor)}</a> : nameOf(floor)}{' '}
        <span className={css['note']}>{noteOf(floor)}</span>
      </>
    ),
    cells: floor.cells.map(cellOf),
  }));
  return <House caption={caption} tiers={HOUSE_TIERS} rows={rows} />;
}
