declare const VERSION: string;

/** In a chunk of its own, which a tab may ask for long after a newer version has replaced it on the server. */
export function later(): string {
  return `Later part of ${VERSION}`;
}
