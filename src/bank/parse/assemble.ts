/** Front matter and body → an item of each kind, with the checks that one file can answer by itself. */
import type { FaultSink } from '../fault.ts';
import type {
  ErrorEntry,
  FollowUp,
  ItemId,
  KeyPoint,
  Links,
  Path,
  PointId,
  Question,
  Sheet,
  Snippet,
} from '../item.ts';
import { didYouMean } from '../suggest.ts';
import { plainOf } from '../text.ts';
import { checkFront } from './front-faults.ts';
import type { Front } from './front-matter.ts';
import { errorFront, pathFront, questionFront, sheetFront, snippetFront } from './front-schemas.ts';
import { ERROR_HEADINGS, QUESTION_HEADINGS, SNIPPET_HEADINGS } from '../headings.ts';
import { type Body, matchSections } from './read-body.ts';

type Slugs = readonly string[];
// The schemas have checked that these are slugs; the brands say so from here on.
const itemIds = (slugs: Slugs) => slugs as readonly ItemId[];
const pointIds = (slugs: Slugs) => slugs as readonly PointId[];

interface Placed {
  readonly id: string;
  readonly links: { readonly requires: Slugs; readonly next: Slugs; readonly see: Slugs };
}

function identify<T extends Placed>({ id, links, ...rest }: T): Omit<T, 'id' | 'links'> & { id: ItemId; links: Links } {
  const { requires, next, see } = links;
  return { ...rest, id: id as ItemId, links: { requires: itemIds(requires), next: itemIds(next), see: itemIds(see) } };
}

function intro(body: Body, what: string, sink: FaultSink): Body['intro'] {
  if (body.intro.length === 0) sink.add(body.titleLine, `There is no text under the title`, `Write ${what}.`);
  return body.intro;
}

interface RawFollowUp {
  readonly ask: string;
  readonly points: Slugs;
  readonly see: Slugs;
}

function followUp<T extends RawFollowUp>(raw: T): Omit<T, 'points' | 'see'> & Pick<FollowUp, 'points' | 'see'> {
  return { ...raw, points: pointIds(raw.points), see: itemIds(raw.see) };
}

export function assembleQuestion(front: Front, body: Body, file: string, sink: FaultSink): Question | undefined {
  const data = checkFront(questionFront, front, sink);
  const answer = intro(body, 'the spoken answer', sink);
  const layers = matchSections(body, QUESTION_HEADINGS, sink);
  if (!data) return undefined;
  const points = data.keyPoints.map(({ id }) => id);
  checkUnique(points, 'keyPoints', front, sink);
  checkFollowUps(data.followUps, points, front, sink);
  const keyPoints = data.keyPoints.map((point): KeyPoint => ({ ...point, id: point.id as PointId }));
  const followUps = data.followUps.map(followUp);
  return { ...identify(data), type: 'question', title: body.title, file, keyPoints, followUps, answer, layers };
}

export function assembleError(front: Front, body: Body, file: string, sink: FaultSink): ErrorEntry | undefined {
  const data = checkFront(errorFront, front, sink);
  const summary = intro(body, 'one sentence that names the cause', sink);
  const layers = matchSections(body, ERROR_HEADINGS, sink);
  if (!data) return undefined;
  checkFollowUps(data.followUps, [], front, sink);
  const { message: messages, followUps, ...rest } = identify(data);
  return {
    ...rest,
    type: 'error',
    title: body.title,
    file,
    messages,
    followUps: followUps.map(followUp),
    summary,
    layers,
  };
}

export function assembleSnippet(front: Front, body: Body, file: string, sink: FaultSink): Snippet | undefined {
  const data = checkFront(snippetFront, front, sink);
  const purpose = intro(body, 'the purpose, and when not to use it', sink);
  const layers = matchSections(body, SNIPPET_HEADINGS, sink);
  return data && { ...identify(data), type: 'snippet', title: body.title, file, purpose, layers };
}

export function assembleSheet(front: Front, body: Body, file: string, sink: FaultSink): Sheet | undefined {
  const data = checkFront(sheetFront, front, sink);
  const table = body.intro.find((block) => block.t === 'table');
  if (!table) sink.add(body.titleLine, 'The sheet has no table', 'Write a paragraph, then the table.');
  if (!data) return undefined;
  const columns = table?.head.map(plainOf) ?? [];
  for (const key of ['ask', 'answer'] as const) {
    const column = data.drill[key];
    if (!table || columns.includes(column)) continue;
    const remedy = `${didYouMean(column, columns)}The columns are: ${columns.join(', ')}.`;
    sink.add(front.line(['drill', key]), `The first table has no column "${column}"`, remedy);
  }
  return { ...identify(data), type: 'sheet', title: body.title, file, body: body.intro };
}

export function assemblePath(front: Front, body: Body, file: string, sink: FaultSink): Path | undefined {
  const data = checkFront(pathFront, front, sink);
  const description = intro(body, 'a description', sink);
  if (!data) return undefined;
  checkUnique(data.stages.map(({ id }) => id), 'stages', front, sink); // prettier-ignore
  for (const [i, stage] of data.stages.entries()) {
    if (stage.items.length > 0 || stage.queries.length > 0) continue;
    sink.add(
      front.line(['stages', i]),
      `The stage "${stage.id}" has no items`,
      'Write items: [ids] or queries: [{ topic: … }].',
    );
  }
  const stages = data.stages.map((stage) => ({ ...stage, items: itemIds(stage.items) }));
  const { id, next, ...rest } = data;
  return {
    ...rest,
    id: id as ItemId,
    type: 'path',
    title: body.title,
    file,
    stages,
    next: itemIds(next),
    body: description,
  };
}

function checkUnique(ids: Slugs, key: string, front: Front, sink: FaultSink): void {
  ids.forEach((id, i) => {
    if (ids.indexOf(id) !== i)
      sink.add(front.line([key, i]), `The id "${id}" stands twice in ${key}`, 'Give each its own.');
  });
}

function checkFollowUps(followUps: readonly RawFollowUp[], points: Slugs, front: Front, sink: FaultSink): void {
  for (const [i, { points: wanted }] of followUps.entries()) {
    for (const [j, id] of wanted.entries()) {
      if (points.includes(id)) continue;
      const known =
        points.length === 0 ? 'Remove it; write answer: or see: instead.' : `The key points are: ${points.join(', ')}.`;
      const line = front.line(['followUps', i, 'points', j]);
      sink.add(
        line,
        `The follow-up names the key point "${id}", which does not exist`,
        `${didYouMean(id, points)}${known}`,
      );
    }
  }
}
