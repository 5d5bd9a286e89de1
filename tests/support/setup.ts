import 'fake-indexeddb/auto';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

/* jsdom lays nothing out: nothing is anywhere. */
if (typeof document !== 'undefined') document.elementFromPoint = () => null;

afterEach(() => {
  if (typeof document !== 'undefined') cleanup();
});
