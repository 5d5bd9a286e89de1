import type { Fault } from '../fault.ts';
import { topicIds } from '../head.ts';
import { didYouMean } from '../suggest.ts';
import { faultAt, type LintBank, ofKind, packHead, type Rule } from './rule.ts';

/** Every topic named is declared in pack.yaml, and every topic declared is used. */
export const knownTopics: Rule = { name: 'known-topics', level: 'error', check };

function check(bank: LintBank): Fault[] {
  const declared = topicIds(packHead(bank));
  const used = new Set(bank.items.flatMap(({ item }) => (item.type === 'path' ? [] : [item.topic])));
  return [...undeclared(bank, declared), ...stageTopics(bank, declared), ...orphans(bank, used)];
}

function undeclared(bank: LintBank, declared: readonly string[]): Fault[] {
  return bank.items.flatMap((parsed) => {
    const { item } = parsed;
    if (item.type === 'path' || declared.includes(item.topic)) return [];
    return faultAt(parsed, parsed.lineOfKey(['topic']), ...unknown(item.topic, declared));
  });
}

function stageTopics(bank: LintBank, declared: readonly string[]): Fault[] {
  const domains = packHead(bank).domains.map(({ id }) => id);
  return ofKind(bank, 'path').flatMap((parsed) =>
    parsed.item.stages.flatMap(({ queries }, i) =>
      queries.flatMap(({ domain, topic }, j) => {
        const line = (key: string): number => parsed.lineOfKey(['stages', i, 'queries', j, key]);
        if (topic !== undefined && !declared.includes(topic)) {
          return faultAt(parsed, line('topic'), ...unknown(topic, declared));
        }
        if (domain === undefined || domains.includes(domain)) return [];
        const remedy = `${didYouMean(domain, domains)}Declare it in pack.yaml or use one that is.`;
        return faultAt(parsed, line('domain'), `The domain "${domain}" is not declared`, remedy);
      }),
    ),
  );
}

function unknown(topic: string, declared: readonly string[]): [string, string] {
  return [
    `The topic "${topic}" is not declared`,
    `${didYouMean(topic, declared)}Declare it in pack.yaml or use one that is.`,
  ];
}

function orphans(bank: LintBank, used: ReadonlySet<string>): Fault[] {
  return packHead(bank).domains.flatMap((domain, i) =>
    domain.topics.flatMap((topic, j) => {
      if (used.has(`${domain.id}/${topic.id}`)) return [];
      const line = bank.head.lineOfKey(['domains', i, 'topics', j]);
      const what = `The topic "${domain.id}/${topic.id}" has no items`;
      return { file: 'pack.yaml', line, what, remedy: 'Write an item for it or remove the topic.' };
    }),
  );
}
