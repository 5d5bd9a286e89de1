/** "Did you mean …": the nearest of some known words. */

const LONGEST = 60;

function nextRow(previous: readonly number[], char: string, word: string): number[] {
  const row = [(previous[0] ?? 0) + 1];
  for (let i = 0; i < word.length; i += 1) {
    const cost = word[i] === char ? 0 : 1;
    row.push(Math.min((previous[i] ?? 0) + cost, (previous[i + 1] ?? 0) + 1, (row[i] ?? 0) + 1));
  }
  return row;
}

/** Levenshtein distance of two words, in single-character edits. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const char of a) row = nextRow(row, char, b);
  return row[b.length] ?? b.length;
}

/** The candidate nearest to `word`, case aside, when it is near enough to be a slip; else undefined. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const lower = word.slice(0, LONGEST).toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(lower.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - lower.length) >= bestDistance) continue;
    const distance = editDistance(lower, candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** `Did you mean "x"? ` when something is near, else an empty string. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const found = nearest(word, candidates);
  return found === undefined ? '' : `Did you mean "${found}"? `;
}
