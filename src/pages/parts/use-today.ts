import type { StudyDay } from '#memory/study-day.ts';
import type { Settings } from '#review/settings.ts';
import { todayOf } from './environment.ts';
import { useNow } from './use-now.ts';

/** The study day, moving on by itself while the page stays open over the rollover hour. */
export function useToday(settings: Settings): StudyDay {
  return todayOf(settings, useNow());
}
