import { useState } from 'react';
import type { StudyDay } from '#memory/study-day.ts';
import { dayOfIso, isoOf } from '#pages/parts/dates.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Row } from '#ui/page.tsx';
import { TextField } from '#ui/text-field.tsx';

export interface DueDateProps {
  readonly due: StudyDay;
  readonly today: StudyDay;
  readonly onDue: (day: StudyDay) => void;
}

/** Another day for the question to come back; its memory stays as it is. */
export function DueDate({ due, today, onDue }: DueDateProps) {
  const [date, setDate] = useState('');
  const day = dayOfIso(date);
  const sound = day !== null && day >= today && day !== due;
  return (
    <Disclosure summary="Set the due date">
      <TextField
        label="Comes back on"
        hint="What you know of it stays; the next answer is scheduled as usual."
        type="date"
        min={isoOf(today)}
        value={date === '' ? isoOf(due) : date}
        onChange={setDate}
      />
      <Row>
        <Button disabled={!sound} onClick={() => sound && onDue(day)}>
          Set this day
        </Button>
      </Row>
    </Disclosure>
  );
}
