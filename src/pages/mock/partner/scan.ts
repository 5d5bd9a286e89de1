/** Codes out of the camera's pictures: read by the browser where it can, else by our own library, which arrives when needed. */

interface Detector {
  detect(from: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}

interface DetectorClass {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** The text of a code in what a video shows; null when there is none. Never rejects. */
export type ReadPicture = (from: HTMLVideoElement) => Promise<string | null>;

/** Wide enough for a code of 97 squares, narrow enough to be read in a moment. */
const WIDTH = 480;

/** The rear camera; null when the browser refuses it. It is turned off when the signal says so. */
export async function openCamera(gone: AbortSignal): Promise<MediaStream | null | undefined> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    const stop = (): void => {
      for (const track of stream.getTracks()) track.stop();
    };
    gone.addEventListener('abort', stop);
    if (!gone.aborted) return stream;
    stop();
    return undefined;
  } catch {
    return null;
  }
}

/** The best reader that this browser has. */
export async function createReader(): Promise<ReadPicture> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  const formats = (await BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? [];
  if (BarcodeDetector && formats.includes('qr_code')) return byDetector(new BarcodeDetector({ formats: ['qr_code'] }));
  const { readCode } = await import('#exchange/qr.ts');
  return byLibrary(readCode);
}

function byDetector(detector: Detector): ReadPicture {
  return async (from) => {
    try {
      return (await detector.detect(from))[0]?.rawValue ?? null;
    } catch {
      return null;
    }
  };
}

function byLibrary(readCode: (picture: ImageData) => string | null): ReadPicture {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (from) => {
    if (!context || from.videoWidth === 0) return Promise.resolve(null);
    canvas.width = Math.min(WIDTH, from.videoWidth);
    canvas.height = Math.round((canvas.width * from.videoHeight) / from.videoWidth);
    context.drawImage(from, 0, 0, canvas.width, canvas.height);
    return Promise.resolve(readCode(context.getImageData(0, 0, canvas.width, canvas.height)));
  };
}
