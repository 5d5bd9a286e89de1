/** Faults: what is wrong in a bank file, where, and what to write instead. Expected failures are data, never exceptions. */

export interface Fault {
  /** Path of the file inside its pack. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** What is wrong, as a sentence without its full stop. */
  readonly what: string;
  /** What to write instead, as a sentence with its full stop. */
  readonly remedy: string;
}

/** A place inside one file that collects that file's faults. */
export interface FaultSink {
  add(line: number, what: string, remedy: string): void;
  readonly faults: readonly Fault[];
}

/** More faults than this in one file say nothing new, and a hostile file must not fill memory with them. */
const MOST_FAULTS = 100;

/** An empty collector for `file`; it keeps the first hundred faults. */
export function collectFaults(file: string): FaultSink {
  const faults: Fault[] = [];
  return {
    faults,
    add(line, what, remedy) {
      if (faults.length < MOST_FAULTS) faults.push({ file, line, what, remedy });
    },
  };
}

/** Orders faults by file, then line. */
export function compareFaults(a: Fault, b: Fault): number {
  return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;
}

/** `file:line  what. Remedy.` on one line, as terminals and editors make it a link. */
export function formatFault(fault: Fault): string {
  return `${fault.file}:${fault.line}  ${fault.what}. ${fault.remedy}`;
}
