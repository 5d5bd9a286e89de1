import type { QuestionKind } from '#bank/item.ts';
import { LENGTHS, MOST_QUESTIONS, QUESTION_KINDS, type MockLength, type MockSettings } from '#mock/settings.ts';
import { Chip } from '#ui/chip.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { Switch } from '#ui/switch.tsx';
import { TextField } from '#ui/text-field.tsx';
import { CampaignSelect } from './campaign-select.tsx';
import { FormatChoice } from './format-choice.tsx';
import { TopicChoice } from './topic-choice.tsx';
import { LEVELS, levelOf, KIND_NAMES, type Level } from './words.ts';
import css from './setup.module.css';

export interface SetupFieldsProps {
  readonly settings: MockSettings;
  readonly onChange: (settings: MockSettings) => void;
}

/** Everything that can be asked for; nothing has to be. */
export function SetupFields({ settings, onChange }: SetupFieldsProps) {
  const change = (over: Partial<MockSettings>): void => onChange({ ...settings, ...over });
  return (
    <div className={css['fields']}>
      <CampaignSelect settings={settings} onChange={onChange} />
      <FormatChoice
        format={settings.format}
        // Rapid fire is no longer rapid with grading in between; it can be chosen all the same.
        onChange={(format) => change({ format, grading: format === 'rapid' ? 'end' : 'each' })}
      />
      {settings.format !== 'deep' && <LengthField settings={settings} onChange={onChange} />}
      <LevelField settings={settings} onChange={onChange} />
      <TopicChoice topics={settings.topics} onChange={(topics) => change({ topics })} />
      <Disclosure summary="More choices" note={settings.role === '' ? undefined : settings.role}>
        <MoreFields settings={settings} onChange={onChange} />
      </Disclosure>
    </div>
  );
}

const BY_NUMBER = 'count';

/** The lengths on offer; one that a link brought stands among them. */
function minutesOffered(length: MockLength): number[] {
  const own = length.kind === 'minutes' ? [length.minutes] : [];
  return [...new Set([...LENGTHS, ...own])].toSorted((a, b) => a - b);
}

function LengthField({ settings, onChange }: SetupFieldsProps) {
  const { length } = settings;
  const set = (choice: string): void =>
    onChange({
      ...settings,
      length: choice === BY_NUMBER ? { kind: 'count', count: 5 } : { kind: 'minutes', minutes: Number(choice) },
    });
  const options = [
    ...minutesOffered(length).map((minutes) => ({ value: String(minutes), label: String(minutes) })),
    { value: BY_NUMBER, label: 'By number' },
  ];
  const value = length.kind === 'count' ? BY_NUMBER : String(length.minutes);
  return (
    <div className={css['topics']}>
      <Segmented label="Minutes of answers" showLabel options={options} value={value} onChange={set} block />
      {length.kind === 'count' && (
        <NumberField
          label={settings.format === 'ladder' ? 'Topics to climb' : 'Questions'}
          value={length.count}
          min={1}
          max={MOST_QUESTIONS}
          onChange={(count) => onChange({ ...settings, length: { kind: 'count', count } })}
        />
      )}
    </div>
  );
}

function LevelField({ settings, onChange }: SetupFieldsProps) {
  const level = levelOf(settings.tiers);
  const options = (Object.keys(LEVELS) as Level[]).map((value) => ({ value, label: LEVELS[value].name }));
  return (
    <Segmented<Level | 'own'>
      label="Level"
      showLabel
      options={level === null ? [...options, { value: 'own', label: 'As the interview' }] : options}
      value={level ?? 'own'}
      onChange={(choice) => {
        if (choice !== 'own') onChange({ ...settings, tiers: LEVELS[choice].tiers });
      }}
      block
    />
  );
}

const DRAWS_KINDS: ReadonlySet<string> = new Set(['panel', 'ladder', 'rapid']);

function MoreFields({ settings, onChange }: SetupFieldsProps) {
  const change = (over: Partial<MockSettings>): void => onChange({ ...settings, ...over });
  const { kinds } = settings;
  const toggle = (kind: QuestionKind): void =>
    change({ kinds: kinds.includes(kind) ? kinds.filter((each) => each !== kind) : [...kinds, kind] });
  return (
    <div className={css['fields']}>
      <TextField
        label="Role"
        hint="In your own words; the report carries it."
        value={settings.role}
        maxLength={80}
        onChange={(role) => change({ role })}
      />
      {DRAWS_KINDS.has(settings.format) && (
        <fieldset className={css['chips']}>
          <legend className={css['legend']}>Kinds, none chosen means all</legend>
          {QUESTION_KINDS.map((kind) => (
            <Chip key={kind} selected={kinds.includes(kind)} onClick={() => toggle(kind)}>
              {KIND_NAMES[kind]}
            </Chip>
          ))}
        </fieldset>
      )}
      {(settings.format === 'panel' || settings.format === 'rapid' || settings.format === 'behavioural') && (
        <Segmented
          label="Grading"
          showLabel
          options={[
            { value: 'each', label: 'After each answer' },
            { value: 'end', label: 'All at the end' },
          ]}
          value={settings.grading}
          onChange={(grading) => change({ grading })}
          block
        />
      )}
      <Switch
        label="The same for everybody"
        hint="By the seed alone, without your memory and your last mocks: with this link another person gets the same interview."
        checked={settings.draw === 'same'}
        onChange={(same) => change({ draw: same ? 'same' : 'mine' })}
      />
      <TextField
        label="Seed"
        hint="The same seed and choices give the same interview."
        value={settings.seed}
        maxLength={40}
        onChange={(seed) => change({ seed })}
      />
    </div>
  );
}
