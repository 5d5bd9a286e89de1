/** A chart taken along: its table as CSV, its drawing as PNG. */

export type Cell = string | number;

/** The characters that a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/u;

function field(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as RFC 4180 has it, with the mark that makes spreadsheets read it as UTF-8. */
export function csvOf(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${[head, ...rows].map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

/** `Year of days` → `lamplight-year-of-days.csv`. */
export function fileName(title: string, ending: 'csv' | 'png'): string {
  const words = title
    .toLowerCase()
    .replaceAll(/[^\da-z]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
  return `lamplight-${words}.${ending}`;
}

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
const HEAD = 30;

async function pictureOf(svg: SVGSVGElement): Promise<HTMLImageElement> {
  const { width, height } = svg.viewBox.baseVal;
  const copy = standalone(svg);
  copy.setAttribute('width', String(width * SCALE));
  copy.setAttribute('height', String(height * SCALE));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}

/** The drawing on its ground, with its title above. @throws where the browser cannot draw it */
export async function pngOf(svg: SVGSVGElement, title: string): Promise<Blob> {
  const image = await pictureOf(svg);
  const look = getComputedStyle(svg.closest('section') ?? document.body);
  const canvas = document.createElement('canvas');
  canvas.width = image.width + 2 * MARGIN * SCALE;
  canvas.height = image.height + (2 * MARGIN + HEAD) * SCALE;
  const paper = canvas.getContext('2d');
  if (!paper) throw new Error('This browser has no canvas to draw on.');
  paper.fillStyle = look.backgroundColor;
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.fillStyle = look.color;
  paper.font = `600 ${14 * SCALE}px ${look.fontFamily}`;
  paper.fillText(title, MARGIN * SCALE, (MARGIN + 14) * SCALE);
  paper.drawImage(image, MARGIN * SCALE, (MARGIN + HEAD) * SCALE);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.'))), 'image/png');
  });
}
