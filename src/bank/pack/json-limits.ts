/** A look at parsed JSON before a schema walks it: a recursive schema must not meet a value that is deeper than the stack. */

export interface JsonLimits {
  readonly depth: number;
  /** Objects, arrays, strings, numbers: everything. */
  readonly values: number;
  /** Characters of one string. */
  readonly chars: number;
}

/** Whether the value stays inside the limits. Walks with a stack of its own, so that depth cannot overflow it. */
export function withinLimits(value: unknown, limits: JsonLimits): boolean {
  const waiting: { inner: unknown; depth: number }[] = [{ inner: value, depth: 0 }];
  let values = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { inner, depth } = next;
    const children = childrenOf(inner);
    values += 1;
    if (values + children.length > limits.values || depth > limits.depth) return false;
    if (typeof inner === 'string' && inner.length > limits.chars) return false;
    for (const child of children) waiting.push({ inner: child, depth: depth + 1 });
  }
  return true;
}

function childrenOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}
