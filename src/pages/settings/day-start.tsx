import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Select } from '#ui/text-field.tsx';
import { changeDayStart } from './jobs.ts';
import { JobProgress } from './job-progress.tsx';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
const timeOf = (hour: number): string => clock.format(hour * 3_600_000);

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: timeOf(hour) }));

/** The hour at which a study day begins. It is part of every day in the history, so a change is asked about first. */
export function DayStart({ hour }: { readonly hour: number }) {
  const [asked, setAsked] = useState<number | null>(null);
  const change = (): void => {
    if (asked !== null) void changeDayStart(asked);
    setAsked(null);
  };
  return (
    <div>
      <Select
        inline
        label="Day begins at"
        hint="What you review before this hour still counts for the evening before."
        options={HOURS}
        value={String(hour)}
        onChange={(value) => setAsked(Number(value) === hour ? null : Number(value))}
      />
      <JobProgress task="dayStart" />
      <Dialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={`Begin the day at ${timeOf(asked ?? hour)}?`}
        actions={
          <>
            <Button onClick={() => setAsked(null)}>Cancel</Button>
            <Button variant="primary" onClick={change}>
              Change and rebuild
            </Button>
          </>
        }
      >
        <p>
          What you know is worked out again from your history with days that begin at {timeOf(asked ?? hour)}. Your
          reviews and what each button promised stay; only what was reviewed between{' '}
          {timeOf(Math.min(hour, asked ?? hour))} and {timeOf(Math.max(hour, asked ?? hour))} moves to the neighbouring
          day, and its due date with it.
        </p>
      </Dialog>
    </div>
  );
}
