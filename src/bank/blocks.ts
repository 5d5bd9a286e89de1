/**
 * The body of an item as data: what the parser makes of Markdown and what the screens draw. There is no HTML anywhere, so
 * an untrusted pack can put nothing on a page but text, links and pictures that we draw ourselves.
 */

/** Text inside a block: a plain string or one marked-up run. Links go to `https:`, `http:` or `item:<id>` only. */
export type Inline =
  | string
  | { readonly t: 'strong'; readonly c: readonly Inline[] }
  | { readonly t: 'em'; readonly c: readonly Inline[] }
  | { readonly t: 'code'; readonly text: string }
  | { readonly t: 'link'; readonly href: string; readonly c: readonly Inline[] }
  | { readonly t: 'item'; readonly id: string; readonly c: readonly Inline[] }
  | { readonly t: 'br' };

export type CalloutKind = 'trap' | 'insight' | 'senior' | 'example' | 'warning' | 'impact';

export type Align = 'left' | 'center' | 'right' | null;

/**
 * A highlighted run: a bare string has no class. Classes: k keyword, s string, n number or constant, c comment, f function,
 * t type or tag, v variable or property, p punctuation, i inserted, d deleted.
 */
export type CodeToken = string | readonly [cls: string, text: string];

export interface Code {
  readonly lang: string;
  readonly title: string;
  /** One entry a line, without line ends. */
  readonly lines: readonly (readonly CodeToken[])[];
  /** How the test suite runs it, or why it cannot; absent for languages that do not run (json, http, …). */
  readonly run?: { readonly by: string } | { readonly not: string };
  /** What it prints, checked by the test suite. */
  readonly output?: string;
}

export interface TableBlock {
  readonly t: 'table';
  readonly caption?: string;
  readonly align: readonly Align[];
  readonly head: readonly (readonly Inline[])[];
  readonly rows: readonly (readonly (readonly Inline[])[])[];
}

export interface TimelineRow {
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly state?: string;
}

export interface FlowNode {
  readonly lane?: string;
  readonly text: string;
}

/** `from` and `to` are indexes into `nodes`. */
export interface FlowEdge {
  readonly from: number;
  readonly to: number;
  readonly label?: string;
}

export type Block =
  | { readonly t: 'p'; readonly c: readonly Inline[] }
  /** `level: 2` stands beside the sections (sheets and paths only); without a level it stands inside one. */
  | { readonly t: 'h'; readonly level?: 2; readonly c: readonly Inline[] }
  | { readonly t: 'ul'; readonly items: readonly (readonly Block[])[] }
  | { readonly t: 'ol'; readonly start?: number; readonly items: readonly (readonly Block[])[] }
  | { readonly t: 'quote'; readonly c: readonly Block[] }
  | { readonly t: 'callout'; readonly kind: CalloutKind; readonly title?: string; readonly c: readonly Block[] }
  | TableBlock
  | ({ readonly t: 'code' } & Code)
  | {
      readonly t: 'pair';
      readonly bad: Code & { readonly why: string };
      readonly good: Code & { readonly why: string };
    }
  | { readonly t: 'timeline'; readonly title: string; readonly rows: readonly TimelineRow[] }
  | {
      readonly t: 'flow';
      readonly title: string;
      readonly nodes: readonly FlowNode[];
      readonly edges: readonly FlowEdge[];
    };
