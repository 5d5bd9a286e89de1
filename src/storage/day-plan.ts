/** What holds today alone: the plan of the day as it lies ready for the queue, and limits. Of this device alone. */
import type { StudyDay } from '#memory/study-day.ts';
import type { CardId } from '#review/ids.ts';
import type { LamplightDb } from './database.ts';

export const DAY_PLAN = 'dayPlan';

export interface DayPlanRow {
  readonly day: StudyDay;
  /** In the order in which to ask. */
  readonly cards: readonly CardId[];
  /** Expected seconds of each, as the plan counts them; rows of before lack them. */
  readonly seconds?: readonly number[];
  /** Whether what is due beside the plan is asked after it, today. */
  readonly others: boolean;
  /** What the plan was made for: another text, another plan. */
  readonly wishes: string;
}

/** The plan of this study day; undefined when no interview is ahead, or none was made yet. */
export async function readDayPlan(db: LamplightDb, today: StudyDay): Promise<DayPlanRow | undefined> {
  const plan = (await db.local.get(DAY_PLAN))?.value as DayPlanRow | undefined;
  return plan?.day === today ? plan : undefined;
}

export const OVERRIDE = 'todayOnly';

/** Limits that hold today and are gone tomorrow; what is missing is as the settings and interviews say. */
export interface Override {
  readonly minutes?: number;
  readonly newCards?: number;
  readonly reviews?: number;
  /** Whether what is due beside the plan is asked too. */
  readonly others?: boolean;
}

/** The limits of this study day alone; empty when there are none. */
export async function readOverride(db: LamplightDb, today: StudyDay): Promise<Override> {
  const value = (await db.local.get(OVERRIDE))?.value as { day: StudyDay; limits: Override } | undefined;
  return value?.day === today ? value.limits : {};
}
