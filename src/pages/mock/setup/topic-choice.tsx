import type { Weights } from '#mock/settings.ts';
import { readBankIndex } from '#storage/bank-index.ts';
import { useLive } from '#storage/use-live.ts';
import { Chip } from '#ui/chip.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import css from './setup.module.css';

export interface TopicChoiceProps {
  readonly topics: Weights<string>;
  readonly onChange: (topics: Weights<string>) => void;
}

/** Whole domains in sight, their topics in a fold; none chosen means all. */
export function TopicChoice({ topics, onChange }: TopicChoiceProps) {
  const domains = useLive(async ({ db }) => (await readBankIndex(db)).domains, []);
  const isChosen = (name: string): boolean => (topics[name] ?? 0) > 0;
  const chosen = Object.keys(topics).filter(isChosen);
  const toggle = (name: string): void => {
    const { [name]: _, ...rest } = topics;
    const left = isChosen(name) ? rest : { ...rest, [name]: 1 };
    // Where all that is left is not to be asked, nothing is chosen.
    onChange(Object.values(left).some((weight) => weight !== 0) ? left : {});
  };
  const single = chosen.filter((name) => name.includes('/')).length;
  return (
    <div className={css['topics']}>
      <fieldset className={css['chips']}>
        <legend className={css['legend']}>Topics</legend>
        <Chip selected={chosen.length === 0} onClick={() => onChange({})}>
          All topics
        </Chip>
        {domains?.map(({ id, title }) => (
          <Chip key={id} selected={isChosen(id)} onClick={() => toggle(id)}>
            {title}
          </Chip>
        ))}
      </fieldset>
      <Disclosure summary="Single topics" note={single === 0 ? undefined : `${single} chosen`}>
        <div className={css['fields']}>
          {domains?.map((domain) => (
            <fieldset key={domain.id}>
              <legend className={css['legend']}>{domain.title}</legend>
              <div className={css['chips']}>
                {domain.topics.map(({ id, title }) => {
                  const name = `${domain.id}/${id}`;
                  return (
                    <Chip key={name} selected={isChosen(name)} onClick={() => toggle(name)}>
                      {title}
                    </Chip>
                  );
                })}
              </div>
            </fieldset>
          ))}
        </div>
      </Disclosure>
    </div>
  );
}
