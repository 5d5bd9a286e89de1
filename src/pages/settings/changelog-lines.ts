/** The little of Markdown that a changelog needs: headings, points and sentences. */

export interface ChangelogLine {
  readonly kind: 'heading' | 'point' | 'sentence';
  readonly text: string;
}

const bare = (text: string): string => text.replaceAll(/\*\*|`/gu, '').replaceAll(/\[([^\]]+)\]\([^)]*\)/gu, '$1');

/** The lines of a changelog below its title; lines that are wrapped are joined. */
export function changelogLines(markdown: string): ChangelogLine[] {
  const lines: ChangelogLine[] = [];
  let ended = true;
  for (const raw of markdown.split(/\r?\n/u)) {
    const line = raw.trim();
    const [, level, heading] = /^(#{1,4})\s+(.*)$/u.exec(line) ?? [];
    const [, point] = /^[-*]\s+(.*)$/u.exec(line) ?? [];
    if (heading !== undefined) {
      if (level !== '#') lines.push({ kind: 'heading', text: bare(heading) });
    } else if (point !== undefined) lines.push({ kind: 'point', text: bare(point) });
    else if (line !== '') join(lines, bare(line), ended);
    ended = line === '' || heading !== undefined;
  }
  return lines;
}

function join(lines: ChangelogLine[], text: string, ended: boolean): void {
  const last = lines.at(-1);
  if (ended || last === undefined) lines.push({ kind: 'sentence', text });
  else lines[lines.length - 1] = { ...last, text: `${last.text} ${text}` };
}
