import type { ReactNode } from 'react';
import { type CodeContent, CodeView } from './code-view.tsx';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';
import css from './pair-view.module.css';

type Example = CodeContent & { readonly why: string };

function Side({ code, good }: { readonly code: Example; readonly good: boolean }): ReactNode {
  return (
    <div className={cx(css['side'], good ? css['good'] : css['bad'])}>
      <CodeView
        {...code}
        className={css['view']}
        mark={
          <span className={css['mark']}>
            <Icon name={good ? 'check' : 'close'} />
            {good ? 'Good' : 'Bad'}
          </span>
        }
      />
      <p className={css['why']}>{code.why}</p>
    </div>
  );
}

/** The wrong way and the right way, each with its reason; side by side where there is room for both. */
export function PairView({ bad, good }: { readonly bad: Example; readonly good: Example }) {
  return (
    <div className={css['frame']}>
      <div className={css['pair']}>
        <Side code={bad} good={false} />
        <Side code={good} good />
      </div>
    </div>
  );
}
