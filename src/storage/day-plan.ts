/** The plan of a day as it lies ready for the queue; worked out elsewhere. Of this device alone, and rebuilt at any time. */
import type { StudyDay } from '#memory/study-day.ts';
import type { CardId } from '#review/ids.ts';
import type { LamplightDb } from './database.ts';

export const DAY_PLAN = 'dayPlan';

export interface DayPlanRow {
  readonly day: StudyDay;
  /** In the order in which to ask. */
  readonly cards: readonly CardId[];
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
