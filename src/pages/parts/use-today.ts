import { useEffect, useState } from 'react';
import type { StudyDay } from '#memory/study-day.ts';
import type { Settings } from '#review/settings.ts';
import { todayOf } from './environment.ts';

const MINUTE_MS = 60_000;

/** The study day, moving on by itself while the page stays open over the rollover hour. */
export function useToday(settings: Settings): StudyDay {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const look = (): void => setNowMs(Date.now());
    const timer = setInterval(look, MINUTE_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return todayOf(settings, nowMs);
}
