/** What a backup would bring, told before anything is changed. */
import type { Backup } from '#exchange/backup-schema.ts';
import { kindOfRow } from '#exchange/carried.ts';
import { isCarriable } from '#exchange/backup-rows.ts';
import { differingCards } from '#exchange/derived-cards.ts';
import { sameJson } from '#exchange/same-json.ts';
import type { LogEvent } from '#review/event.ts';
import type { SettingKey } from '#review/settings.ts';
import type { LamplightDb } from './database.ts';
import { batches, unreported, type Report } from './heavy-progress.ts';
import { parseEventRow } from './rebuild.ts';
import { changedRows, mergedSettings } from './restore.ts';

export interface Inspection {
  readonly exportedAtMs: number;
  /** The id of the device that made the file. */
  readonly device: string;
  readonly events: number;
  /** Grades given, among the events. */
  readonly reviews: number;
  /** Events of the file that are not on this device, and the grades among them. */
  readonly newEvents: number;
  readonly newReviews: number;
  /** Events that this device holds under the same id with other content; they stay as they are here. */
  readonly conflicting: number;
  /** Events of this device that the file does not hold. */
  readonly onlyHere: number;
  /** Settings that a merge would change. */
  readonly settings: readonly SettingKey[];
  /** How many interviews a merge would bring, change or remove. */
  readonly campaigns: number;
  /** The same of stories. */
  readonly stories: number;
  /** The same of followed paths. */
  readonly paths: number;
  /** The same of questions that the person wrote. */
  readonly own: number;
  /** The same of weights of before. */
  readonly weights: number;
  readonly cards: number;
  /** Cards whose state in the file is not what its events give; the events win. */
  readonly differing: number;
}

const isReview = (event: LogEvent): boolean => event.type === 'reviewed';

async function compareEvents(db: LamplightDb, events: readonly LogEvent[], report: Report) {
  const here = await db.events.count();
  let [newEvents, newReviews, conflicting, known] = [0, 0, 0, 0];
  for (const batch of batches(events)) {
    const rows = await db.events.bulkGet(batch.map((event) => event.id));
    batch.forEach((event, index) => {
      const row = rows[index];
      if (row === undefined) {
        newEvents += 1;
        if (isReview(event)) newReviews += 1;
        return;
      }
      known += 1;
      const parsed = parseEventRow(row);
      if (parsed.ok && isCarriable(parsed.event) && !sameJson(parsed.event, event)) conflicting += 1;
    });
    report({ stage: 'history', done: newEvents + known, total: events.length });
  }
  return { newEvents, newReviews, conflicting, onlyHere: here - known };
}

async function changedSettings(db: LamplightDb, theirs: Backup['settings']) {
  const ours = await db.settings.toArray();
  const changed = changedRows(ours, mergedSettings(ours, theirs));
  const of = (kind: ReturnType<typeof kindOfRow>): string[] =>
    changed.flatMap(({ key }) => (kindOfRow(key) === kind ? [key] : []));
  return {
    settings: of('setting') as SettingKey[],
    campaigns: of('campaign').length,
    stories: of('story').length,
    paths: of('path').length,
    own: of('own').length,
    weights: of('weights').length,
  };
}

/** Compares a checked backup with this device. Changes nothing. */
export async function inspectBackup(db: LamplightDb, backup: Backup, report: Report = unreported): Promise<Inspection> {
  const { exportedAtMs, device, events, cards } = backup;
  report({ stage: 'compare', done: 0, total: null });
  const differing = differingCards(backup).length;
  return {
    exportedAtMs,
    device,
    events: events.length,
    reviews: events.filter(isReview).length,
    ...(await compareEvents(db, events, report)),
    ...(await changedSettings(db, backup.settings)),
    cards: cards.length,
    differing,
  };
}
