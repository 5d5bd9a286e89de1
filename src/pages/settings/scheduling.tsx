import type { StudyDay } from '#memory/study-day.ts';
import { todayOf } from '#pages/parts/environment.ts';
import { DatePicks, WeekdayChips } from '#pages/parts/days-picker.tsx';
import { useNow } from '#pages/parts/use-now.ts';
import { Card } from '#ui/card.tsx';
import { DayStart } from './day-start.tsx';
import { InLineCard } from './in-line-card.tsx';
import { LeechesCard } from './leeches-card.tsx';
import { LimitsCard } from './limits.tsx';
import { costOfRetention } from './retention.ts';
import { RetentionCurve } from './retention-curve.tsx';
import { Rows, Section } from './section.tsx';
import { NumberRow, SwitchRow } from './setting-rows.tsx';
import { StepsRow } from './steps-row.tsx';
import { TopicRetention } from './topic-retention.tsx';
import { TodayLimits } from './today-limits.tsx';
import type { SettingsInHand } from './use-settings.ts';
import { WeightsCard } from './weights-card.tsx';

/** How much, how often, how well. */
export function SchedulingSection(inHand: SettingsInHand) {
  const { settings } = inHand;
  const today = todayOf(settings, useNow());
  return (
    <Section
      title="Scheduling"
      lead="How much comes each day, and when a card comes back. Changes count from the next grade on; dates that were promised stay."
    >
      <LimitsCard {...inHand} />
      <TodayLimits settings={settings} today={today} />
      <RetentionCard inHand={inHand} today={today} />
      <StepsCard {...inHand} />
      <LeechesCard lapses={settings.leechLapses} />
      <DaysCard inHand={inHand} today={today} />
      <WeightsCard settings={settings} />
      <InLineCard today={today} />
    </Section>
  );
}

interface WithToday {
  readonly inHand: SettingsInHand;
  readonly today: StudyDay;
}

function RetentionCard({ inHand, today }: WithToday) {
  const { desiredRetention } = inHand.settings;
  return (
    <Card>
      <Rows>
        <NumberRow
          inHand={inHand}
          of="desiredRetention"
          times={100}
          label="Desired retention"
          hint={costOfRetention(desiredRetention)}
          unit="%"
          min={70}
          max={97}
        />
        <RetentionCurve
          today={today}
          retention={desiredRetention}
          onChoose={(retention) => inHand.save('desiredRetention', retention)}
        />
        <TopicRetention inHand={inHand} today={today} />
        <NumberRow
          inHand={inHand}
          of="maximumIntervalDays"
          label="Longest interval"
          hint="No card stays away longer, however well you know it."
          unit="days"
          min={1}
          max={36_500}
          step={5}
        />
      </Rows>
    </Card>
  );
}

function StepsCard(inHand: SettingsInHand) {
  return (
    <Card>
      <Rows>
        <NumberRow
          inHand={inHand}
          of="againMinutes"
          label="Again after"
          hint="A forgotten card is asked once more in the same sitting after this time."
          unit="min"
          min={1}
          max={120}
        />
        <NumberRow
          inHand={inHand}
          of="learnAheadMinutes"
          label="Ask ahead"
          hint="When nothing else waits, a card of a short step that is due within this time is asked at once; 0 lets each wait its time."
          unit="min"
          min={0}
          max={1440}
          step={5}
        />
        <StepsRow
          inHand={inHand}
          of="learningSteps"
          label="Steps of a new question"
          hint="Minutes after which a new question is asked again before it is counted in days; none is right for most people."
        />
        <StepsRow
          inHand={inHand}
          of="relearningSteps"
          label="Steps of a forgotten one"
          hint="The same after a lapse, once it was recalled again; none is right for most people."
        />
        <NumberRow
          inHand={inHand}
          of="leechLapses"
          label="Slips before it is pointed out"
          hint="A card that was forgotten so often is met with what may help, at once and in the list below; 0 never points one out."
          min={0}
          max={50}
        />
      </Rows>
    </Card>
  );
}

function DaysCard({ inHand, today }: WithToday) {
  const { settings, save } = inHand;
  return (
    <Card>
      <Rows>
        <DayStart hour={settings.rolloverHour} />
        <SwitchRow
          inHand={inHand}
          of="fuzz"
          label="Spread due dates"
          hint="Moves each date a little, to a day on which less is due, so that cards learnt together do not all come back together."
        />
        <div>
          <WeekdayChips
            label="Easy weekdays"
            hint="Less falls due on these: about two fifths of a usual day. Needs due dates to be spread."
            chosen={settings.easyWeekdays}
            onChange={(chosen) => save('easyWeekdays', chosen)}
          />
        </div>
        <div>
          <DatePicks
            label="Holidays"
            hint="Nothing that you grade from now on falls due on these days; it comes before or after."
            dates={settings.holidays as readonly StudyDay[]}
            today={today}
            onChange={(dates) => save('holidays', dates)}
          />
        </div>
      </Rows>
    </Card>
  );
}
