import type { StudyDay } from '#memory/study-day.ts';
import { DatePicks, WeekdayChips } from '#pages/parts/days-picker.tsx';
import type { Weekday } from '#plan/campaign.ts';
import type { Draft } from './draft.ts';

export interface RestDaysProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly today: StudyDay;
}

/** Days without practice: weekdays, and single days. */
export function RestDays({ draft, onChange, today }: RestDaysProps) {
  return (
    <>
      <WeekdayChips
        label="Rest days"
        hint="Nothing is planned on these; the days around them carry it."
        chosen={draft.restWeekdays}
        onChange={(chosen) => onChange({ ...draft, restWeekdays: chosen as Weekday[] })}
      />
      <DatePicks
        label="A single day"
        dates={draft.restDates}
        today={today}
        onChange={(restDates) => onChange({ ...draft, restDates })}
      />
    </>
  );
}
