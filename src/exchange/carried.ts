/** Everything that has one row a key among the settings, of which the last writer wins: it travels in backups. */
import { storyRows, type StoryRow } from '#mock/story-row.ts';
import { campaignRows, type CampaignRow } from '#plan/campaign-row.ts';
import { startedRows, type StartedRow } from '#plan/started-row.ts';
import { ownRows, type OwnRow } from '#review/own-question.ts';
import { parsePastWeights, PAST_WEIGHTS_PREFIX, type PastWeightsRow } from '#review/past-weights.ts';
import { parseSetting, type Parsed } from '#review/setting-row.ts';
import type { SettingRow } from '#review/settings.ts';

export type CarriedRow = SettingRow | CampaignRow | StoryRow | StartedRow | OwnRow | PastWeightsRow;

const KINDS = {
  campaign: campaignRows,
  story: storyRows,
  path: startedRows,
  own: ownRows,
  weights: { prefix: PAST_WEIGHTS_PREFIX, parse: parsePastWeights },
} as const;

const NAMES = Object.keys(KINDS) as readonly (keyof typeof KINDS)[];

/** What a row is, by its key. */
export function kindOfRow(key: string): keyof typeof KINDS | 'setting' {
  return NAMES.find((name) => key.startsWith(KINDS[name].prefix)) ?? 'setting';
}

/** Checks a stored or imported row: key, ranges, time and device. Never throws. */
export function parseCarried(row: unknown): Parsed<CarriedRow> {
  const key: unknown = typeof row === 'object' && row !== null && 'key' in row ? row.key : null;
  const kind = kindOfRow(String(key));
  return kind === 'setting' ? parseSetting(row) : KINDS[kind].parse(row);
}
