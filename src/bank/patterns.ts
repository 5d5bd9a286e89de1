/** The shapes of ids, months and addresses; every expression is linear in its input. */

/** Lower-case words joined by hyphens. */
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** `domain/topic`. */
export const TOPIC = /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** A slug that may carry the marks of names such as `node.js`, `c#` and `http/2`. */
export const TAG = /^[a-z0-9][a-z0-9.+#/-]*$/;
/** `YYYY-MM`. */
export const MONTH = /^20\d\d-(?:0[1-9]|1[0-2])$/;
/** An absolute http or https address without spaces, control characters or a user name in front of the host. */
// eslint-disable-next-line no-control-regex
const WEB_URL = /^https?:\/\/[^\s/?#@<>"\\\u0000-\u001f\u007f]+(?:[/?#][^\s<>"\\\u0000-\u001f\u007f]*)?$/;

export const MAX_ID = 80;
const MAX_URL = 500;

export function isSlug(text: string): boolean {
  return text.length <= MAX_ID && SLUG.test(text);
}

export function isWebUrl(text: string): boolean {
  return text.length <= MAX_URL && WEB_URL.test(text);
}
