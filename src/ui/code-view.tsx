import { type ReactNode, useEffect, useRef, useState } from 'react';
import css from './code-view.module.css';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';
import { useScrolls } from './scrolls.ts';

/** A highlighted run: bare, or with the class of its kind (k keyword, s string, n number, c comment, f function, …). */
export type CodePart = string | readonly [cls: string, text: string];

export interface CodeContent {
  readonly lang: string;
  readonly title: string;
  /** One entry a line. */
  readonly lines: readonly (readonly CodePart[])[];
  /** What runs it in the tests, or why nothing does. */
  readonly run?: { readonly by: string } | { readonly not: string };
  readonly output?: string;
}

/** The text of a listing as it is copied: lines joined by line feeds. */
export function codeText(lines: CodeContent['lines']): string {
  return lines.map((line) => line.map((part) => (typeof part === 'string' ? part : part[1])).join('')).join('\n');
}

function Part({ part }: { readonly part: CodePart }): ReactNode {
  if (typeof part === 'string') return part;
  return <span className={css[`tok-${part[0]}`]}>{part[1]}</span>;
}

type Copied = 'no' | 'yes' | 'failed';
const COPY_WORDS: Readonly<Record<Copied, string>> = { no: 'Copy', yes: 'Copied', failed: 'Select and copy' };

function CopyButton({ text, title }: { readonly text: string; readonly title: string }): ReactNode {
  const [copied, setCopied] = useState<Copied>('no');
  useEffect(() => {
    if (copied === 'no') return undefined;
    const timer = setTimeout(() => setCopied('no'), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('yes');
    } catch {
      // No permission, or no secure context: the listing can still be selected by hand.
      setCopied('failed');
    }
  };
  return (
    <button type="button" className={css['copy']} aria-label={`Copy ${title}`} onClick={() => void copy()}>
      <Icon name={copied === 'yes' ? 'check' : 'copy'} />
      <span aria-live="polite">{COPY_WORDS[copied]}</span>
    </button>
  );
}

export interface CodeViewProps extends CodeContent {
  /** Drawn in front of the title: the mark of a good or a bad example. */
  readonly mark?: ReactNode;
  readonly className?: string | undefined;
}

/** A listing with its title, its language, a copy button, what it prints, and whether it was run. */
export function CodeView({ title, lang, lines, run, output, mark, className }: CodeViewProps) {
  const scroller = useRef<HTMLPreElement>(null);
  const scrolls = useScrolls(scroller);
  return (
    <figure className={cx(css['view'], className)} aria-label={title}>
      <figcaption className={css['head']}>
        <span className={css['title']}>
          {mark}
          {title}
        </span>
        <span className={css['lang']}>{lang}</span>
        <CopyButton text={codeText(lines)} title={title} />
      </figcaption>
      <pre
        ref={scroller}
        className={css['code']}
        {...(scrolls ? { tabIndex: 0, role: 'region', 'aria-label': `${title}, code` } : {})}
      >
        <code>
          {lines.map((line, at) => (
            <span key={at} className={css['line']}>
              {line.map((part, index) => (
                <Part key={index} part={part} />
              ))}
              {'\n'}
            </span>
          ))}
        </code>
      </pre>
      {output === undefined ? null : (
        <div className={css['output']}>
          <span className={css['prints']}>Prints</span>
          <pre className={css['printed']}>
            <samp>{output}</samp>
          </pre>
        </div>
      )}
      {run !== undefined && 'not' in run ? <p className={css['norun']}>Not run here: {run.not}</p> : null}
    </figure>
  );
}
