import { useState } from 'react';
import type { StudyDay } from '#memory/study-day.ts';
import type { Weekday } from '#plan/campaign.ts';
import { Button } from '#ui/button.tsx';
import { Chip, RemovableChip } from '#ui/chip.tsx';
import { TextField } from '#ui/text-field.tsx';
import { dayOfIso, isoOf, shortDay } from './dates.ts';
import type { Draft } from './draft.ts';
import css from './plan.module.css';

const WEEKDAYS: readonly { readonly day: Weekday; readonly name: string; readonly short: string }[] = [
  { day: 1, name: 'Monday', short: 'Mon' },
  { day: 2, name: 'Tuesday', short: 'Tue' },
  { day: 3, name: 'Wednesday', short: 'Wed' },
  { day: 4, name: 'Thursday', short: 'Thu' },
  { day: 5, name: 'Friday', short: 'Fri' },
  { day: 6, name: 'Saturday', short: 'Sat' },
  { day: 7, name: 'Sunday', short: 'Sun' },
];

export interface RestDaysProps {
  readonly draft: Pick<Draft, 'restWeekdays' | 'restDates'>;
  readonly onChange: (draft: Draft) => void;
  readonly today: StudyDay;
}

/** Days without practice: weekdays, and single days. */
export function RestDays({ draft, onChange, today }: { readonly draft: Draft } & Omit<RestDaysProps, 'draft'>) {
  const [date, setDate] = useState('');
  const { restWeekdays, restDates } = draft;
  const day = dayOfIso(date);
  const toggle = (weekday: Weekday): void => {
    const kept = restWeekdays.filter((each) => each !== weekday);
    const next = kept.length < restWeekdays.length ? kept : [...kept, weekday].sort((a, b) => a - b);
    onChange({ ...draft, restWeekdays: next });
  };
  const add = (): void => {
    if (day === null || restDates.includes(day)) return;
    onChange({ ...draft, restDates: [...restDates, day].sort((a, b) => a - b) });
    setDate('');
  };
  return (
    <fieldset className={css['rest']}>
      <legend>Rest days</legend>
      <p className={css['hint']}>Nothing is planned on these; the days around them carry it.</p>
      <div className={css['chips']}>
        {WEEKDAYS.map(({ day: weekday, short }) => (
          <Chip key={weekday} selected={restWeekdays.includes(weekday)} onClick={() => toggle(weekday)}>
            {short}
          </Chip>
        ))}
      </div>
      <div className={css['addDate']}>
        <TextField label="A single day" type="date" min={isoOf(today)} value={date} onChange={setDate} />
        <Button disabled={day === null} onClick={add}>
          Add day
        </Button>
      </div>
      {restDates.length > 0 && (
        <div className={css['chips']}>
          {restDates.map((each) => (
            <RemovableChip
              key={each}
              name={shortDay(each)}
              onRemove={() => onChange({ ...draft, restDates: restDates.filter((other) => other !== each) })}
            >
              {shortDay(each)}
            </RemovableChip>
          ))}
        </div>
      )}
    </fieldset>
  );
}
