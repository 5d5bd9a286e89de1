/** The content security policy: the one place that the server's header and the page's meta element are made from. */

/** Names of the Trusted Types policies that the app creates. */
export const TRUSTED_TYPES_POLICIES = ['lamplight'];

const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  // Recorded answers are played from memory.
  'media-src blob:',
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${TRUSTED_TYPES_POLICIES.join(' ')}`,
];

/** For a `<meta http-equiv>`, which static hosts that send no headers rely on. */
const META_POLICY = DIRECTIVES.join('; ');

/** For the response header; browsers ignore `frame-ancestors` in a meta element. */
export const HEADER_POLICY = [...DIRECTIVES, "frame-ancestors 'none'"].join('; ');

/**
 * Puts the policy into the built page. Development goes without: its server injects inline scripts.
 * @returns {import('vite').Plugin}
 */
export function cspPlugin() {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: META_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}
