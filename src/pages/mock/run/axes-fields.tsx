import { RUBRIC, STEP_NAMES } from '#mock/rubric.ts';
import { AXES, type Axis, type AxisScores, type AxisStep } from '#review/mock-record.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { Segmented } from '#ui/segmented.tsx';
import css from './run.module.css';

const STEPS = ['0', '1', '2', '3'] as const;
type Choice = (typeof STEPS)[number];

const OPTIONS = STEPS.map((value) => ({ value, label: STEP_NAMES[Number(value) as AxisStep] }));

export interface AxesFieldsProps {
  readonly axes: AxisScores;
  readonly onJudge: (axis: Axis, step: AxisStep) => void;
}

/** Four axes from strong no to strong yes; the chosen step says what it means. */
export function AxesFields({ axes, onJudge }: AxesFieldsProps) {
  const judged = AXES.filter((axis) => axes[axis] !== null).length;
  return (
    <Disclosure summary="Judge it as an interviewer" note={judged === 0 ? 'optional' : `${judged} of ${AXES.length}`}>
      <div className={css['axes']}>
        {AXES.map((axis) => (
          <AxisField key={axis} axis={axis} step={axes[axis]} onJudge={onJudge} />
        ))}
      </div>
    </Disclosure>
  );
}

interface AxisFieldProps extends Pick<AxesFieldsProps, 'onJudge'> {
  readonly axis: Axis;
  readonly step: AxisStep | null;
}

function AxisField({ axis, step, onJudge }: AxisFieldProps) {
  const { name, asks, anchors } = RUBRIC[axis];
  return (
    <div>
      <Segmented<Choice | 'none'>
        label={name}
        showLabel
        options={OPTIONS}
        value={step === null ? 'none' : (String(step) as Choice)}
        onChange={(choice) => onJudge(axis, Number(choice) as AxisStep)}
        block
      />
      <p className={css['part']} aria-live="polite">
        {step === null ? asks : anchors[step]}
      </p>
    </div>
  );
}
