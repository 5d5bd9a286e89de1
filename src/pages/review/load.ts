/** Brings the items of coming cards into memory, so that the next question is there before it is asked for. */
import type { ItemId } from '#bank/item.ts';
import { splitCardId, type CardId } from '#review/ids.ts';
import type { ReplayContext } from '#review/reduce.ts';
import { reduceSession } from '#review/session.ts';
import { getStorage } from '#storage/current.ts';
import { readItemState, readPlace } from '#storage/item-states.ts';
import { readItem } from '#storage/read-item.ts';
import { settleItems } from '#storage/settle-cards.ts';
import { contentOf, type LoadedItem } from './card-content.ts';
import { upcoming, useReview } from './store.ts';

/** How many cards ahead are kept in memory. */
const AHEAD = 4;

async function loadItem(id: ItemId, context: ReplayContext): Promise<LoadedItem | null> {
  const { db } = getStorage();
  const [item, state, place] = await Promise.all([readItem(db, id), readItemState(db, id, context), readPlace(db, id)]);
  return item?.type === 'question' ? { question: item, state, place } : null;
}

async function load(ids: readonly ItemId[], context: ReplayContext): Promise<void> {
  const found = await Promise.all(ids.map((id) => loadItem(id, context)));
  const fresh = found.flatMap((entry) => (entry ? [[entry.question.id, entry] as const] : []));
  if (fresh.length > 0) useReview.setState((now) => ({ loaded: new Map([...fresh, ...now.loaded]) }));
}

/**
 * Loads what the next cards need, the first of them before the others when nothing is there yet. Cards whose item or point
 * has left the bank leave the session.
 */
export async function loadAhead(): Promise<void> {
  const { session, environment, loaded } = useReview.getState();
  if (!session || !environment) return;
  const cards = upcoming(session, AHEAD);
  const wanted = [...new Set(cards.map((card) => splitCardId(card).item))].filter((id) => !loaded.has(id));
  try {
    if (loaded.size === 0) await load(wanted.splice(0, 1), environment.context);
    await load(wanted, environment.context);
    dropGone(cards);
  } catch (failure) {
    useReview.setState({ failure });
  }
}

function dropGone(cards: readonly CardId[]): void {
  const { session, loaded } = useReview.getState();
  const gone = new Set(cards.filter((card) => contentOf(card, loaded) === null));
  if (!session || gone.size === 0) return;
  useReview.setState({ session: reduceSession(session, { type: 'dropped', cards: gone, nowMs: Date.now() }) });
  void loadAhead();
}

/** Puts what was read again into memory, but no state that is older than what this tab has stored meanwhile. */
function renew(id: ItemId, fresh: LoadedItem | null): void {
  useReview.setState(({ loaded }) => {
    const held = loaded.get(id);
    const next = new Map(loaded);
    if (!fresh) next.delete(id);
    else next.set(id, held && held.state.events > fresh.state.events ? { ...fresh, state: held.state } : fresh);
    return { loaded: next };
  });
}

/** Reads an item that is held in memory again, after another tab changed it; null when it is not held or left the bank. */
export async function reloadItem(id: ItemId): Promise<LoadedItem | null> {
  const { environment, loaded } = useReview.getState();
  if (!environment || !loaded.has(id)) return null;
  const fresh = await loadItem(id, environment.context);
  renew(id, fresh);
  return fresh;
}

/** Reads again what another tab changed; what cannot be read is told by the route's error screen. */
export async function followItem(id: ItemId): Promise<void> {
  try {
    await reloadItem(id);
  } catch (failure) {
    useReview.setState({ failure });
  }
}

/**
 * After the bank has changed: reads again all that is held. A question or a point that has left the bank leaves the session, and
 * cards are brought into line with the bank once more, since a grade of this session may have woken some meanwhile.
 */
export async function reloadHeld(): Promise<void> {
  const { session, loaded } = useReview.getState();
  const { db } = getStorage();
  try {
    for (const id of loaded.keys()) await reloadItem(id);
    await db.transaction('rw', db.items, db.cards, db.marks, () => settleItems(db, [...loaded.keys()]));
    const asked = session?.current?.card;
    const isGone = asked !== undefined && contentOf(asked, loaded) && !contentOf(asked, useReview.getState().loaded);
    if (isGone) useReview.setState({ notice: { kind: 'leftBank' } });
    await loadAhead();
  } catch (failure) {
    useReview.setState({ failure });
  }
}
