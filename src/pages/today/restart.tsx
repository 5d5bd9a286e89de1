import { useEffect, useState } from 'react';
import type { StudyDay } from '#memory/study-day.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { countOf, dayInWords } from '#pages/parts/format.ts';
import { storeSetting } from '#pages/parts/store-setting.ts';
import { useAttempt } from '#pages/parts/use-attempt.ts';
import { clearDay } from '#plan/recovery.ts';
import { countOverdue, type Overdue } from '#storage/backlog-work.ts';
import { getStorage } from '#storage/current.ts';
import { unreported } from '#storage/heavy-progress.ts';
import { runHeavy } from '#storage/heavy.ts';
import { useLive } from '#storage/use-live.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Row } from '#ui/page.tsx';

/** Fewer overdue cards than this are a day's work. */
const BACKLOG = 40;
const OFFERED = [15, 20, 30, 45] as const;

/** Seconds that are overdue, worked out away from the page while there is a backlog; null until then. */
function useOverdue(today: StudyDay, count: number): Overdue | null {
  const [overdue, setOverdue] = useState<Overdue | null>(null);
  useEffect(() => {
    if (count < BACKLOG) return undefined;
    const { outcome, cancel } = runHeavy(getStorage().db, 'overdue', { today }, unreported);
    const take = async (): Promise<void> => {
      const end = await outcome;
      if (end.kind === 'done') setOverdue(end.value);
    };
    void take();
    return cancel;
  }, [today, count]);
  return count < BACKLOG ? null : overdue;
}

export interface RestartProps {
  readonly environment: Environment;
  readonly today: StudyDay;
}

/** After a break: a way out at so many minutes a day, and never a wall. */
export function Restart({ environment: { settings }, today }: RestartProps) {
  const count = useLive(({ db }) => countOverdue(db, today), [today]) ?? 0;
  const overdue = useOverdue(today, count);
  const { toast } = useAnnounce();
  const attempt = useAttempt();
  if (!overdue) return null;
  const { holidays, minutesPerDay } = settings;
  const clearBy = (minutes: number): StudyDay | null =>
    clearDay({ ...overdue, today, isRest: (day) => holidays.includes(day) }, minutes);
  const inWords = (minutes: number): string => {
    const day = clearBy(minutes);
    return day === null ? 'not within a year' : `clear ${dayInWords(day, today)}`;
  };
  const take = async (minutes: number): Promise<void> => {
    const taken = await attempt(async () => void (await storeSetting('minutesPerDay', minutes)));
    if (taken) toast({ text: `${minutes} minutes a day from now on; the settings can change it.` });
  };
  return (
    <Card title="A gentle restart" aside={`${countOf(overdue.cards, 'card')} waiting`}>
      <Muted>
        {minutesPerDay > 0
          ? `At ${minutesPerDay} minutes a day you are ${inWords(minutesPerDay)}; what is closest to being forgotten comes first.`
          : 'Nothing is lost. Take some minutes a day: what is closest to being forgotten comes first.'}
      </Muted>
      <Row>
        {OFFERED.filter((minutes) => minutes !== minutesPerDay).map((minutes) => (
          <Button key={minutes} onClick={() => void take(minutes)}>
            {minutes} min: {inWords(minutes)}
          </Button>
        ))}
      </Row>
    </Card>
  );
}
