/** Writing and reading backups. Reading trusts nothing: every event and setting is checked, and nothing is ever run. */
import * as v from 'valibot';
import type { ItemId } from '#bank/item.ts';
import { createScheduler } from '#memory/scheduler.ts';
import type { ItemState } from '#review/card-state.ts';
import { compareEvents, parseEvent, type LogEvent } from '#review/event.ts';
import type { DeviceId } from '#review/ids.ts';
import { replayLog, type ReplayContext } from '#review/reduce.ts';
import { parametersFrom, parseSetting, settingsFrom, type SettingRow } from '#review/settings.ts';
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  MAX_BACKUP_BYTES,
  type Backup,
  type BackupCard,
} from './backup-schema.ts';

export interface BackupInput {
  readonly nowMs: number;
  readonly device: DeviceId;
  readonly settings: readonly SettingRow[];
  readonly events: readonly LogEvent[];
}

function contextOf(settings: readonly SettingRow[]): ReplayContext {
  const inForce = settingsFrom(settings);
  return { scheduler: createScheduler(parametersFrom(inForce)), rolloverHour: inForce.rolloverHour };
}

function derivedCards(states: ReadonlyMap<ItemId, ItemState>): BackupCard[] {
  const cards: BackupCard[] = [];
  for (const state of states.values()) {
    for (const { id, learning } of state.cards.values()) {
      if (learning.kind !== 'learned') continue;
      const { memory, lastDay, due, reps, lapses } = learning;
      const dueDay = due.kind === 'unscheduled' ? null : due.day;
      cards.push({ id, stability: memory.stability, difficulty: memory.difficulty, lastDay, dueDay, reps, lapses });
    }
  }
  return cards.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Everything in one document: events in log order, settings, and each card's derived state beside them. */
export function makeBackup({ nowMs, device, settings, events }: BackupInput): Backup {
  return {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    exportedAtMs: nowMs,
    device,
    settings,
    events: events.toSorted(compareEvents),
    cards: derivedCards(replayLog(events, contextOf(settings))),
  };
}

export type BackupFault =
  | { readonly kind: 'tooLarge'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'notJson'; readonly why: string }
  | { readonly kind: 'notBackup' }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'invalid'; readonly where: string; readonly why: string };

export type BackupRead =
  | {
      readonly ok: true;
      readonly backup: Backup;
      /** Cards whose derived state in the file is not what its events give; the events win. */
      readonly differing: readonly string[];
    }
  | { readonly ok: false; readonly fault: BackupFault };

const whole = v.pipe(v.number(), v.safeInteger());
const cardSchema = v.strictObject({
  id: v.pipe(v.string(), v.maxLength(400)),
  stability: v.number(),
  difficulty: v.number(),
  lastDay: whole,
  dueDay: v.nullable(whole),
  reps: whole,
  lapses: whole,
});
const headSchema = v.strictObject({
  format: v.literal(BACKUP_FORMAT),
  version: v.literal(BACKUP_VERSION),
  exportedAtMs: v.pipe(whole, v.minValue(0)),
  device: v.pipe(v.string(), v.uuid()),
  settings: v.array(v.unknown()),
  events: v.array(v.unknown()),
  cards: v.array(v.unknown()),
});

class Invalid extends Error {
  readonly fault: BackupFault;

  constructor(where: string, why: string) {
    super(why);
    this.fault = { kind: 'invalid', where, why };
  }
}

/** Parses a list, or throws `Invalid` with the place of the first fault. */
function parseList<T>(name: string, list: readonly unknown[], parse: (value: unknown) => T | string): T[] {
  return list.map((value, index) => {
    const parsed = parse(value);
    if (typeof parsed === 'string') throw new Invalid(`${name}[${index}]`, parsed);
    return parsed;
  });
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false; fault: BackupFault } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, fault: { kind: 'notJson', why: error instanceof Error ? error.message : String(error) } };
  }
}

function faultOfHead(value: unknown): BackupFault | null {
  const head = value as { format?: unknown; version?: unknown } | null;
  if (typeof head !== 'object' || head === null || head.format !== BACKUP_FORMAT) return { kind: 'notBackup' };
  if (typeof head.version === 'number' && head.version > BACKUP_VERSION) return { kind: 'newer', version: head.version };
  const parsed = v.safeParse(headSchema, value, { abortEarly: true });
  if (parsed.success) return null;
  const issue = parsed.issues[0];
  return { kind: 'invalid', where: v.getDotPath(issue) ?? 'file', why: issue.message };
}

/**
 * Reads a backup file's text. Returns the whole backup, checked, with the cards whose derived state differs from what the
 * events give; or the first fault with its place. Never throws for any text; changes nothing.
 */
export function readBackup(text: string): BackupRead {
  if (text.length > MAX_BACKUP_BYTES) {
    return { ok: false, fault: { kind: 'tooLarge', bytes: text.length, limit: MAX_BACKUP_BYTES } };
  }
  const json = parseJson(text);
  if (!json.ok) return json;
  const fault = faultOfHead(json.value);
  if (fault) return { ok: false, fault };
  const raw = json.value as v.InferOutput<typeof headSchema>;
  try {
    const settings = parseList('settings', raw.settings, (row) => {
      const parsed = parseSetting(row);
      return parsed.ok ? parsed.row : parsed.why;
    });
    const events = parseList('events', raw.events, (value) => {
      const parsed = parseEvent(value);
      return parsed.ok ? parsed.event : parsed.why;
    });
    const cards: BackupCard[] = parseList('cards', raw.cards, (value) => {
      const parsed = v.safeParse(cardSchema, value, { abortEarly: true });
      return parsed.success ? parsed.output : `${v.getDotPath(parsed.issues[0]) ?? 'card'}: ${parsed.issues[0].message}`;
    });
    const backup: Backup = { ...raw, device: raw.device as DeviceId, settings, events, cards };
    return { ok: true, backup, differing: differingCards(backup) };
  } catch (error) {
    if (error instanceof Invalid) return { ok: false, fault: error.fault };
    throw error;
  }
}

const RELATIVE_TOLERANCE = 1e-6;

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= RELATIVE_TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
}

function sameCard(a: BackupCard, b: BackupCard): boolean {
  const sameDays = a.lastDay === b.lastDay && a.dueDay === b.dueDay;
  const sameCounts = a.reps === b.reps && a.lapses === b.lapses;
  return sameDays && sameCounts && near(a.stability, b.stability) && near(a.difficulty, b.difficulty);
}

function differingCards({ settings, events, cards }: Backup): string[] {
  const fresh = new Map(derivedCards(replayLog(events, contextOf(settings))).map((card) => [card.id, card]));
  const claimed = new Map(cards.map((card) => [card.id, card]));
  const ids = new Set([...fresh.keys(), ...claimed.keys()]);
  return [...ids].filter((id) => {
    const a = fresh.get(id);
    const b = claimed.get(id);
    return !a || !b || !sameCard(a, b);
  });
}
