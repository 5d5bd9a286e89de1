/** What a replay goes by, from the settings. */
import { createScheduler } from '#memory/scheduler.ts';
import type { ReplayContext } from './reduce.ts';
import { parametersFrom, type Settings } from './settings.ts';

/** The scheduler that the settings ask for, and their hour at which a study day begins. */
export function contextOf(settings: Settings): ReplayContext {
  return { scheduler: createScheduler(parametersFrom(settings)), rolloverHour: settings.rolloverHour };
}
