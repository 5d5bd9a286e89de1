/** Short names that people type for what the bank writes out, and the other way. Names of items and tags need none: the bank has aliases. */
const GROUPS: readonly (readonly string[])[] = [
  ['k8s', 'kubernetes'],
  ['js', 'javascript', 'ecmascript'],
  ['ts', 'typescript'],
  ['py', 'python'],
  ['golang', 'go'],
  ['csharp', 'c#'],
  ['pg', 'postgres', 'postgresql'],
  ['db', 'database'],
  ['auth', 'authentication', 'authorization'],
  ['authn', 'authentication'],
  ['authz', 'authorization'],
  ['a11y', 'accessibility'],
  ['i18n', 'internationalization'],
  ['l10n', 'localization'],
  ['o11y', 'observability'],
  ['env', 'environment'],
  ['config', 'configuration'],
  ['repo', 'repository'],
  ['deps', 'dependencies'],
  ['perf', 'performance'],
  ['msg', 'message'],
  ['ws', 'websocket'],
  ['gc', 'garbage'],
  ['regex', 'regexp'],
];

const OTHERS: ReadonlyMap<string, readonly string[]> = (() => {
  const others = new Map<string, string[]>();
  for (const group of GROUPS)
    for (const word of group)
      others.set(word, [...(others.get(word) ?? []), ...group.filter((other) => other !== word)]);
  return others;
})();

/** Other names for the same thing, folded; empty for most words. */
export function synonymsOf(term: string): readonly string[] {
  return OTHERS.get(term) ?? [];
}
