/** Every figure of the Progress page that follows from cards and days. */
import type { ItemId, PointId } from '#bank/item.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import type { StudyDay } from '#memory/study-day.ts';
import type { CardState } from '#review/card-state.ts';
import { numberOf, type Tallies } from './day-tally.ts';
import { floorsOf, type Floor, type PlacedQuestion } from './house.ts';
import { loadAhead, type LoadDay } from './load.ts';
import {
  calibrationIn,
  guessesIn,
  retentionIn,
  type CalibrationStep,
  type GuessShare,
  type Retention,
} from './retention.ts';
import { standingsOf, tallyOf, type Standings, type Tally } from './standing.ts';
import { streakOf, type Streak } from './streak.ts';
import { thisWeek, type ThisWeek } from './this-week.ts';
import { answerTimesIn, timeSpentIn, type AnswerTimes, type TimeSpent } from './time.ts';
import { yearOf, type YearDay } from './year.ts';

/** A question with the points that it has now. */
export interface PointedQuestion extends PlacedQuestion {
  readonly points: readonly PointId[];
}

export interface SundayInput {
  readonly questions: readonly PointedQuestion[];
  /** `domain/topic` in the order in which they are shown. */
  readonly topics: readonly string[];
  /** The cards of each item that was ever answered. */
  readonly cards: ReadonlyMap<ItemId, readonly CardState[]>;
  readonly tallies: Tallies;
  readonly today: StudyDay;
  readonly newPerDay: number;
  /** Lapses that make a leech; 0 for none. */
  readonly leechLapses: number;
  readonly isRest: (day: StudyDay) => boolean;
  readonly scheduler: Scheduler;
  /** Where some items are to be known better than others: the scheduler of an item's cards. */
  readonly schedulerOf?: ((item: ItemId) => Scheduler) | undefined;
}

export interface Sunday {
  readonly standings: Standings;
  readonly floors: readonly Floor[];
  /** Of all questions in the bank. */
  readonly tally: Tally;
  readonly week: ThisWeek;
  readonly year: readonly (readonly YearDay[])[];
  readonly streak: Streak;
  /** Of the last `RECENT_DAYS` days. */
  readonly retention: Retention;
  readonly calibration: readonly CalibrationStep[];
  readonly guesses: readonly GuessShare[];
  readonly times: AnswerTimes;
  /** Of as many days before these. */
  readonly timesBefore: AnswerTimes;
  readonly spent: { readonly week: TimeSpent; readonly recent: TimeSpent; readonly all: TimeSpent };
  readonly load: readonly LoadDay[];
  /** Whether anything was ever answered, be it of a question that has left the bank. */
  readonly begun: boolean;
}

/** How far back "lately" reaches. */
const RECENT_DAYS = 90;
/** How far ahead the load is expected. */
const LOAD_DAYS = 30;

const back = (today: StudyDay, days: number): StudyDay => (today - days + 1) as StudyDay;

/** The figures of a day. Days that lie ahead of today by this device's calendar count as its latest. */
export function sundayOf(input: SundayInput): Sunday {
  const { questions, cards, tallies, today, scheduler } = input;
  const known = [...cards.values()].flat();
  const standings = standingsOf(known, today, scheduler);
  const tally = tallyOf(
    questions.map(({ id }) => id),
    standings,
  );
  return {
    standings,
    tally,
    floors: floorsOf(input.topics, questions, standings),
    week: thisWeek(inBank(standings, questions), tallies.values(), today, input.leechLapses),
    load: loadAhead({ ...input, cards: cardsInBank(cards, questions), days: LOAD_DAYS, unseen: tally.new }),
    begun: cards.size > 0 || tallies.size > 0,
    ...pastOf(input),
  };
}

type Past = Pick<
  Sunday,
  'year' | 'streak' | 'retention' | 'calibration' | 'guesses' | 'times' | 'timesBefore' | 'spent'
>;

function pastOf({ tallies, today, isRest }: SundayInput): Past {
  const days = [...tallies.values()];
  const latest = Infinity as StudyDay;
  const recent = back(today, RECENT_DAYS);
  const active = days.filter((tally) => numberOf(tally, 'answers') > 0).map(({ day }) => day);
  return {
    year: yearOf(tallies, today),
    streak: streakOf(active, isRest, today),
    retention: retentionIn(days, recent, latest),
    calibration: calibrationIn(days, recent, latest),
    guesses: guessesIn(days, recent, latest),
    times: answerTimesIn(days, recent, latest),
    timesBefore: answerTimesIn(days, back(recent, RECENT_DAYS + 1), (recent - 1) as StudyDay),
    spent: {
      week: timeSpentIn(days, back(today, 7), latest),
      recent: timeSpentIn(days, recent, latest),
      all: timeSpentIn(days, -Infinity as StudyDay, latest),
    },
  };
}

function inBank(standings: Standings, questions: readonly PlacedQuestion[]): Standings {
  return new Map(
    questions.flatMap(({ id }) => {
      const standing = standings.get(id);
      return standing ? [[id, standing] as const] : [];
    }),
  );
}

/** What the queue asks: neither a question nor a point that has left the bank. */
function cardsInBank(cards: SundayInput['cards'], questions: readonly PointedQuestion[]): CardState[] {
  return questions.flatMap(({ id, points }) => {
    return (cards.get(id) ?? []).filter(({ point }) => point === null || points.includes(point));
  });
}
