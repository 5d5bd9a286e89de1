/** Turns what a schema finds into faults with a line and a remedy. */
import * as v from 'valibot';
import type { FaultSink } from '../fault.ts';
import { didYouMean } from '../suggest.ts';
import type { KeyPath } from '../parsed.ts';
import type { Front } from './front-matter.ts';

/** Key to what a reader should write when it is missing. */
const MISSING: Readonly<Record<string, string>> = {
  id: 'Write a stable id: lower-case words joined by hyphens.',
  tier: 'Write tier: foundational, mid, senior or expert.',
  topic: 'Write topic: domain/topic, as declared in pack.yaml.',
  kind: 'Write kind: concept, design, debug, code or behavioural.',
  seconds: 'Write seconds: words of the spoken answer at 150 a minute.',
  hint: 'Write hint: one nudge that gives nothing away.',
  keyPoints: 'Write 5 to 8 key points, each with id, weight, from and text.',
  weight: 'Write weight: core, detail or bonus.',
  from: 'Write from: the tier from which a listener expects the point.',
  checked: 'Write checked: the month in which you looked, as YYYY-MM.',
  drill: 'Write drill: { ask: one column heading, answer: another }.',
  message: 'Write message: a list with the message as it is printed.',
  milestone: 'Write milestone: what the learner can do at the end of the stage.',
};

/** The validated data, or undefined after adding a fault for everything that is wrong with it. */
export function checkFront<S extends v.GenericSchema>(
  schema: S,
  front: Front,
  sink: FaultSink,
): v.InferOutput<S> | undefined {
  const result = v.safeParse(schema, front.data);
  if (result.success) return result.output;
  const known = knownKeys(schema);
  for (const issue of result.issues) addIssue(issue, known, front, sink);
  return undefined;
}

function addIssue(issue: v.BaseIssue<unknown>, known: ReadonlySet<string>, front: Front, sink: FaultSink): void {
  const path: KeyPath = (issue.path ?? []).flatMap(({ key }) =>
    typeof key === 'string' || typeof key === 'number' ? [key] : [],
  );
  const name = path.length === 0 ? 'The front matter' : `\`${pathName(path)}\``;
  const line = front.line(path);
  const last = String(path.at(-1) ?? '');
  if (issue.type === 'never') {
    sink.add(line, `Unknown key ${name}`, `${didYouMean(last, known)}${issue.message}`);
  } else if (issue.input === undefined) {
    sink.add(line, `${name} is missing`, MISSING[last] ?? `Write ${last}: and its value.`);
  } else {
    sink.add(line, `${name} is ${shown(issue.input)}`, issue.message);
  }
}

function pathName(path: KeyPath): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key + 1}]` : i === 0 ? key : `.${key}`)).join('');
}

function shown(input: unknown): string {
  if (typeof input === 'string') return input.length > 60 ? `"${input.slice(0, 60)}…"` : `"${input}"`;
  if (Array.isArray(input)) return `a list of ${input.length}`;
  return input !== null && typeof input === 'object' ? 'a mapping' : String(input);
}

/** Every key that the schema knows at any depth: near enough for a suggestion. */
function knownKeys(schema: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof schema !== 'object' || schema === null) return found;
  const { entries, item, wrapped, pipe } = schema as Record<string, unknown>;
  for (const [key, value] of Object.entries(entries ?? {})) {
    found.add(key);
    knownKeys(value, found);
  }
  for (const inner of [item, wrapped, Array.isArray(pipe) ? pipe[0] : undefined]) knownKeys(inner, found);
  return found;
}
