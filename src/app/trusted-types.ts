/** The one Trusted Types policy: addresses of workers, which must be this app's own. */

interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}

function checkOwn(url: string): string {
  const { origin, protocol } = new URL(url, location.href);
  // A blob has the origin of the page that made it, and its text may come from anywhere.
  if (origin !== location.origin || protocol !== location.protocol) {
    throw new TypeError(`A script at ${url} may not run here.`);
  }
  return url;
}

/** Browsers without Trusted Types check too, and hand on the bare string. */
function createPolicy(): { createScriptURL(url: string): unknown } {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  const rules = { createScriptURL: checkOwn };
  return trustedTypes?.createPolicy('lamplight', rules) ?? rules;
}

let policy: ReturnType<typeof createPolicy> | null = null;

/**
 * The address of a worker or service worker as the content policy demands it: `new Worker(trustedScriptUrl(url))`.
 * @throws TypeError for an address of another origin
 */
export function trustedScriptUrl(url: string): string {
  policy ??= createPolicy();
  // A TrustedScriptURL really: the DOM's types know only strings here.
  return policy.createScriptURL(url) as string;
}
