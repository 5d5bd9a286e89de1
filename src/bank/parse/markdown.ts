/** The Markdown dialect of the bank: CommonMark with tables, less everything that the format does not have. */
import MarkdownIt from 'markdown-it';

const md = new MarkdownIt('default', { html: false, linkify: false, typographer: false, maxNesting: 24 });
// What is switched off stays visible as text, where the checks find it. `inline` runs paragraph by paragraph, under a cap.
md.core.ruler.enableOnly(['normalize', 'block']);
md.disable(['reference', 'lheading', 'strikethrough']);
// Links are judged by our own rule, with a message, so every address must get through to it as it was written.
md.validateLink = () => true;
md.normalizeLink = (url) => url;

export type Token = ReturnType<typeof md.parse>[number];

/** Block tokens; their inline content is still raw text. */
export function blockTokens(text: string): Token[] {
  return md.parse(text, {});
}

/** The runs inside one paragraph, heading or cell. */
export function inlineTokens(text: string): Token[] {
  const tokens: Token[] = [];
  md.inline.parse(text, md, {}, tokens);
  return tokens;
}
