/** What a session needs beside its cards: settings in force and the scheduler made from them. */
import { studyDayOf, type StudyDay } from '#memory/study-day.ts';
import { contextOf } from '#review/context.ts';
import type { DeviceId } from '#review/ids.ts';
import type { ReplayContext } from '#review/reduce.ts';
import { policyFrom } from '#review/policy.ts';
import type { SchedulePolicy } from '#review/schedule.ts';
import type { Settings } from '#review/settings.ts';
import type { Storage } from '#storage/current.ts';
import { readSettings } from '#storage/settings-store.ts';
import { offsetMinutesAt } from '#storage/stamp.ts';

export interface Environment {
  readonly device: DeviceId;
  readonly settings: Settings;
  readonly context: ReplayContext;
  readonly policy: SchedulePolicy;
}

/** The environment that given settings make. */
export function environmentOf(settings: Settings, device: DeviceId): Environment {
  const context = contextOf(settings);
  return { device, settings, context, policy: policyFrom(settings, context.scheduler) };
}

/** Reads the settings and makes the environment. */
export async function readEnvironment({ db, device }: Storage): Promise<Environment> {
  return environmentOf(await readSettings(db), device);
}

/** The study day at this place and moment. */
export function todayOf(settings: Settings, nowMs: number): StudyDay {
  return studyDayOf(nowMs, offsetMinutesAt(nowMs), settings.rolloverHour);
}
