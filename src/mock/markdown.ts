/** A report as Markdown: the same facts as on screen, for a file of one's own or a friend who looks over it. */
import { percentOf } from '#bank/percent.ts';
import type { MockAnswer, MockRecord } from '#review/mock-record.ts';
import { ceilingInWords, ceilingsOf } from './ladder.ts';
import { guessCheck, missedPoints, timeUse } from './report.ts';
import type { MockSettings } from './settings.ts';
import { RUBRIC, STEP_NAMES } from './rubric.ts';
import { scoreOf, scoreOfAll, scoresByAxis, scoresByTier, scoresByTopic } from './score.ts';
import type { AxisStep } from '#review/mock-record.ts';

export interface MarkdownInput {
  readonly record: MockRecord;
  /** `Panel, 30 minutes`. */
  readonly title: string;
  /** The day in words. */
  readonly date: string;
  /** The words of a point; null when the bank has it no more. */
  readonly pointText: (item: string, point: string) => string | null;
  /** What the bank calls a topic or a domain. */
  readonly topicName: (topic: string) => string;
  /** Of a ladder, the topics of its settings; null for every other format. */
  readonly climbed: MockSettings['topics'] | null;
}

const percent = (share: number | null): string => (share === null ? 'no score' : percentOf(share));

/** `12 min 5 s`. */
function minutes(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

const answersInWords = (count: number): string => (count === 1 ? '1 answer' : `${count} answers`);

/** Text of a person or the bank in one line of Markdown: nothing in it opens a heading, a list, a link or HTML. */
function plain(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\\*_#<>[\]|]/gu, String.raw`\$&`)
    .trim();
}

/** The whole report. Ends with a line feed. */
export function reportMarkdown(input: MarkdownInput): string {
  const { record, title, date } = input;
  const { value, core, answers } = scoreOfAll(record.answers);
  const head = [
    `# ${plain(title)}`,
    '',
    `${date}. ${percent(value)} in ${answersInWords(answers)}, ${core.heard} of ${core.of} core points.`,
    ...(record.ended === 'early' ? ['Ended before its last question.'] : []),
  ];
  const sections = [
    scores(input),
    time(record),
    missed(input),
    ...record.answers.map((answer, at) => oneAnswer(answer, at, input)),
  ];
  return `${[...head, ...sections.flatMap((lines) => (lines.length === 0 ? [] : ['', ...lines]))].join('\n')}\n`;
}

function scores({ record, climbed, topicName }: MarkdownInput): string[] {
  const { answers } = record;
  const groups = [
    ...scoresByTopic(answers).map((score) => ({ ...score, key: plain(topicName(score.key)) })),
    ...scoresByTier(answers),
  ];
  const axes = scoresByAxis(answers).map(
    ({ axis, step, answers: count }) =>
      `- ${RUBRIC[axis].name}: ${STEP_NAMES[Math.round(step) as AxisStep]} (${step.toFixed(1)} of 3, ${count} judged)`,
  );
  const ceilings = climbed
    ? ceilingsOf(answers, climbed).map(
        (ceiling) => `- Ceiling in ${plain(topicName(ceiling.topic))}: ${ceilingInWords(ceiling)}`,
      )
    : [];
  const check = guessCheck(answers);
  return [
    '## Scores',
    '',
    ...groups.map(({ key, value, answers: count }) => `- ${key}: ${percent(value)} in ${answersInWords(count)}`),
    ...ceilings,
    ...axes,
    ...(check ? [`- Guessed ${percent(check.guessed)} of the core, said ${percent(check.was)}`] : []),
  ];
}

function time(record: MockRecord): string[] {
  const { thinkMs, speakMs, followUpMs, pausedMs, awayMs } = timeUse(record);
  return [
    '## Time',
    '',
    `- Thinking ${minutes(thinkMs)}, speaking ${minutes(speakMs)}, follow-ups ${minutes(followUpMs)}`,
    ...(pausedMs + awayMs > 0 ? [`- Paused ${minutes(pausedMs)}, away ${minutes(awayMs)}`] : []),
  ];
}

function missed({ record, pointText }: MarkdownInput): string[] {
  const points = missedPoints(record.answers);
  if (points.length === 0) return [];
  const lines = points.map(({ item, place, point, weight, heard }) => {
    const how = heard === 'prompted' ? ', came when asked' : '';
    return `- ${plain(pointText(item, point) ?? point)} (${weight}, question ${place + 1}${how})`;
  });
  return ['## Missed', '', ...lines];
}

function oneAnswer(answer: MockAnswer, place: number, { topicName }: MarkdownInput): string[] {
  const { title, topic, tier, outcome, thinkMs, speakMs, choice, followUps, notes, next } = answer;
  const asked = followUps.filter(({ tookMs, held }) => tookMs > 0 || held !== null);
  const result = outcome === 'graded' ? percent(scoreOf(answer)) : outcome === 'skipped' ? 'skipped' : 'not scored';
  return [
    `## ${place + 1}. ${plain(title)}`,
    '',
    `${tier}, ${plain(topicName(topic))}: ${result}. Thinking ${minutes(thinkMs)}, speaking ${minutes(speakMs)}.`,
    ...(choice ? ['', `Took: ${plain(choice.picked)} (${choice.right ? 'right' : 'wrong'})`] : []),
    ...(asked.length === 0 ? [] : ['', 'Follow-ups:', '']),
    ...asked.map(({ ask, held }) => `- ${plain(ask)} (${held === true ? 'answered' : 'not answered'})`),
    ...(notes === '' ? [] : ['', `Notes: ${plain(notes)}`]),
    ...(next === '' ? [] : ['', `Next time: ${plain(next)}`]),
  ];
}
