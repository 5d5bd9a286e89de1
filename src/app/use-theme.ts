import { useEffect } from 'react';
import { settingsFrom } from '#review/settings.ts';
import { useLive } from '#storage/use-live.ts';

/** Puts the chosen theme on the root element; with none chosen the system's preference holds. */
export function useTheme(): void {
  const theme = useLive(async ({ db }) => settingsFrom(await db.settings.toArray()).theme, []);
  useEffect(() => {
    if (theme === undefined) return;
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
