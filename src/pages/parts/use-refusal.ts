import { type RefObject, useEffect, useRef, useState } from 'react';

export interface Refusal {
  /** For the form itself. */
  readonly form: RefObject<HTMLFormElement | null>;
  /** Whether its faults are to be shown. */
  readonly judged: boolean;
  readonly refuse: () => void;
}

/** A save that was refused: its faults are shown from then on, and the first of them has the focus. */
export function useRefusal(): Refusal {
  const form = useRef<HTMLFormElement>(null);
  const [refusals, setRefusals] = useState(0);
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]')?.focus();
  }, [refusals]);
  return { form, judged: refusals > 0, refuse: () => setRefusals(refusals + 1) };
}
