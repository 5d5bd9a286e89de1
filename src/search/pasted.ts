/** Error messages and stack traces: what of them names the fault, and what only says where and when it happened. */

const HEAD = 60_000;
const TAIL = 40_000;
const MOST_LINE = 400;
const MOST_TEXT = 2_000;

const MESSAGE =
  /error|exception|fatal|fail|denied|refused|cannot|can't|could not|undefined|not found|unexpected|invalid|panic|warning|time[d]? ?out|caused by|must be|unable|missing|blocked/iu;
const FRAME =
  /^\s*(?:at\s|file\s"|from\s\S+:\d|#\d+\s|\d+:\s|\.{3}\s?\d+\smore|goroutine\s\d|stack trace|traceback|in\s<module>|-->|\^+\s*$|~+)/iu;
const NAMED_FAULT =
  /\b[A-Za-z.]{0,60}(?:Error|Exception|Fault)\b\s{0,2}[:('[]|\bERR_[A-Z_]{3,}|\bSQLSTATE\b|\berrno\b|\bCaused by:|\b(?:fatal|uncaught)\b.{0,20}:/iu;

/** What a message says of the name that it quotes. */
const SAYS_OF_A_NAME =
  /\b(?:does(?: not|n't) exist|already exists|violates|duplicate key|no (?:such|module)|not (?:defined|found|a function|recogni[sz]ed|assignable)|cannot|can't|could not|unable to|unexpected|invalid|refused|denied|unknown|missing|reading|perhaps you meant)\b/iu;
const QUOTED = /["“”'`‘’«»][^"“”'`‘’«»\n]{1,200}["“”'`‘’«»]/gu;

/** One line that quotes a name and says outside the quotes what is wrong with it: a message, and no search for a phrase. */
function speaksOfAName(line: string): boolean {
  const outside = line.replaceAll(QUOTED, ' ');
  return outside !== line && SAYS_OF_A_NAME.test(outside) && outside.trim().split(/\s+/u).length > 1;
}

/** What programs write into their logs and people do not into a search. */
const LOGGED: readonly RegExp[] = [
  /(?:^|\s)(?:warning|notice|fatal|error|warn|panic|hint|detail)\s?[:\]]\s/iu,
  /\bon line \d/iu,
  /\w: command not found\b/iu,
  /[\w)]:\d+:\d+\b/u,
  /^\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:/u,
  /\bHTTP\/\d/u,
  /(?:"[\w.-]{1,40}"\s?:|\b[\w.-]{1,40}=)\s?["\d\w].{0,400}(?:"[\w.-]{1,40}"\s?:|\s[\w.-]{1,40}=)\s?["\d\w]/u,
];

/** What nobody can have meant as a word: places, moments, addresses and ids. Each with the gap that it leaves. */
const NOISE: readonly RegExp[] = [
  /\b[a-z][a-z+.-]{1,20}:\/\/[^\s"'<>)]{1,300}/giu,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/giu,
  /\b0x[0-9a-f]{1,40}\b/giu,
  /\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?/gu,
  /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b/gu,
  /(?:\b[A-Z]:|\.{1,2}|~)?(?:[\\/][\w.@+$-]{1,80}){2,30}(?::\d+)*/giu,
  /\b[\w.@-]{1,60}(?:[\\/][\w.@+$-]{1,80}){1,30}\.[a-z]{1,5}\b(?::\d+)*/giu,
  /\b[\w-]{1,60}\.(?:[cm]?[jt]sx?|py|rb|php|java|go|rs|cs|vb|sql|sh|cpp|[ch])\b(?::\d+)*/giu,
  /\b(?=[0-9a-f]*\d)[0-9a-f]{8,64}\b/giu,
  /\b(?:line|col|column|on line|pid|port|thread)\s{0,2}[:#]?\s{0,2}\d+/giu,
  /:\d+(?::\d+)?\b/gu,
];

/** A number stays where it names the fault: after `error`, `code`, `status`; else it is a place, a count or an id. */
const BARE_NUMBER = /(error|code|status|errno|http(?:\/\d(?:\.\d)?)?|sqlstate)?([\s:([#=]{0,3})\b\d+\b/giu;

/** Stands for a line's end where a text must be on one line. */
const LINE_END = '↵';
const MOST_IN_BOX = 2_000;

/** A pasted text for a box of one line: line ends become signs that the search understands; what is too long is cut to what tells. */
export function pastedLine(text: string): string {
  const fitting = text.length > MOST_IN_BOX ? tellingText(boundPaste(text)) : text;
  return fitting
    .trim()
    .split(/\s*[\r\n]+\s*/u)
    .join(` ${LINE_END} `);
}

/** At most 100,000 units of a text: its beginning and its end, where messages stand. */
export function boundPaste(text: string): string {
  if (text.length <= HEAD + TAIL) return text;
  return `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}`;
}

/** Whether a text was pasted rather than typed: several lines, very long, or the form of an error's message. */
export function looksPasted(text: string): boolean {
  const trimmed = text.trim();
  if (/[\r\n↵]/u.test(trimmed) || trimmed.length > 200) return true;
  if (!/\s/u.test(trimmed)) return false;
  return NAMED_FAULT.test(trimmed) || LOGGED.some((form) => form.test(trimmed)) || speaksOfAName(trimmed);
}

function cleaned(line: string): string {
  const bare = NOISE.reduce((text, noise) => text.replaceAll(noise, ' '), line);
  return bare
    .replaceAll(BARE_NUMBER, (whole: string, named: string | undefined) => (named === undefined ? ' ' : whole))
    .replaceAll(/["'`´‘’“”«»]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** The lines that name the fault first, then the others, then frames where there is nothing else; cleaned, 2,000 units. */
export function tellingText(text: string): string {
  const lines = text.split(/[\r\n↵]+/u).filter((line) => line.trim() !== '');
  const named: string[] = [];
  const plain: string[] = [];
  const frames: string[] = [];
  for (const line of lines) {
    const cut = line.slice(0, MOST_LINE);
    (FRAME.test(cut) ? frames : MESSAGE.test(cut) ? named : plain).push(cut);
  }
  const chosen = new Set([...named.slice(0, 12), ...plain.slice(0, named.length > 0 ? 6 : 40)].map(cleaned));
  chosen.delete('');
  const told = [...chosen].join('\n');
  return (told === '' ? frames.slice(0, 12).map(cleaned).join('\n') : told).slice(0, MOST_TEXT);
}
