/** Names of languages and of what errors come from, as their makers write them, where that is not the id with a capital. */
const NAMES: Readonly<Record<string, string>> = {
  browser: 'the browser',
  csharp: 'C#',
  css: 'CSS',
  dns: 'DNS',
  'ef-core': 'EF Core',
  graphql: 'GraphQL',
  html: 'HTML',
  http: 'HTTP',
  javascript: 'JavaScript',
  js: 'JavaScript',
  json: 'JSON',
  llm: 'LLM APIs',
  nginx: 'nginx',
  node: 'Node.js',
  npm: 'npm',
  pdo: 'PDO',
  php: 'PHP',
  pip: 'pip',
  postgresql: 'PostgreSQL',
  sh: 'shell',
  shell: 'shell',
  sql: 'SQL',
  sqlite: 'SQLite',
  tcp: 'TCP',
  tls: 'TLS',
  ts: 'TypeScript',
  tsx: 'TypeScript',
  typescript: 'TypeScript',
  vb: 'Visual Basic',
  winforms: 'Windows Forms',
  wordpress: 'WordPress',
  yaml: 'YAML',
};

/** `php` as `PHP`, `python` as `Python`, `ef-core` as `EF Core`; a name that is already written as one stays. */
export function languageName(language: string): string {
  return NAMES[language] ?? language.charAt(0).toUpperCase() + language.slice(1);
}
