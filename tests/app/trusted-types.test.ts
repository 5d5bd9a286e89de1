// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TRUSTED_TYPES_POLICIES } from '../../.scripts/csp.mjs';

type TrustedScriptUrl = (url: string) => string;
let trustedScriptUrl: TrustedScriptUrl;
const names: string[] = [];

beforeEach(async () => {
  names.length = 0;
  vi.resetModules();
  vi.stubGlobal('trustedTypes', {
    createPolicy(name: string, rules: { createScriptURL: TrustedScriptUrl }) {
      names.push(name);
      return { createScriptURL: (url: string) => `trusted ${rules.createScriptURL(url)}` };
    },
  });
  ({ trustedScriptUrl } = await import('#app/trusted-types.ts'));
});

afterEach(() => vi.unstubAllGlobals());

test('scripts of this origin are trusted, under the name that the content policy allows', () => {
  expect(trustedScriptUrl('/sw.js')).toBe('trusted /sw.js');
  expect(trustedScriptUrl(new URL('assets/worker.js', location.href).href)).toContain('trusted http');
  expect(names).toEqual(TRUSTED_TYPES_POLICIES);
});

test('scripts of another origin, and those made of text, are not', () => {
  for (const url of [
    'https://elsewhere.test/sw.js',
    '//elsewhere.test/sw.js',
    'data:text/javascript,1',
    'blob:null/1',
  ]) {
    expect(() => trustedScriptUrl(url), url).toThrow(TypeError);
  }
});

test('without Trusted Types the check is the same', () => {
  vi.stubGlobal('trustedTypes', undefined);
  expect(trustedScriptUrl('/sw.js')).toBe('/sw.js');
  expect(() => trustedScriptUrl('https://elsewhere.test/sw.js')).toThrow(TypeError);
});
