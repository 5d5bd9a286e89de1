import type { ReactNode } from 'react';
import type { DomainHead } from '#bank/head.ts';
import { TIERS } from '#bank/tier.ts';
import { countOf, rungOf } from '#pages/parts/format.ts';
import { titlesOf } from '#pages/parts/place-titles.ts';
import { STANDINGS } from '#pages/parts/standing.ts';
import { useWide } from '#pages/parts/use-wide.ts';
import type { StandingKind } from '#progress/standing.ts';
import { Chip, RemovableChip } from '#ui/chip.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Select } from '#ui/text-field.tsx';
import { TierLamp } from '#ui/tier-lamp.tsx';
import type { Counts } from './entry.ts';
import { countFilters, toggled, type Filters } from './filters.ts';
import { Count } from './kind-bar.tsx';
import { SortSelect } from './sort-select.tsx';
import type { UsedFilters } from './use-filters.ts';
import css from './page.module.css';

export interface FilterPanelProps extends PlaceProps {
  /** A filter was lifted by a button that goes with it. */
  readonly onLift: () => void;
}

interface PlaceProps {
  readonly used: UsedFilters;
  readonly counts: Counts;
  readonly domains: readonly DomainHead[];
}

/** All filters but the kind and the text: with the order; in sight where there is room, folded where there is not. */
export function FilterPanel(props: FilterPanelProps) {
  const wide = useWide();
  const { filters } = props.used;
  const folded = countFilters({ ...filters, text: '' });
  if (wide) return <Panel {...props} />;
  return (
    <Disclosure summary="Order and more filters" note={folded === 0 ? undefined : `${folded} in force`}>
      <Panel {...props} />
    </Disclosure>
  );
}

const STATE_WORDS: Readonly<Record<StandingKind, string>> = {
  new: 'New',
  learning: 'Learning',
  solid: 'Solid',
  fading: 'Fading',
  suspended: 'Suspended',
};

function Panel({ used, counts, domains, onLift }: FilterPanelProps) {
  const { filters, change } = used;
  const { kind, tiers, states, flagged, tag, chosen } = filters;
  // Only questions are learnt; what is in force stays in sight all the same.
  const standings = kind === null || kind === 'question' ? STANDINGS : states;
  const lift = (part: Partial<Filters>): void => {
    change(part);
    onLift();
  };
  return (
    <div className={css['panel']}>
      <SortSelect sort={filters.sort} onChange={(sort) => change({ sort })} />
      <PlaceSelects used={used} counts={counts} domains={domains} />
      <Choices label="Tier">
        {TIERS.map((tier) => (
          <Chip key={tier} selected={tiers.includes(tier)} onClick={() => change({ tiers: toggled(tiers, tier) })}>
            <TierLamp rung={rungOf(tier)} word={tier} showWord /> <Count of={counts.tiers.get(tier) ?? 0} />
          </Chip>
        ))}
      </Choices>
      <Choices label="Yours">
        {standings.map((state) => (
          <Chip
            key={state}
            selected={states.includes(state)}
            onClick={() => change({ states: toggled(states, state) })}
          >
            {STATE_WORDS[state]} <Count of={counts.states.get(state) ?? 0} />
          </Chip>
        ))}
        <Chip icon="flag" selected={flagged} onClick={() => change({ flagged: !flagged })}>
          Flagged <Count of={counts.flagged} />
        </Chip>
      </Choices>
      {chosen !== null && (
        <Choices label="Picked">
          <RemovableChip name="the picked entries" onRemove={() => lift({ chosen: null })}>
            {countOf(chosen.length, 'picked entry', 'picked entries')}
          </RemovableChip>
        </Choices>
      )}
      {tag !== null && (
        <Choices label="Tag">
          <RemovableChip name={`the tag ${tag}`} onRemove={() => lift({ tag: null })}>
            {tag}
          </RemovableChip>
        </Choices>
      )}
    </div>
  );
}

function Choices({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <fieldset>
      <legend className={css['legend']}>{label}</legend>
      <div className={css['choices']}>{children}</div>
    </fieldset>
  );
}

const ALL = '';

function PlaceSelects({ used, counts, domains }: PlaceProps) {
  const { filters, change } = used;
  const { domain, topic } = filters;
  const titleOf = titlesOf(domains).place;
  const option = (id: string, count: number) => ({ value: id, label: `${titleOf(id)} (${count})` });
  const domainIds = withChosen(
    domains.map(({ id }) => id),
    domain,
  );
  const heads = domains.find(({ id }) => id === domain)?.topics ?? [];
  const topicIds = withChosen(
    heads.map(({ id }) => `${domain}/${id}`),
    topic,
  );
  return (
    <div className={css['places']}>
      <Select
        label="Domain"
        value={domain ?? ALL}
        options={[
          { value: ALL, label: 'All domains' },
          ...domainIds.map((id) => option(id, counts.domains.get(id) ?? 0)),
        ]}
        onChange={(id) => change({ domain: id === ALL ? null : id, topic: null })}
      />
      {domain !== null && (
        <Select
          label="Topic"
          value={topic ?? ALL}
          options={[
            { value: ALL, label: 'All topics' },
            ...topicIds.map((id) => option(id, counts.topics.get(id) ?? 0)),
          ]}
          onChange={(id) => change({ topic: id === ALL ? null : id })}
        />
      )}
    </div>
  );
}

/** An address may name what no bank declares: it stays a choice, so that the list and the field agree. */
function withChosen(ids: readonly string[], chosen: string | null): readonly string[] {
  return chosen === null || ids.includes(chosen) ? ids : [...ids, chosen];
}
