import { useId } from 'react';
import type { StudyDay } from '#memory/study-day.ts';
import { countOf, grouped } from '#pages/parts/format.ts';
import { useRefusal } from '#pages/parts/use-refusal.ts';
import { CAMPAIGN_LIMITS } from '#plan/campaign-row.ts';
import { PLANNED_DAYS } from '#plan/campaign.ts';
import { questionWeights, type PlanQuestion } from '#plan/scope.ts';
import type { DomainHead } from '#bank/head.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { Row } from '#ui/page.tsx';
import { TextField } from '#ui/text-field.tsx';
import { Aim } from './aim.tsx';
import { faultsOf, wishesOf, type Draft } from './draft.ts';
import { isoOf } from '#pages/parts/dates.ts';
import css from './plan.module.css';
import { RestDays } from './rest-days.tsx';
import { TierMix } from './tier-mix.tsx';
import { TopicWeights } from './topic-weights.tsx';

export interface FormProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly today: StudyDay;
  /** The day that it had before it is changed; null for a new one. */
  readonly held: StudyDay | null;
  readonly domains: readonly DomainHead[];
  readonly questions: readonly PlanQuestion[];
  readonly onSave: () => void;
  readonly onCancel: () => void;
  readonly busy: boolean;
}

/** An interview, written down: when, what it asks, how much time there is. */
export function CampaignForm(props: FormProps) {
  const { draft, onChange, today, held, domains, questions, onSave, onCancel, busy } = props;
  const { form, judged, refuse } = useRefusal();
  const scope = questionWeights(wishesOf(draft), questions).size;
  const faults = faultsOf(draft, today, scope, held);
  const shown = judged ? faults : {};
  const scopeId = useId();
  const save = (): void => {
    if (Object.keys(faults).length > 0) refuse();
    else onSave();
  };
  return (
    <form
      ref={form}
      className={css['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Card title="The interview" level={2}>
        <div className={css['fields']}>
          <TextField
            label="Date"
            type="date"
            min={isoOf(today)}
            max={isoOf((today + PLANNED_DAYS) as StudyDay)}
            value={draft.date}
            error={shown.date}
            onChange={(date) => onChange({ ...draft, date })}
          />
          <TextField
            label="Company"
            maxLength={CAMPAIGN_LIMITS.text}
            value={draft.company}
            autoComplete="off"
            onChange={(company) => onChange({ ...draft, company })}
          />
          <TextField
            label="Role"
            maxLength={CAMPAIGN_LIMITS.text}
            value={draft.role}
            autoComplete="off"
            onChange={(role) => onChange({ ...draft, role })}
          />
        </div>
      </Card>
      <Card title="What it asks" aside={<span id={scopeId}>{scopeInWords(scope, questions.length)}</span>}>
        <TierMix draft={draft} onChange={onChange} error={shown.tiers} />
        <TopicWeights draft={draft} onChange={onChange} domains={domains} questions={questions} error={shown.topics} />
      </Card>
      <Card title="Your time">
        <NumberField
          inline
          label="Minutes a day"
          hint="The day’s review stays within them, save for the card you are at when they are over."
          unit="min"
          min={5}
          max={240}
          step={5}
          value={draft.minutesPerDay}
          onChange={(minutesPerDay) => onChange({ ...draft, minutesPerDay })}
        />
        <RestDays draft={draft} onChange={onChange} today={today} />
      </Card>
      <Aim draft={draft} onChange={onChange} today={today} />
      <Row end>
        <Button onClick={onCancel}>Cancel</Button>
        <Button variant="primary" type="submit" busy={busy}>
          Save interview
        </Button>
      </Row>
    </form>
  );
}

function scopeInWords(scope: number, all: number): string {
  return scope === all ? `all ${countOf(all, 'question')}` : `${grouped(scope)} of ${countOf(all, 'question')}`;
}
