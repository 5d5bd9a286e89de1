/** Files that every rule passes, to be broken one line at a time. */
import { expect } from 'vitest';
import type { Fault } from '#bank/fault.ts';
import type { Item, ItemKind } from '#bank/item.ts';
import type { ParsedItem } from '#bank/parsed.ts';
import { parseItem } from '#bank/parse/parse-item.ts';

const words = (stem: string, count: number) => Array.from({ length: count }, (_, i) => `${stem}${i}`).join(' ');

export const PACK = `id: sample
title: A sample
licence: CC0
domains:
  - id: web
    title: Web
    about: Pages and what serves them.
    topics:
      - { id: hooks, title: Hooks, about: "Events pushed over HTTP." }
`;

export const QUESTION = `---
id: verify-sender
tier: mid
topic: web/hooks
kind: concept
tags: [hmac, raw-body]
aliases: [signature check]
seconds: 40
hint: Think of what both sides share.
phrase: Verify the bytes, not the object.
keyPoints:
  - id: raw-bytes
    weight: core
    from: mid
    text: The hash covers the raw bytes before any parsing
    prompt: What does the hash cover?
  - id: constant-time
    weight: core
    from: foundational
    text: Both hashes are compared in constant time
    prompt: How are the hashes compared?
  - id: shared-secret
    weight: detail
    from: mid
    text: Sender and receiver share one secret per endpoint
  - id: rotation
    weight: detail
    from: senior
    text: Two secrets are valid while one is rotated
  - id: replay
    weight: bonus
    from: senior
    text: A signed timestamp limits how long a copy works
followUps:
  - ask: The framework has parsed the body. What now?
    tier: mid
    points: [raw-bytes]
  - ask: How do you rotate the secret?
    answer: Accept both while the sender changes over.
links:
  next: [replay-protection]
sources:
  - { title: RFC 2104, url: https://www.rfc-editor.org/rfc/rfc2104, checked: 2026-11 }
---

# How does the receiver know that a message is genuine?

The hash covers the raw bytes, taken before any parsing. Both hashes are compared in constant time. ${words('answer', 80)}.

## Deep dive

${words('deep', 200)}.

### Why bytes

| Text | Hash |
| --- | ---: |
| one | two |

Table: Same object, other bytes

\`\`\`js run title="Same object"
console.log(1 + 1);
\`\`\`

\`\`\`output
2
\`\`\`

## In the real world

**Example.** ${words('real', 80)}.

## Common mistakes

- Parsing first: every signature fails. Cure: take the bytes.
- Comparing with equals: timing leaks. Cure: compare in constant time.
- Logging the secret: everybody signs. Cure: mask it.

## In production

${words('production', 80)}, and [the next one](item:replay-protection) helps.

## What the interviewer wants

Somebody who has been bitten by a body parser once.

## One minute

- Raw bytes
- Shared secret
- Constant time
- Rotation, and a signed timestamp limits copies
`;

export const ERROR = `---
id: err-undefined
tier: foundational
topic: web/hooks
language: JavaScript
tags: [undefined]
message:
  - "TypeError: Cannot read properties of undefined (reading 'id')"
sources:
  - { title: MDN, url: https://developer.mozilla.org/, checked: 2026-10 }
---

# Reading a property of something that is not there yet

The data has not arrived when the page is drawn first.

## Symptom

A blank page.

## Root cause

The first render comes before the answer.

## Fix

Draw a state for "not yet".

## How to verify

Slow the network down.

## Wrong fixes

- An empty catch: hides it.

## Prevention

Types that say undefined.
`;

export const SNIPPET = `---
id: snip-retry
tier: mid
topic: web/hooks
language: JavaScript
tags: [retry]
sources:
  - { title: MDN, url: https://developer.mozilla.org/, checked: 2026-10 }
---

# Try again with growing pauses

For calls that may be repeated.

## Code

\`\`\`js run title="Retry"
const pause = 1;
\`\`\`

## Adapt

Change the pause.

## Pitfalls

Never for calls that must not repeat.
`;

export const SHEET = `---
id: sheet-codes
tier: foundational
topic: web/hooks
tags: [codes]
drill: { ask: Code, answer: Use it when }
sources:
  - { title: RFC 9110, url: https://www.rfc-editor.org/rfc/rfc9110, checked: 2026-10 }
---

# Status codes

The few that matter.

| Code | Use it when |
| --- | --- |
| 200 | it worked |
| 404 | there is nothing |

## More

Some words.
`;

export const PATH = `---
id: path-web
tiers: [foundational, mid]
audience: Juniors
prerequisites: [HTTP]
hours: [5, 9]
stages:
  - id: start
    title: Start
    goal: Know the words.
    milestone: Can explain a webhook.
    items: [verify-sender]
    queries: [{ topic: web/hooks, tiers: [mid] }]
    resources:
      - { title: MDN, url: https://developer.mozilla.org/ }
next: []
sources:
  - { title: MDN, url: https://developer.mozilla.org/, checked: 2026-10 }
---

# The way in

From nothing to something.
`;

export const SAMPLES = {
  question: { file: 'questions/web/hooks/verify-sender.md', text: QUESTION },
  error: { file: 'errors/err-undefined.md', text: ERROR },
  snippet: { file: 'snippets/snip-retry.md', text: SNIPPET },
  sheet: { file: 'sheets/sheet-codes.md', text: SHEET },
  path: { file: 'paths/path-web.md', text: PATH },
} as const satisfies Record<ItemKind, { file: string; text: string }>;

/** A second question, so that links have somewhere to go; shares no sentence with the first. */
export const OTHER = {
  file: 'questions/web/hooks/replay-protection.md',
  text: swap(
    QUESTION.replace(/(answer|deep|real|production)(?=\d)/g, 'other$1').replaceAll(
      / covers the raw bytes/g,
      ' is of the raw bytes',
    ),
    ['id: verify-sender', 'id: replay-protection'],
    ['# How does the receiver know that a message is genuine?', '# Why is an old copy of it refused?'],
    ['next: [replay-protection]', 'requires: [verify-sender]'],
    ['(item:replay-protection)', '(item:verify-sender)'],
    ['The framework has parsed the body. What now?', 'The clock is wrong. What now?'],
    ['What does the hash cover?', 'Of what is the hash?'],
    ['Both hashes are compared in constant time.', 'Both are compared in constant time, always.'],
    ['text: Both hashes are compared in constant time', 'text: Both of them are compared in constant time'],
    ['text: Sender and receiver share one secret per endpoint', 'text: One secret is shared per endpoint, never more'],
    ['text: Two secrets are valid while one is rotated', 'text: While one secret is rotated, two of them count'],
    ['text: A signed timestamp limits how long a copy works', 'text: How long a copy works is limited by time'],
    ['Somebody who has been bitten by a body parser once.', 'Somebody who has seen a queue of copies arrive.'],
  ),
};

/** The text with each `[from, to]` applied once; a `from` that is not there fails the test. */
export function swap(text: string, ...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((changed, [from, to]) => {
    expect(changed).toContain(from);
    return changed.replace(from, () => to);
  }, text);
}

/** 1-based line of the first line that contains `part`. */
export function lineOf(text: string, part: string): number {
  return text.split('\n').findIndex((line) => line.includes(part)) + 1;
}

/** The parsed sample of a kind; fails the test with the faults when there are any. */
export function parsed(kind: ItemKind, text: string = SAMPLES[kind].text): ParsedItem {
  const result = parseItem(text, SAMPLES[kind].file);
  if (!result.ok) expect(result.faults).toEqual([]);
  if (!result.ok) throw new Error('unreachable');
  return result.parsed;
}

export function itemOf<K extends ItemKind>(kind: K, text?: string): Extract<Item, { type: K }> {
  return parsed(kind, text).item as Extract<Item, { type: K }>;
}

/** The faults of a text that must not parse. */
export function faultsOf(kind: ItemKind, text: string): readonly Fault[] {
  const result = parseItem(text, SAMPLES[kind].file);
  return result.ok ? [] : result.faults;
}
