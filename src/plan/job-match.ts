/** A job description beside the bank: which topics and tiers it asks for, and what of it the bank does not have. */
import type { DomainHead } from '#bank/head.ts';
import type { ItemSummary } from '#bank/pack/summary.ts';
import type { Tier } from '#bank/tier.ts';
import { SKILL_TERMS, termOf, termsIn } from './job-terms.ts';
import { TIER_MIXES, tierOfJob } from './job-tier.ts';
import { COMMON_WORDS } from './job-words.ts';

/** Terms of the bank. Made once for each version of it. */
export interface JobVocabulary {
  /** Term → topics (`domain/topic`) that it speaks for. */
  readonly topicsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Term → topics that it names, by their own title or their domain's. */
  readonly named: ReadonlyMap<string, ReadonlySet<string>>;
  /** Terms of which the bank has more than a mention. */
  readonly covered: ReadonlySet<string>;
}

export interface MatchedTopic {
  readonly topic: string;
  /** Above 0; the greatest is 1. */
  readonly weight: number;
  /** The words of the description that speak for it, as written there. */
  readonly found: readonly string[];
}

export interface JobMatch {
  /** The weightiest first. */
  readonly topics: readonly MatchedTopic[];
  readonly tier: Tier;
  /** A mix of tiers for an interview at that tier; adds up to 1. */
  readonly tiers: Readonly<Partial<Record<Tier, number>>>;
  /** Skills that are asked for and that the bank at most mentions. */
  readonly lacks: readonly string[];
}

/** So many items of a term are more than a mention. */
const COVERED = 3;
/** More than any real description; what is beyond is not read. */
const MOST_CHARS = 50_000;

/** The terms of a bank: names of domains and topics, and the tags and aliases of items. */
export function buildJobVocabulary(domains: readonly DomainHead[], items: readonly ItemSummary[]): JobVocabulary {
  const named = new Map<string, Set<string>>();
  const covered = new Set<string>();
  for (const { id: domain, title: domainTitle, topics } of domains) {
    for (const { id, title } of topics) {
      const parts = [...partsOf(title), ...partsOf(domainTitle)];
      for (const part of parts) addTo(named, part, `${domain}/${id}`);
      for (const term of parts.map(termOf)) for (const word of [term, ...term.split(' ')]) covered.add(word);
    }
  }
  const topicsOf = new Map([...named].map(([term, topics]) => [term, new Set(topics)]));
  for (const [term, mentions] of addItems(topicsOf, items)) if (mentions >= COVERED) covered.add(term);
  return { topicsOf, named, covered };
}

/** Adds what the items are tagged with and also called; returns how many items bear each term. */
function addItems(topicsOf: Map<string, Set<string>>, items: readonly ItemSummary[]): Map<string, number> {
  const mentions = new Map<string, number>();
  for (const { topic, tags, aliases } of items) {
    if (topic === undefined) continue;
    const phrases = new Set([...tags, ...aliases].map((phrase) => phrase.replaceAll('-', ' ')));
    for (const phrase of phrases) {
      addTo(topicsOf, phrase, topic);
      mentions.set(termOf(phrase), (mentions.get(termOf(phrase)) ?? 0) + 1);
    }
  }
  return mentions;
}

function addTo(topics: Map<string, Set<string>>, phrase: string, topic: string): void {
  const term = termOf(phrase);
  if (term === '' || COMMON_WORDS.has(term) || COMMON_WORDS.has(phrase.toLowerCase())) return;
  topics.set(term, (topics.get(term) ?? new Set()).add(topic));
}

/** A title as a whole and what it lists: "SQL and PostgreSQL" is that, "SQL" and "PostgreSQL". */
function partsOf(title: string): string[] {
  return [...new Set([title, ...title.split(/,| and |&/u).map((part) => part.trim())])];
}

/** Matches a description; without any known word it has no topics. Never throws. */
export function matchJob(text: string, vocabulary: JobVocabulary): JobMatch {
  const read = text.slice(0, MOST_CHARS);
  const found = new Map([...termsIn(read)].toReversed().map(({ term, written }) => [term, written]));
  const lacks = [...found.keys()].toReversed().filter((term) => SKILL_TERMS.has(term) && !vocabulary.covered.has(term));
  const tier = tierOfJob(read);
  return {
    topics: scoreTopics(found, vocabulary),
    tier,
    tiers: TIER_MIXES[tier],
    lacks: lacks.map((term) => SKILL_TERMS.get(term) ?? term),
  };
}

/** A term counts fully for a topic that it names, and is else shared by the topics that it speaks for. */
function scoreTopics(found: ReadonlyMap<string, string>, { topicsOf, named }: JobVocabulary): readonly MatchedTopic[] {
  const scores = new Map<string, { score: number; readonly found: Set<string> }>();
  for (const [term, written] of found) {
    const topics = topicsOf.get(term) ?? new Set<string>();
    for (const topic of topics) {
      const entry = scores.get(topic) ?? { score: 0, found: new Set() };
      entry.score += named.get(term)?.has(topic) ? 1 : 1 / topics.size;
      scores.set(topic, { ...entry, found: entry.found.add(written) });
    }
  }
  const best = Math.max(...[...scores.values()].map(({ score }) => score));
  return [...scores]
    .map(([topic, { score, found: words }]) => ({ topic, weight: score / best, found: [...words].toReversed() }))
    .sort((a, b) => b.weight - a.weight || (a.topic < b.topic ? -1 : 1));
}
