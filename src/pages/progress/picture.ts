/** A chart taken along as PNG. */

/** What gives a drawing its look, and a picture outside this page does not have. */
const LOOKS =
  'fill fill-opacity stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin font-family font-size font-weight text-anchor'.split(
    ' ',
  );

/** A copy of a drawing that carries its look in itself. */
function standalone(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, index) => {
    const original = originals[index];
    if (!original) return;
    const look = getComputedStyle(original);
    for (const name of LOOKS) element.setAttribute(name, look.getPropertyValue(name));
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return copy;
}

const SCALE = 3;
const MARGIN = 16;
const LINE = 18;
const TITLE_PX = 14;
const KEY_PX = 11;

async function drawn(svg: SVGSVGElement): Promise<HTMLImageElement> {
  const { width, height } = svg.viewBox.baseVal;
  const copy = standalone(svg);
  copy.setAttribute('width', String(width * SCALE));
  copy.setAttribute('height', String(height * SCALE));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}

/** Text in lines no wider than there is room; a single word may be. */
export function linesIn(text: string, room: number, widthOf: (line: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u).filter((each) => each !== '')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Writes lines one under the other, the first on the given height in units of the drawing. */
function write(paper: CanvasRenderingContext2D, lines: readonly string[], top: number): void {
  lines.forEach((line, index) => paper.fillText(line, MARGIN * SCALE, (top + (index + 0.75) * LINE) * SCALE));
}

/** The drawing on its ground, its title above and its key below. @throws where the browser cannot draw it */
export async function pngOf(svg: SVGSVGElement, title: string, key: string): Promise<Blob> {
  const image = await drawn(svg);
  const { width, height } = svg.viewBox.baseVal;
  const card = getComputedStyle(svg.closest('section') ?? document.body);
  const canvas = document.createElement('canvas');
  const paper = canvas.getContext('2d');
  if (!paper) throw new Error('This browser has no canvas to draw on.');
  const fonts = {
    title: `600 ${TITLE_PX * SCALE}px ${card.fontFamily}`,
    key: `${KEY_PX * SCALE}px ${card.fontFamily}`,
  };
  const linesOf = (text: string, font: string): string[] => {
    paper.font = font;
    return linesIn(text, width * SCALE, (line) => paper.measureText(line).width);
  };
  const above = linesOf(title, fonts.title);
  const below = linesOf(key, fonts.key);
  const top = MARGIN + above.length * LINE + LINE / 2;
  canvas.width = (width + 2 * MARGIN) * SCALE;
  canvas.height = (top + height + (below.length + 0.5) * LINE + MARGIN) * SCALE;
  paper.fillStyle = card.backgroundColor;
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.fillStyle = card.color;
  paper.font = fonts.title;
  write(paper, above, MARGIN);
  paper.drawImage(image, MARGIN * SCALE, top * SCALE);
  paper.font = fonts.key;
  write(paper, below, top + height + LINE / 2);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.'))), 'image/png');
  });
}
