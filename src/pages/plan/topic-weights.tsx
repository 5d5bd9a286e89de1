import type { DomainHead } from '#bank/head.ts';
import { countOf } from '#pages/parts/format.ts';
import type { PlanQuestion } from '#plan/scope.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { FaultLine } from '#pages/parts/fault-line.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { Select } from '#ui/text-field.tsx';
import { WEIGHTS, withTopic, wordOfWeight, type Draft, type WeightWord } from './draft.ts';
import css from './plan.module.css';

export interface TopicWeightsProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly domains: readonly DomainHead[];
  readonly questions: readonly PlanQuestion[];
  readonly error?: string | undefined;
}

const SCOPES = [
  { value: 'all', label: 'Everything' },
  { value: 'some', label: 'Chosen topics' },
] as const;

/** How much each domain counts, and inside it each topic. */
export function TopicWeights({ draft, onChange, domains, questions, error }: TopicWeightsProps) {
  const counts = new Map<string, number>();
  for (const { topic } of questions) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return (
    <>
      <Segmented
        label="Topics"
        showLabel
        options={SCOPES}
        value={draft.everything ? 'all' : 'some'}
        onChange={(scope) => onChange({ ...draft, everything: scope === 'all' })}
      />
      <FaultLine text={error} />
      {!draft.everything && (
        <div>
          {domains.map((domain) => (
            <Domain key={domain.id} domain={domain} draft={draft} onChange={onChange} counts={counts} />
          ))}
        </div>
      )}
    </>
  );
}

interface DomainProps extends Pick<TopicWeightsProps, 'draft' | 'onChange'> {
  readonly domain: DomainHead;
  readonly counts: ReadonlyMap<string, number>;
}

function Domain({ domain, draft, onChange, counts }: DomainProps) {
  const { topics } = draft;
  const ids = domain.topics.map(({ id }) => `${domain.id}/${id}`);
  const asked = ids.filter((id) => (topics[id] ?? topics[domain.id] ?? 0) > 0);
  const note =
    asked.length === 0
      ? 'not asked'
      : asked.length === ids.length
        ? 'asked'
        : `${asked.length} of ${countOf(ids.length, 'topic')}`;
  return (
    <Disclosure summary={domain.title} note={note}>
      <div className={css['weights']}>
        <Select
          inline
          label={`All of ${domain.title}`}
          options={WEIGHTS}
          value={wordOfWeight(topics[domain.id] ?? 0)}
          onChange={(word) => onChange(withTopic(draft, domain.id, Number(word)))}
        />
        {domain.topics.map(({ id, title }) => (
          <Topic
            key={id}
            title={title}
            count={counts.get(`${domain.id}/${id}`) ?? 0}
            weight={topics[`${domain.id}/${id}`] ?? null}
            onChange={(weight) => onChange(withTopic(draft, `${domain.id}/${id}`, weight))}
          />
        ))}
      </div>
    </Disclosure>
  );
}

const OF_TOPIC: readonly { readonly value: WeightWord | 'domain'; readonly label: string }[] = [
  { value: 'domain', label: 'Like the rest' },
  ...WEIGHTS,
];

function Topic(props: {
  readonly title: string;
  readonly count: number;
  readonly weight: number | null;
  readonly onChange: (weight: number | null) => void;
}) {
  const { title, count, weight, onChange } = props;
  return (
    <Select
      inline
      label={title}
      hint={countOf(count, 'question')}
      options={OF_TOPIC}
      value={weight === null ? 'domain' : wordOfWeight(weight)}
      onChange={(word) => onChange(word === 'domain' ? null : Number(word))}
    />
  );
}
