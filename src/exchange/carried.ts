/** Everything that has one row a key among the settings, of which the last writer wins: it travels in backups. */
import { parseStory, STORY_PREFIX, type StoryRow } from '#mock/story-row.ts';
import { CAMPAIGN_PREFIX, parseCampaign, type CampaignRow } from '#plan/campaign-row.ts';
import { parseStarted, STARTED_PREFIX, type StartedRow } from '#plan/started-row.ts';
import { OWN_PREFIX, parseOwn, type OwnRow } from '#review/own-question.ts';
import { parsePastWeights, PAST_WEIGHTS_PREFIX, type PastWeightsRow } from '#review/past-weights.ts';
import { parseSetting } from '#review/setting-row.ts';
import type { SettingRow } from '#review/settings.ts';

export type CarriedRow = SettingRow | CampaignRow | StoryRow | StartedRow | OwnRow | PastWeightsRow;

export type ParsedCarried =
  { readonly ok: true; readonly row: CarriedRow } | { readonly ok: false; readonly why: string };

/** What a row is, by its key. */
export function kindOfRow(key: string): keyof typeof PARSERS {
  return PREFIXES.find(([prefix]) => key.startsWith(prefix))?.[1] ?? 'setting';
}

const PREFIXES = [
  [CAMPAIGN_PREFIX, 'campaign'],
  [STORY_PREFIX, 'story'],
  [STARTED_PREFIX, 'path'],
  [OWN_PREFIX, 'own'],
  [PAST_WEIGHTS_PREFIX, 'weights'],
] as const;

const PARSERS = {
  setting: parseSetting,
  campaign: parseCampaign,
  story: parseStory,
  path: parseStarted,
  own: parseOwn,
  weights: parsePastWeights,
} as const;

/** Checks a stored or imported row: key, ranges, time and device. Never throws. */
export function parseCarried(row: unknown): ParsedCarried {
  const key: unknown = typeof row === 'object' && row !== null && 'key' in row ? row.key : null;
  return PARSERS[kindOfRow(String(key))](row);
}
