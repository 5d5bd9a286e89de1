/** What a pack says about itself: licence, domains and topics, and the ids that left. */
export interface TopicHead {
  readonly id: string;
  readonly title: string;
  readonly about: string;
}

export interface DomainHead extends TopicHead {
  readonly topics: readonly TopicHead[];
}

/** A tombstone: the id of an item that left, and the item that took its place. */
export interface Retired {
  readonly id: string;
  readonly successor?: string;
}

/** What the lint holds a pack to beyond good form. */
export interface PackPromises {
  /** Questions of a domain that has several tiers, at least; and on each of the four. */
  readonly questions: number;
  readonly eachTier: number;
  /** Links of a question to others, at least. */
  readonly links: number;
  /** Questions with a table, timeline, flow, pair or callout, of a hundred. */
  readonly figurePercent: number;
}

export interface PackHead {
  readonly id: string;
  readonly title: string;
  readonly licence: string;
  readonly domains: readonly DomainHead[];
  readonly retired: readonly Retired[];
  readonly promises?: PackPromises;
  /** The path that says in which order new questions come for whoever has started none. */
  readonly beginning?: string;
}

/** `domain/topic` of every topic, in the order of declaration. */
export function topicIds(head: Pick<PackHead, 'domains'>): string[] {
  return head.domains.flatMap((domain) => domain.topics.map((topic) => `${domain.id}/${topic.id}`));
}
