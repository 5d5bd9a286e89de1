import type { DomainHead } from '#bank/head.ts';
import { TIERS, type Tier } from '#bank/tier.ts';
import { FaultLine } from '#pages/parts/fault-line.tsx';
import { useRefusal } from '#pages/parts/use-refusal.ts';
import { OWN_LIMITS, OWN_TOPIC, type OwnPoint } from '#review/own-question.ts';
import { Button } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Row } from '#ui/page.tsx';
import { Switch } from '#ui/switch.tsx';
import { Select, TextArea, TextField } from '#ui/text-field.tsx';
import { faultsOf, withPoint, type Draft } from './draft.ts';
import css from './own.module.css';

export interface OwnFormProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly domains: readonly DomainHead[];
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

/** Asked, answered, and what an answer must hold. */
export function OwnForm({ draft, onChange, domains, busy, onSave, onCancel }: OwnFormProps) {
  const { form, judged, refuse } = useRefusal();
  const faults = faultsOf(draft);
  const shown = judged ? faults : {};
  return (
    <form
      ref={form}
      className={css['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (Object.keys(faults).length > 0) refuse();
        else onSave();
      }}
    >
      <Card title="The question">
        <TextField
          label="Question"
          maxLength={OWN_LIMITS.title}
          autoComplete="off"
          value={draft.title}
          error={shown.title}
          onChange={(title) => onChange({ ...draft, title })}
        />
        <TextArea
          label="Answer"
          hint="As you would say it. An empty line begins a paragraph, backticks mark `code`."
          rows={5}
          maxLength={OWN_LIMITS.answer}
          value={draft.answer}
          error={shown.answer}
          onChange={(answer) => onChange({ ...draft, answer })}
        />
      </Card>
      <Points draft={draft} onChange={onChange} error={shown.points} />
      <Card title="Where it belongs">
        <Select
          label="Topic"
          options={topicsOf(domains)}
          value={draft.topic}
          onChange={(topic) => onChange({ ...draft, topic })}
        />
        <Select
          label="Tier"
          options={TIER_NAMES}
          value={draft.tier}
          onChange={(tier) => onChange({ ...draft, tier })}
        />
      </Card>
      <Row end>
        <Button onClick={onCancel}>Cancel</Button>
        <Button variant="primary" type="submit" busy={busy}>
          Save question
        </Button>
      </Row>
    </form>
  );
}

const TIER_NAMES: readonly { readonly value: Tier; readonly label: string }[] = TIERS.map((tier) => ({
  value: tier,
  label: tier.charAt(0).toUpperCase() + tier.slice(1),
}));

function topicsOf(domains: readonly DomainHead[]) {
  const own = { value: OWN_TOPIC, label: 'Your own' };
  return [
    own,
    ...domains.flatMap(({ id, title, topics }) =>
      topics.map((topic) => ({ value: `${id}/${topic.id}`, label: `${title} / ${topic.title}` })),
    ),
  ].filter(({ value }, index) => index === 0 || value !== OWN_TOPIC);
}

interface PointsProps extends Pick<OwnFormProps, 'draft' | 'onChange'> {
  readonly error: string | undefined;
}

function Points({ draft, onChange, error }: PointsProps) {
  return (
    <Card title="Key points" aside={`up to ${OWN_LIMITS.points}`}>
      <Muted>What an answer must hold, each in one sentence. An answer without a core point has failed.</Muted>
      <FaultLine text={error} />
      {draft.points.map((point, index) => (
        <Point
          key={point.id}
          name={`Point ${index + 1}`}
          point={point}
          onChange={(over) => onChange(withPoint(draft, index, over))}
        />
      ))}
    </Card>
  );
}

interface PointProps {
  readonly name: string;
  readonly point: OwnPoint;
  readonly onChange: (over: Partial<OwnPoint>) => void;
}

function Point({ name, point, onChange }: PointProps) {
  return (
    <div className={css['point']}>
      <TextField
        label={name}
        maxLength={OWN_LIMITS.point}
        autoComplete="off"
        value={point.text}
        onChange={(text) => onChange({ text })}
      />
      {point.text.trim() !== '' && (
        <Switch label={`${name} is core`} checked={point.core} onChange={(core) => onChange({ core })} />
      )}
    </div>
  );
}
