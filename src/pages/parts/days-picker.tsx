import { useState } from 'react';
import type { StudyDay } from '#memory/study-day.ts';
import { Button } from '#ui/button.tsx';
import { Chip, RemovableChip } from '#ui/chip.tsx';
import { TextField } from '#ui/text-field.tsx';
import css from './days-picker.module.css';
import { dayOfIso, isoOf, shortDay } from './dates.ts';

/** 1 Monday to 7 Sunday. */
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

export interface WeekdaysProps {
  readonly label: string;
  readonly hint: string;
  readonly chosen: readonly number[];
  readonly onChange: (chosen: number[]) => void;
}

/** Weekdays that stay down when pressed. */
export function WeekdayChips({ label, hint, chosen, onChange }: WeekdaysProps) {
  const toggle = (weekday: number): void => {
    const kept = chosen.filter((each) => each !== weekday);
    onChange(kept.length < chosen.length ? kept : [...kept, weekday].sort((a, b) => a - b));
  };
  return (
    <fieldset className={css['days']}>
      <legend>{label}</legend>
      <p className={css['hint']}>{hint}</p>
      <div className={css['chips']}>
        {WEEKDAYS.map((name, index) => (
          <Chip key={name} selected={chosen.includes(index + 1)} onClick={() => toggle(index + 1)}>
            {name}
          </Chip>
        ))}
      </div>
    </fieldset>
  );
}

export interface DatesProps {
  readonly label: string;
  readonly hint?: string;
  readonly dates: readonly StudyDay[];
  readonly today: StudyDay;
  readonly onChange: (dates: StudyDay[]) => void;
}

/** Single days, added one at a time; those that are over are not shown. */
export function DatePicks({ label, hint, dates, today, onChange }: DatesProps) {
  const [date, setDate] = useState('');
  const day = dayOfIso(date);
  const add = (): void => {
    if (day === null || dates.includes(day)) return;
    onChange([...dates, day].sort((a, b) => a - b));
    setDate('');
  };
  const ahead = dates.filter((each) => each >= today);
  return (
    <div className={css['days']}>
      <div className={css['add']}>
        <TextField label={label} hint={hint} type="date" min={isoOf(today)} value={date} onChange={setDate} />
        <Button disabled={day === null} onClick={add}>
          Add day
        </Button>
      </div>
      {ahead.length > 0 && (
        <div className={css['chips']}>
          {ahead.map((each) => (
            <RemovableChip
              key={each}
              name={shortDay(each)}
              onRemove={() => onChange(dates.filter((other) => other !== each))}
            >
              {shortDay(each)}
            </RemovableChip>
          ))}
        </div>
      )}
    </div>
  );
}
