/** Text to few bytes and back, by the browser's own compression. */
import { MOCK_FILE_BYTES } from '#exchange/mock-file.ts';

async function bytesOf(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stream) {
    length += part.length;
    // Few bytes can unfold to many: what is too long is not read to its end.
    if (length > most) return null;
    parts.push(part);
  }
  const whole = new Uint8Array(length);
  parts.reduce((at, part) => {
    whole.set(part, at);
    return at + part.length;
  }, 0);
  return whole;
}

/** The compressed bytes of a text. */
export async function squeeze(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return (await bytesOf(stream, Number.POSITIVE_INFINITY)) ?? new Uint8Array();
}

/** The text that was compressed; null when the bytes are none, or of a text that is too long. Never rejects. */
export async function unfold(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const whole = await bytesOf(stream, MOCK_FILE_BYTES);
    return whole && new TextDecoder('utf-8', { fatal: true }).decode(whole);
  } catch {
    return null;
  }
}
