import { useEffect, useState, type ReactNode } from 'react';
import { stopSpeaking } from './speech.ts';
import css from './page.module.css';

/** As long as the second tap of a double tap may take. */
const GUARD_MS = 400;

export interface StepGuardProps {
  /** What is on screen: another card, its answer, the end. */
  readonly step: string;
  readonly children: ReactNode;
}

/**
 * Between two steps of the session. For a moment no pointer reaches what has just come into place: the second tap of a double
 * tap was meant for what stood there before. Keys and presses without a pointer count at once. The voice belongs to one step.
 */
export function StepGuard({ step, children }: StepGuardProps) {
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(step), GUARD_MS);
    return () => {
      clearTimeout(timer);
      stopSpeaking();
    };
  }, [step]);
  return (
    <div className={css['guard']} style={settled === step ? undefined : { pointerEvents: 'none' }}>
      {children}
    </div>
  );
}
