/** Brings due days in line with the settings, all of them or none, and takes that back. Runs in a worker: it reads all cards. */
import type { ItemId } from '#bank/item.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { aimsFrom } from '#plan/aims.ts';
import { daysInLine } from '#plan/in-line.ts';
import { contextOf } from '#review/context.ts';
import type { Rescheduled } from '#review/event.ts';
import { splitCardId, type CardId, type DeviceId } from '#review/ids.ts';
import { policyFrom } from '#review/policy.ts';
import { readBankIndex } from './bank-index.ts';
import { readInBatches } from './batches.ts';
import type { LamplightDb } from './database.ts';
import { recordMany, voidMany } from './many-items.ts';
import { readCampaigns } from './plan-campaigns.ts';
import { readSettings } from './settings-store.ts';
import { stampNow } from './stamp.ts';
import { stateOfRow } from './today.ts';

const LAST = 'lastReschedule';

export interface Moves {
  readonly earlier: number;
  readonly later: number;
  /** Cards that fall due within the next seven days, overdue ones among them: as it is, and as it would be. */
  readonly weekNow: number;
  readonly weekThen: number;
}

async function plan(db: LamplightDb, today: StudyDay) {
  const [settings, rows, campaigns, { questions }] = await Promise.all([
    readSettings(db),
    readInBatches(db.cards, ({ id }) => id),
    readCampaigns(db),
    readBankIndex(db),
  ]);
  const context = contextOf(settings);
  const due = rows.filter(({ queue }) => queue === 'due');
  const policy = { ...policyFrom(settings, context.scheduler), aimOf: aimsFrom(settings, campaigns) };
  const byId = new Map(questions.map((question) => [question.id, question]));
  const moved = daysInLine({ states: due.map(stateOfRow), today, policy, questionOf: (item) => byId.get(item) });
  return { due, moved, context };
}

/** What would move; changes nothing. @throws CorruptRowError */
export async function previewMoves(db: LamplightDb, today: StudyDay): Promise<Moves> {
  const { due, moved } = await plan(db, today);
  const week = (days: readonly number[]): number => days.filter((day) => day < today + 7).length;
  const now = due.map(({ dueDay }) => dueDay ?? today);
  const then = due.map(({ id, dueDay }) => moved.get(id) ?? dueDay ?? today);
  return {
    earlier: then.filter((day, index) => day < (now[index] ?? day)).length,
    later: then.filter((day, index) => day > (now[index] ?? day)).length,
    weekNow: week(now),
    weekThen: week(then),
  };
}

/** Moves them. @returns how many cards @throws what the database throws; nothing has changed then */
export async function moveInLine(db: LamplightDb, today: StudyDay, device: DeviceId): Promise<number> {
  const { moved, context } = await plan(db, today);
  const byItem = new Map<ItemId, { card: CardId; day: StudyDay }[]>();
  for (const [card, day] of moved) {
    const { item } = splitCardId(card);
    byItem.set(item, [...(byItem.get(item) ?? []), { card, day }]);
  }
  const eventFor = ({ item }: { readonly item: ItemId }): Rescheduled => {
    return { type: 'rescheduled', ...stampNow(device), item, days: byItem.get(item) ?? [] };
  };
  const stored = await recordMany(db, [...byItem.keys()], eventFor, context);
  await db.local.put({ key: LAST, value: stored });
  return moved.size;
}

/** Whether there is a move to take back. */
export async function canMoveBack(db: LamplightDb): Promise<boolean> {
  return (await db.local.get(LAST)) !== undefined;
}

/** Takes the last move back: every card is due again when it was, unless it was answered since. @returns how many questions */
export async function moveBack(db: LamplightDb, device: DeviceId): Promise<number> {
  const events = ((await db.local.get(LAST))?.value ?? []) as readonly Rescheduled[];
  const settings = await readSettings(db);
  await voidMany(db, events, () => stampNow(device), contextOf(settings));
  await db.local.delete(LAST);
  return events.length;
}
