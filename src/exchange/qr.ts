/** Codes to scan: the only place that knows the library for them. */
import { encodeQR } from 'qr';
import { decodeQR } from 'qr/decode.js';

/** The dark squares of a code for a text, row by row, with the quiet border of four that readers need. */
export function codeOf(text: string): readonly (readonly boolean[])[] {
  return encodeQR(text, 'raw', { ecc: 'low', border: 4 });
}

/** The text of a code in a picture (RGBA); null when there is none that can be read. */
export function readCode(picture: {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}): string | null {
  try {
    return decodeQR(picture);
  } catch {
    // A picture without a code is no fault: the next one comes in a moment.
    return null;
  }
}
