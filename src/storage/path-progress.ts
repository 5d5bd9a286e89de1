/** How far a path is walked: a step counts when its question has been learnt. */
import type { Path, PathStage } from '#bank/item.ts';
import type { ItemId } from '#bank/item.ts';
import { cardIdOf } from '#review/ids.ts';
import type { ItemRow, LamplightDb } from './database.ts';
import { readItem } from './read-item.ts';
import { stateOfRow } from './today.ts';

export interface StageProgress {
  readonly stage: PathStage;
  readonly seen: number;
  readonly total: number;
}

export interface PathProgress {
  readonly path: Path;
  readonly stages: readonly StageProgress[];
  readonly seen: number;
  readonly total: number;
  /** The first question of the first unfinished stage that is not yet learnt; null when all are. */
  readonly next: { readonly stage: PathStage; readonly item: ItemId } | null;
}

async function stageProgress(db: LamplightDb, stage: PathStage): Promise<StageProgress & { next: ItemId | null }> {
  const rows = await db.cards.bulkGet(stage.items.map((id) => cardIdOf(id, null)));
  const learned = new Set(
    rows.flatMap((row) => (row && stateOfRow(row).learning.kind === 'learned' ? [row.item] : [])),
  );
  const open = stage.items.filter((id) => !learned.has(id));
  return { stage, seen: stage.items.length - open.length, total: stage.items.length, next: open[0] ?? null };
}

/** The progress of one path; null when there is no such path. @throws CorruptRowError */
export async function readPathProgress(db: LamplightDb, id: ItemId): Promise<PathProgress | null> {
  const path = await readItem(db, id);
  if (path?.type !== 'path') return null;
  const stages = await Promise.all(path.stages.map((stage) => stageProgress(db, stage)));
  const first = stages.find((stage) => stage.next !== null);
  return {
    path,
    stages,
    seen: stages.reduce((sum, stage) => sum + stage.seen, 0),
    total: stages.reduce((sum, stage) => sum + stage.total, 0),
    next: first?.next ? { stage: first.stage, item: first.next } : null,
  };
}

/** The rows of all paths in the bank, in its order. */
export async function readPaths(db: LamplightDb): Promise<ItemRow[]> {
  const rows = await db.items.orderBy('position').toArray();
  return rows.filter((row) => row.summary.type === 'path');
}
