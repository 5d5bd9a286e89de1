import { useState } from 'react';

/** A failure that a store holds, unless it held it before this page came: what ended the visit before is not in the way of a new one. */
export function useNewFailure(failure: unknown): unknown {
  const [before] = useState(failure);
  return failure === before ? null : failure;
}
