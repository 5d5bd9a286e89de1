import { mockFromParams } from '#mock/link.ts';
import type { MockSettings } from '#mock/settings.ts';
import type { MockRecord } from '#review/mock-record.ts';

/** The settings with which a mock was made. */
export function settingsOf({ setup }: Pick<MockRecord, 'setup'>): MockSettings {
  const params = new URLSearchParams(setup);
  return mockFromParams((name) => params.get(name));
}
