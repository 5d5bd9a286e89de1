import { useMemo } from 'react';
import { settingsFrom } from '#review/settings.ts';
import { getStorage } from '#storage/current.ts';
import { useLive } from '#storage/use-live.ts';
import { environmentOf, type Environment } from './environment.ts';

/** The settings in force and the scheduler made from them, again when a setting changes; undefined until read. */
export function useEnvironment(): Environment | undefined {
  const rows = useLive(({ db }) => db.settings.toArray(), []);
  return useMemo(() => rows && environmentOf(settingsFrom(rows), getStorage().device), [rows]);
}
