import { useEffect, useRef } from 'react';
import { decibelsOf } from '#mock/voice-level.ts';
import { watchLevel } from './recorder.ts';
import css from './voice.module.css';

/** The softest that the meter shows, in decibels. */
const SOFTEST_DB = -60;

/** How loud it is just now, for the eye: drawn past React, ten times a second. */
export function LevelMeter() {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      watchLevel((level) => {
        const share = Math.max(0, 1 - decibelsOf(level) / SOFTEST_DB);
        bar.current?.style.setProperty('transform', `scaleX(${share.toFixed(3)})`);
      }),
    [],
  );
  return (
    <div className={css['meter']} aria-hidden="true">
      <div ref={bar} className={css['level']} />
    </div>
  );
}
