/** Names that are not simply their id with a capital. */
const NAMES: Readonly<Record<string, string>> = {
  js: 'JavaScript',
  javascript: 'JavaScript',
  ts: 'TypeScript',
  typescript: 'TypeScript',
  tsx: 'TypeScript',
  php: 'PHP',
  sql: 'SQL',
  sh: 'shell',
  csharp: 'C#',
  vb: 'Visual Basic',
  html: 'HTML',
  css: 'CSS',
  http: 'HTTP',
};

/** `php` as `PHP`, `python` as `Python`; a name that is already written as one stays. */
export function languageName(language: string): string {
  return NAMES[language] ?? language.charAt(0).toUpperCase() + language.slice(1);
}
