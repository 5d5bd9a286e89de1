/** The first load begins in stages: others' code first, then ours, each in a task of its own, so that taps are heard in between. */

/**
 * Makes the page run others' code as a script of its own before the app, which finds it there. In one task the two would hold up
 * a slow phone for twice as long.
 * @returns {import('vite').Plugin}
 */
export function stagesPlugin() {
  return {
    name: 'stages-of-first-load',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const preload = /\s*<link rel="modulepreload" crossorigin href="([^"]*\/assets\/others-[^"]+)">/;
        const others = preload.exec(html)?.[1];
        if (others === undefined) throw new Error('The page does not load the chunk of others’ code.');
        const script = `<script type="module" crossorigin src="${others}"></script>\n    `;
        return html.replace(preload, '').replace(/(?=<script type="module")/, script);
      },
    },
  };
}
