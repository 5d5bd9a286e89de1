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

export interface PackHead {
  readonly id: string;
  readonly title: string;
  readonly licence: string;
  readonly domains: readonly DomainHead[];
  readonly retired: readonly Retired[];
}

/** `domain/topic` of every topic, in the order of declaration. */
export function topicIds(head: Pick<PackHead, 'domains'>): string[] {
  return head.domains.flatMap((domain) => domain.topics.map((topic) => `${domain.id}/${topic.id}`));
}
