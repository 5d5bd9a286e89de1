import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { settingsFrom } from '#review/settings.ts';
import { getStorage } from '#storage/current.ts';
import { readSettingRows } from '#storage/settings-store.ts';
import { useLive } from '#storage/use-live.ts';
import { environmentOf, type Environment } from './environment.ts';

const Current = createContext<Environment | undefined>(undefined);

/** Reads the settings once for everything inside, and again when one changes. */
export function EnvironmentProvider({ children }: { readonly children: ReactNode }) {
  const rows = useLive(({ db }) => readSettingRows(db), []);
  const environment = useMemo(() => rows && environmentOf(settingsFrom(rows), getStorage().device), [rows]);
  return <Current value={environment}>{children}</Current>;
}

/** The settings in force and the scheduler made from them; undefined until read. */
export function useEnvironment(): Environment | undefined {
  return useContext(Current);
}
