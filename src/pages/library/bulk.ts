/** What can be done with many lines of the Library at once: stored as a whole, taken back as a whole. */
import type { ItemId } from '#bank/item.ts';
import { todayOf, type Environment } from '#pages/parts/environment.ts';
import { countOf } from '#pages/parts/format.ts';
import { cardOf, type ItemState } from '#review/card-state.ts';
import type { LogEvent, Voided } from '#review/event.ts';
import { cardIdOf } from '#review/ids.ts';
import { addToToday, dropFromToday } from '#storage/add-to-today.ts';
import { getStorage } from '#storage/current.ts';
import { recordMany, voidMany } from '#storage/many-items.ts';
import { stampNow } from '#storage/stamp.ts';
import { newsOf, tellTabs } from '#storage/tabs.ts';
import type { Entry } from './entry.ts';

export type Deed = 'today' | 'flag' | 'unflag' | 'suspend' | 'resume';

export interface Done {
  /** What came of it, in a sentence. */
  readonly words: string;
  /** Null when nothing was changed. @throws what the database throws; nothing is taken back then */
  readonly takeBack: (() => Promise<void>) | null;
}

type OwnEvent = Exclude<LogEvent, Voided>;

function flagTo(on: boolean, { device }: Environment) {
  return ({ item, flagged }: ItemState): OwnEvent | null =>
    flagged === on ? null : { type: 'flagged', ...stampNow(device), item, on };
}

function suspendTo(on: boolean, { device }: Environment) {
  return (state: ItemState): OwnEvent | null =>
    cardOf(state, null).suspended === on
      ? null
      : { type: 'suspended', ...stampNow(device), item: state.item, card: cardIdOf(state.item, null), on };
}

function tellOf(events: readonly OwnEvent[]): void {
  for (const event of events) tellTabs(newsOf(event));
}

/** Of the picked lines, those that a deed can be done to: only questions have a schedule, and paths carry no flag. */
function fitFor(deed: Deed, entries: readonly Entry[]): readonly Entry[] {
  if (deed === 'flag' || deed === 'unflag') return entries.filter(({ kind }) => kind !== 'path');
  if (deed !== 'today') return entries.filter(({ kind }) => kind === 'question');
  return entries.filter(({ memory }) => memory !== null && memory.kind !== 'suspended');
}

const DONE: Readonly<Record<Deed, (count: string) => string>> = {
  today: (count) => `${count} added to today.`,
  flag: (count) => `${count} flagged.`,
  unflag: (count) => `Flag removed from ${count}.`,
  suspend: (count) => `${count} suspended: not asked until you bring them back.`,
  resume: (count) => `${count} back in the schedule.`,
};

const NOTHING: Readonly<Record<Deed, string>> = {
  today: 'Nothing to add: what you picked is on today’s list, suspended or no question.',
  flag: 'Nothing to flag: what you picked is flagged already.',
  unflag: 'Nothing to change: what you picked carries no flag.',
  suspend: 'Nothing to suspend: what you picked is suspended or no question.',
  resume: 'Nothing to bring back: what you picked is not suspended.',
};

/** Does one thing to all picked lines. @throws what the database throws; nothing is stored then */
export async function doToAll(deed: Deed, entries: readonly Entry[], environment: Environment): Promise<Done> {
  const ids = fitFor(deed, entries).map(({ id }) => id as ItemId);
  const { count, takeBack } =
    deed === 'today' ? await putOnToday(ids, environment) : await mark(deed, ids, environment);
  if (count === 0) return { words: NOTHING[deed], takeBack: null };
  const what = deed === 'flag' || deed === 'unflag' ? countOf(count, 'entry', 'entries') : countOf(count, 'question');
  return { words: DONE[deed](what), takeBack };
}

interface Outcome {
  readonly count: number;
  readonly takeBack: () => Promise<void>;
}

async function putOnToday(ids: readonly ItemId[], { settings }: Environment): Promise<Outcome> {
  const { db } = getStorage();
  const today = todayOf(settings, Date.now());
  const added = await addToToday(db, today, ids);
  return { count: added.length, takeBack: () => dropFromToday(db, today, added) };
}

async function mark(deed: Exclude<Deed, 'today'>, ids: readonly ItemId[], environment: Environment): Promise<Outcome> {
  const { db } = getStorage();
  const on = deed === 'flag' || deed === 'suspend';
  const make = deed === 'flag' || deed === 'unflag' ? flagTo : suspendTo;
  const events = await recordMany(db, ids, make(on, environment), environment.context);
  tellOf(events);
  const takeBack = async (): Promise<void> => {
    await voidMany(db, events, () => stampNow(environment.device), environment.context);
    tellOf(events);
  };
  return { count: events.length, takeBack };
}
