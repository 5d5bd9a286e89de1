import { type ReactNode, useId } from 'react';
import css from './callout.module.css';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';

export type CalloutLook = 'trap' | 'insight' | 'senior' | 'example' | 'warning' | 'impact';

const NAMES: Readonly<Record<CalloutLook, string>> = {
  trap: 'Trap',
  insight: 'Insight',
  senior: 'What a senior adds',
  example: 'Example',
  warning: 'Warning',
  impact: 'Impact',
};

export interface CalloutProps {
  readonly kind: CalloutLook;
  readonly title?: ReactNode;
  readonly children: ReactNode;
}

/** A remark beside the text, known by its drawing and its name. */
export function Callout({ kind, title, children }: CalloutProps) {
  const id = useId();
  const titleId = `${id}title`;
  return (
    <aside className={cx(css['callout'], css[kind])} aria-labelledby={title === undefined ? id : `${id} ${titleId}`}>
      <p className={css['head']}>
        <Icon name={kind} />
        <span className={css['kind']} id={id}>
          {NAMES[kind]}
        </span>
        {title === undefined ? null : (
          <span className={css['title']} id={titleId}>
            {title}
          </span>
        )}
      </p>
      <div className={css['body']}>{children}</div>
    </aside>
  );
}
