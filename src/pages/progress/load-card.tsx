import type { StudyDay } from '#memory/study-day.ts';
import { longDay } from '#pages/parts/dates.ts';
import { countOf, dayInWords } from '#pages/parts/format.ts';
import type { PlannedLoad } from '#plan/forecast.ts';
import type { LoadDay } from '#progress/load.ts';
import { Bars } from './bars.tsx';
import { ChartCard } from './chart-card.tsx';
import css from './charts.module.css';
import type { Room } from './room.ts';
import { dayCell, shortDateOf } from './words.ts';

const totalOf = ({ scheduled, again, fresh }: LoadDay): number => scheduled + again + fresh;

export interface LoadCardProps {
  readonly load: readonly LoadDay[];
  readonly today: StudyDay;
  readonly newPerDay: number;
  /** What the minutes of the plan hold on each of the days; null without a plan. */
  readonly room: readonly Room[] | null;
  /** What the plan makes of them, up to the interview; undefined without one, and while it is worked out. */
  readonly planned: readonly PlannedLoad[] | undefined;
}

const meanOf = (values: readonly number[]): number =>
  Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);

/** `With your plan, 30 minutes on 18 of these days, it is about 24 a day until …, 20 of them to new questions; without it 33.` */
function planInWords({ planned, room, load, today }: LoadCardProps): string {
  const last = planned?.at(-1);
  if (!planned || !last) return '';
  const usual = meanOf(load.slice(0, planned.length).map(totalOf));
  const all = meanOf(planned.map(({ back, fresh }) => back + fresh));
  const { minutes, days } = minutesOf(room ?? []);
  const how = days === 0 ? '' : `, ${countOf(minutes, 'minute')} on ${days} of these days,`;
  return ` With your plan${how} it is about ${all} a day until ${longDay(last.day, today)}, ${freshOfThem(planned)} of them to new questions; without it ${usual}.`;
}

/** How many new questions a day, as far as whole numbers can say. */
function freshOfThem(planned: readonly PlannedLoad[]): string {
  const fresh = planned.map((day) => day.fresh);
  if (fresh.every((count) => count === 0)) return 'none';
  const mean = meanOf(fresh);
  return mean === 0 ? 'fewer than one' : String(mean);
}

/** On how many days there are minutes, and how many on average. */
function minutesOf(room: readonly Room[]): { readonly minutes: number; readonly days: number } {
  const open = room.filter(({ seconds }) => seconds > 0);
  return { days: open.length, minutes: open.length === 0 ? 0 : meanOf(open.map(({ seconds }) => seconds / 60)) };
}

/** What the plan has room for, while its own load is worked out. */
function roomInWords(room: readonly Room[] | null, load: readonly LoadDay[]): string {
  if (!room) return '';
  const open = room.filter(({ seconds }) => seconds > 0);
  const { minutes } = minutesOf(room);
  const over = load.filter((day, index) => {
    const { seconds = 0, answers = 0 } = room[index] ?? {};
    return seconds > 0 && day.scheduled + day.again > answers;
  }).length;
  const opening = ` Your plan has ${countOf(minutes, 'minute')} on ${countOf(open.length, 'day')} of these, about ${Math.round(
    open.reduce((sum, { answers }) => sum + answers, 0) / open.length,
  )} answers each`;
  return over === 0
    ? `${opening}: room for all that comes back.`
    : `${opening}; on ${countOf(over, 'day')} more comes back than that, and what matters most for the interview is asked first.`;
}

/** What is expected of new questions: none where none is left, whatever is wished for. */
function freshInWords(load: readonly LoadDay[], newPerDay: number): string {
  const isLeft = load.some(({ fresh }) => fresh > 0);
  return isLeft ? `With ${countOf(newPerDay, 'new question')} a day` : 'Without new questions';
}

function loadInWords(props: LoadCardProps): string {
  const { load, today, newPerDay, room } = props;
  const total = load.reduce((sum, day) => sum + totalOf(day), 0);
  if (total < 0.5) return 'Nothing comes back in the next 30 days, and no new question is left.';
  const fullest = load.reduce((most, day) => (totalOf(day) > totalOf(most) ? day : most));
  const mean = Math.round(total / load.length);
  return `${freshInWords(load, newPerDay)} you will give about ${countOf(mean, 'answer')} a day; the fullest day is ${dayInWords(
    fullest.day,
    today,
  )} with about ${Math.round(totalOf(fullest))}. Expected from your memory, if every day is done.${planInWords(props) || roomInWords(room, load)}`;
}

/** What the next 30 days hold. */
export function LoadCard(props: LoadCardProps) {
  const { load, today, room, planned } = props;
  const asked = planned?.map(({ back, fresh }) => back + fresh);
  return (
    <ChartCard
      title="The next 30 days"
      sentence={loadInWords(props)}
      table={{
        caption: 'Expected answers on each of the next 30 days',
        head: [
          'Day',
          'Scheduled',
          'Back again',
          'New',
          'Together',
          ...(asked ? ['With the plan'] : []),
          ...(room ? ['Plan, minutes'] : []),
        ],
        rows: load.map((day, index) => [
          day.day === today ? { day: today, text: `Today, ${longDay(today, today)}` } : dayCell(day.day, today),
          day.scheduled,
          Math.round(day.again),
          Math.round(day.fresh),
          Math.round(totalOf(day)),
          ...(asked ? [index in asked ? Math.round(asked[index] ?? 0) : '–'] : []),
          ...(room ? [Math.round((room[index]?.seconds ?? 0) / 60)] : []),
        ]),
      }}
    >
      <Bars
        bars={load.map((day, index) => ({
          key: day.day,
          parts: [day.scheduled, day.again, day.fresh],
          ...(index % 7 === 0 ? { label: index === 0 ? 'today' : shortDateOf(day.day) } : {}),
          marked: index === 0,
        }))}
        marks={asked ?? room?.map(({ answers }) => answers) ?? []}
      />
      <ul className={css['key']}>
        <li>Full: scheduled today</li>
        <li>Lighter: comes back again</li>
        <li>Hollow: new questions and what follows</li>
        {asked ? <li>Dash: with the plan</li> : room && <li>Dash: what the plan’s minutes hold</li>}
      </ul>
    </ChartCard>
  );
}
