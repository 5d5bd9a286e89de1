import { RUBRIC, STEP_NAMES } from '#mock/rubric.ts';
import { AXES, type Axis, type AxisScores, type AxisStep } from '#review/mock-record.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { send } from './store.ts';
import css from './run.module.css';

const STEPS = ['none', '0', '1', '2', '3'] as const;
type Choice = (typeof STEPS)[number];

const LABELS: Readonly<Record<Choice, string>> = {
  none: 'Not judged',
  '0': STEP_NAMES[0],
  '1': STEP_NAMES[1],
  '2': STEP_NAMES[2],
  '3': STEP_NAMES[3],
};

/** Four axes from strong no to strong yes; the chosen step says what it means. */
export function AxesFields({ axes }: { readonly axes: AxisScores }) {
  const judged = AXES.filter((axis) => axes[axis] !== null).length;
  return (
    <Disclosure summary="Judge it as an interviewer" note={judged === 0 ? 'optional' : `${judged} of ${AXES.length}`}>
      <div className={css['axes']}>
        {AXES.map((axis) => (
          <AxisField key={axis} axis={axis} step={axes[axis]} />
        ))}
      </div>
    </Disclosure>
  );
}

function AxisField({ axis, step }: { readonly axis: Axis; readonly step: AxisStep | null }) {
  const { name, asks, anchors } = RUBRIC[axis];
  const judge = (choice: Choice): void =>
    send({ type: 'judged', axis, step: choice === 'none' ? null : (Number(choice) as AxisStep) });
  return (
    <div>
      <Segmented
        label={name}
        showLabel
        options={STEPS.map((value) => ({ value, label: LABELS[value] }))}
        value={step === null ? 'none' : (String(step) as Choice)}
        onChange={judge}
        block
      />
      <p className={css['part']} aria-live="polite">
        {step === null ? asks : anchors[step]}
      </p>
    </div>
  );
}
