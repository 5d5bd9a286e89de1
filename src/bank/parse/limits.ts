/** How much one file may ask of the machine that reads it: an imported pack may be hostile. */
export const LIMITS = {
  /** Characters of one file; the built-in bank's longest is a tenth of it. */
  fileChars: 256 * 1024,
  /** Characters between the two `---`. */
  frontChars: 48 * 1024,
  /** Characters of one paragraph, heading or table cell. */
  inlineChars: 8_000,
  titleChars: 300,
  /** Depth of YAML values inside each other, counted roughly from the outside. */
  frontDepth: 40,
  /** Lists, quotes and callouts inside each other. */
  blockDepth: 6,
  /** Bold, italic and links inside each other. */
  inlineDepth: 6,
  /** Blocks of one file, nested ones counted. */
  blocks: 2_000,
  codeLines: 400,
  codeColumns: 400,
  timelineRows: 40,
  flowNodes: 40,
  flowEdges: 80,
} as const;
