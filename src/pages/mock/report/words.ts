/** What a report says. */
import { RUBRIC, STEP_NAMES } from '#mock/rubric.ts';
import type { NextStep } from '#mock/next-steps.ts';
import { mockQuery, type MockSettings } from '#mock/settings.ts';
import type { TimeUse } from '#mock/report.ts';
import { practiceAddress } from '#pages/practice/address.ts';
import { NO_FILTERS } from '#pages/library/filters.ts';
import { countOf } from '#pages/parts/format.ts';
import type { TopicNames } from '#pages/mock/topic-names.ts';
import { clockFace } from '#pages/mock/run/words.ts';
import { newSeed } from '#pages/mock/prepare.ts';
import type { AxisStep, MockAnswer } from '#review/mock-record.ts';

/** `72 %`; a dash where there is no score. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)} %`;
}

export interface StepWords {
  readonly label: string;
  readonly why: string;
  readonly to: string;
}

/** A next step as a link with its reason. `settings` are those of the mock that was. */
export function stepInWords(step: NextStep, settings: MockSettings, names: TopicNames): StepWords {
  const mock = (over: Partial<MockSettings>): string =>
    `/mock?${mockQuery({ ...settings, items: [], seed: newSeed(), ...over })}`;
  switch (step.kind) {
    case 'read':
      return { label: 'Read the one that went worst', why: step.title, to: `/q/${step.item}` };
    case 'practise':
      return {
        label: `Practise ${countOf(step.items.length, 'question')} aloud again`,
        why: `${countOf(step.points, 'core point')} of them ${step.points === 1 ? 'was' : 'were'} missing. Tomorrow’s review asks for them too.`,
        to: practiceAddress({ ...NO_FILTERS, chosen: [...step.items] }),
      };
    case 'climb':
      return {
        label: `Climb ${names(step.domain)}`,
        why: `${percent(step.score)} in ${names(step.topic)}. A ladder finds the rung on which it ends.`,
        to: mock({ format: 'ladder', topics: { [step.domain]: 1 }, tiers: {}, length: { kind: 'count', count: 1 } }),
      };
    case 'causes':
      return {
        label: 'Find more causes',
        why: `${countOf(step.wrong, 'cause')} taken for another.`,
        to: mock({ format: 'cause', length: { kind: 'count', count: 5 } }),
      };
    case 'axis':
      return {
        label: `Again, with an eye on ${RUBRIC[step.axis].name.toLowerCase()}`,
        why: RUBRIC[step.axis].anchors[2],
        to: mock({}),
      };
    case 'rapid':
      return {
        label: 'Rapid fire: a minute each',
        why: `Your answers took ${clockFace(step.meanSeconds * 1000)} on average.`,
        to: mock({ format: 'rapid', length: { kind: 'minutes', minutes: 15 } }),
      };
    case 'calibrate':
      return {
        label: 'Guess again in a short panel',
        why: `You believed to have said ${percent(step.guessed)} of the core; it was ${percent(step.was)}.`,
        to: mock({ format: 'panel', length: { kind: 'count', count: 3 } }),
      };
    case 'harder':
      return {
        label: 'Take a harder one',
        why: 'Nothing was weak here.',
        to: mock({ tiers: { senior: 1, expert: 2 } }),
      };
  }
}

/** `Strong yes`, nearest to a mean step. */
export function stepName(step: number): string {
  return STEP_NAMES[Math.round(step) as AxisStep];
}

/** The time as a list of facts. */
export function timeFacts(time: TimeUse, answers: number): readonly (readonly [name: string, text: string])[] {
  const facts: (readonly [string, string])[] = [
    ['Thinking', clockFace(time.thinkMs)],
    ['Speaking', clockFace(time.speakMs)],
  ];
  if (time.followUpMs > 0) facts.push(['Follow-ups', clockFace(time.followUpMs)]);
  if (answers > 0) facts.push(['A spoken answer, on average', clockFace(time.speakMs / answers)]);
  if (time.pauses > 0) facts.push([countOf(time.pauses, 'pause'), clockFace(time.pausedMs)]);
  if (time.awayMs > 0) facts.push(['Away', clockFace(time.awayMs)]);
  return facts;
}

/** How an answer came out: a share, or why there is none. */
export function outcomeInWords({ outcome, choice }: MockAnswer, score: number | null): string {
  if (outcome === 'skipped') return 'skipped';
  if (outcome === 'unscored') return 'left out';
  if (choice) return choice.right ? 'right' : 'wrong';
  return percent(score);
}
