/** What changes this week: what fades, what became solid, what will not stay. */
import type { ItemId } from '#bank/item.ts';
import type { StudyDay } from '#memory/study-day.ts';
import type { DayTally } from './day-tally.ts';
import { HORIZON_DAYS, type Standings } from './standing.ts';

export interface ThisWeek {
  /** Below the target today or within the week, the faintest first. */
  readonly fading: readonly { readonly item: ItemId; readonly recall: number }[];
  /** Became solid within the last seven days and still are, the latest first. */
  readonly solid: readonly { readonly item: ItemId; readonly day: StudyDay }[];
  /** Forgotten again and again, the worst first. */
  readonly leeches: readonly { readonly item: ItemId; readonly lapses: number }[];
}

function fadingIn(standings: Standings): ThisWeek['fading'] {
  const fading = [...standings].flatMap(([item, { dims, recall, kind }]) =>
    dims && recall !== null && kind !== 'suspended' ? [{ item, recall }] : [],
  );
  return fading.sort((a, b) => a.recall - b.recall || (a.item < b.item ? -1 : 1));
}

function leechesIn(standings: Standings, threshold: number): ThisWeek['leeches'] {
  if (threshold <= 0) return [];
  const leeches = [...standings].flatMap(([item, { card, kind }]) => {
    const { learning } = card;
    if (learning.kind !== 'learned' || kind === 'suspended' || learning.lapses < threshold) return [];
    return [{ item, lapses: learning.lapses }];
  });
  return leeches.sort((a, b) => b.lapses - a.lapses || (a.item < b.item ? -1 : 1));
}

function solidIn(tallies: Iterable<DayTally>, standings: Standings, today: StudyDay): ThisWeek['solid'] {
  const latest = new Map<ItemId, StudyDay>();
  for (const { day, solid } of tallies) {
    if (day <= today - HORIZON_DAYS || day > today) continue;
    for (const item of Object.keys(solid) as ItemId[]) {
      if (standings.get(item)?.kind === 'solid' && (latest.get(item) ?? -Infinity) < day) latest.set(item, day);
    }
  }
  const list = [...latest].map(([item, day]) => ({ item, day }));
  return list.sort((a, b) => b.day - a.day || (a.item < b.item ? -1 : 1));
}

/**
 * The changes of the week, from how questions stand today and the days behind.
 *
 * @param leechLapses lapses from which a question is a leech; 0 turns leeches off
 */
export function thisWeek(
  standings: Standings,
  tallies: Iterable<DayTally>,
  today: StudyDay,
  leechLapses: number,
): ThisWeek {
  return {
    fading: fadingIn(standings),
    solid: solidIn(tallies, standings, today),
    leeches: leechesIn(standings, leechLapses),
  };
}
