/** How the app's code is cut into chunks, and how the browser is to compile them: most of a start is reading code. */

import { fileURLToPath } from 'node:url';
import { normalizePath } from 'vite';

/** @typedef {import('vite').Rolldown.CodeSplittingGroup} Group */

/** @param {string} name */
const pageFile = (name) => normalizePath(fileURLToPath(new URL(`../src/pages/${name}/page.tsx`, import.meta.url)));

const REVIEW = pageFile('review');
const LIBRARY = pageFile('library');

/**
 * The modules that a module needs before it runs, itself among them.
 * @param {string} from
 * @param {Parameters<Extract<Group['name'], Function>>[1]} context
 */
function neededBy(from, context) {
  if (context.getModuleInfo(from) === null) throw new Error(`The build knows no module ${from}.`);
  const needed = new Set([from]);
  for (const id of needed) for (const next of context.getModuleInfo(id)?.importedIds ?? []) needed.add(next);
  return needed;
}

/**
 * What every first load needs is two chunks, others' code, which an update need not download again, and ours; what the review
 * needs besides is two more, for most days begin with it and fifty small files take a slow phone a quarter of a second. One of
 * them is what the Library needs too: who opens that by its address does not wait for the review. The order counts: a group
 * leaves out what stands in one before it.
 * @returns {Group[]}
 */
export function chunkGroups() {
  /** @type {Set<string> | undefined} */
  let review;
  /** @type {Set<string> | undefined} */
  let library;
  return [
    { name: 'others', test: /node_modules/, tags: ['$initial'] },
    { name: 'index', tags: ['$initial'] },
    {
      name: (id, context) => {
        review ??= neededBy(REVIEW, context);
        library ??= neededBy(LIBRARY, context);
        return review.has(id) && library.has(id) ? 'shared' : null;
      },
    },
    {
      name: (id, context) => {
        review ??= neededBy(REVIEW, context);
        return review.has(id) ? 'review' : null;
      },
    },
  ];
}

/** Known to Chromium 136 and later, a plain comment to all others: https://v8.dev/blog/explicit-compile-hints */
const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Has all functions of the page's chunks compiled at once, in the background while they arrive, and kept so by the browser.
 * Otherwise each is compiled when it is first called, where a tap waits for it: a thousand of them before the first question.
 * @returns {import('vite').Plugin}
 */
export function compileAheadPlugin() {
  return {
    name: 'compile-ahead',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = HINT + file.code;
      },
    },
  };
}
