import { percentOf } from '#bank/percent.ts';
import type { ItemId } from '#bank/item.ts';
import type { StudyDay } from '#memory/study-day.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { verdictInWords } from '#pages/plan/outlook-words.ts';
import type { Campaign } from '#plan/campaign.ts';
import type { Reach } from '#plan/forecast.ts';
import { planQuestionOf, questionWeights } from '#plan/scope.ts';
import { knowledgeOn } from '#progress/knowledge.ts';
import type { CardState } from '#review/card-state.ts';
import type { CardId } from '#review/ids.ts';
import type { Outlook } from '#storage/plan-outlook.ts';
import { WHOLE_BANK, type Past } from '#storage/progress-past.ts';
import type { Progress } from '#storage/progress-read.ts';
import { ChartCard, type ChartTable } from './chart-card.tsx';
import css from './charts.module.css';
import { RangeLines, type RangePoint } from './range-lines.tsx';
import { dayCell, shortDateOf } from './words.ts';

/** How far ahead one looks without an interview, in days. */
const AHEAD = 30;
const SAMPLES = 6;
const WEEKS_BACK = 13;

export interface KnowledgeProps {
  /** Null for the bank as a whole. */
  readonly campaign: Campaign | null;
  readonly past: Past | null;
  readonly today: StudyDay;
  readonly progress: Progress;
  readonly environment: Environment;
  readonly outlook: Outlook | undefined;
}

/** What would be recalled from now on if nothing more were done. */
function leftAlone({ progress, campaign, today, environment }: Omit<KnowledgeProps, 'past' | 'outlook'>): RangePoint[] {
  const questions = progress.known.rows.flatMap(({ summary }) => planQuestionOf(summary) ?? []);
  const weights: ReadonlyMap<ItemId, number> = questionWeights(campaign ?? WHOLE_BANK, questions);
  const states = new Map<CardId, CardState>([...progress.standings.values()].map(({ card }) => [card.id, card]));
  const span = campaign ? Math.max(1, campaign.date - today) : AHEAD;
  const steps = Math.min(SAMPLES, span);
  return Array.from({ length: steps + 1 }, (_, step) => {
    const day = Math.round(today + (span * step) / steps) as StudyDay;
    return { x: day, value: knowledgeOn(states, weights, day, environment.context.scheduler).recall };
  });
}

function knowledgeInWords(
  alone: readonly RangePoint[],
  campaign: Campaign | null,
  outlook: Outlook | undefined,
): string {
  const now = alone[0]?.value ?? 0;
  const end = alone.at(-1)?.value ?? 0;
  const opening = `Today you would recall ${percentOf(now)} of it; with nothing more done ${percentOf(end)} `;
  if (!campaign) return `${opening}in ${AHEAD} days. What you have never seen counts as nothing.`;
  const verdict = outlook?.verdict ? ` ${verdictInWords(outlook.verdict, campaign.minutesPerDay)}` : '';
  return `${opening}on the day.${verdict}`;
}

interface Lines {
  readonly before: readonly RangePoint[];
  /** From today on. */
  readonly alone: readonly RangePoint[];
  readonly reach: Reach | null;
  /** The last day. */
  readonly end: StudyDay;
}

function linesOf(props: KnowledgeProps): Lines {
  const { past, today, outlook } = props;
  const verdict = outlook?.verdict;
  const alone = leftAlone(props);
  const history = (past?.points ?? []).filter(({ day }) => day < today).slice(-WEEKS_BACK);
  return {
    before: history.map(({ day, recall }) => ({ x: day, value: recall })),
    alone,
    reach: verdict && verdict.kind !== 'far' ? verdict.reach : null,
    end: (alone.at(-1)?.x ?? today) as StudyDay,
  };
}

function tableOf({ before, alone, reach, end }: Lines, today: StudyDay): ChartTable {
  const row = ({ x, value }: RangePoint, how: string) => [dayCell(x as StudyDay, today), percentOf(value), how];
  return {
    caption: 'Share of the questions that would be recalled',
    head: ['Day', 'Recalled', 'How'],
    rows: [
      ...before.map((point) => row(point, 'as it was')),
      ...alone.map((point, index) => row(point, index === 0 ? 'today' : 'with nothing more done')),
      ...(reach ? [row({ x: end, value: reach.recall }, 'with the plan')] : []),
    ],
  };
}

/** What is known, and where it leads: with the plan, and with nothing more done. */
export function KnowledgeCard(props: KnowledgeProps) {
  const { campaign, today, outlook } = props;
  const lines = linesOf(props);
  const { before, alone, reach, end } = lines;
  const [first] = before;
  const planned = reach ? [[{ x: end, value: reach.recall, low: reach.low, high: reach.high }]] : [];
  return (
    <ChartCard
      title={campaign ? 'What you will know on the day' : 'What will be left of it'}
      aside={campaign ? shortDateOf(campaign.date) : `in ${AHEAD} days`}
      sentence={knowledgeInWords(alone, campaign, outlook)}
      table={tableOf(lines, today)}
    >
      <RangeLines
        past={[...before, ...alone.slice(0, 1)]}
        ahead={[alone.slice(1), ...planned]}
        labels={[
          ...(first ? [{ x: first.x, label: shortDateOf(first.x as StudyDay) }] : []),
          { x: today, label: 'today' },
          { x: end, label: shortDateOf(end) },
        ]}
      />
      <ul className={css['key']}>
        <li>Line: as it was</li>
        <li>Grey dashes: with nothing more done</li>
        {reach && <li>Amber dashes: with the plan, and its range</li>}
      </ul>
    </ChartCard>
  );
}
