/** Fetches the files of a bank, checks them, and keeps their texts. */
import type { PackFile, PackManifest, PackRef } from '#bank/pack/pack.ts';
import { readManifest, readPackFile, type ReadResult } from '#bank/pack/read-pack.ts';
import type { LamplightDb, OpenProblem } from './database.ts';

export type BankProblem =
  /** It was fetched, and this device did not take it. */
  | { readonly kind: 'device'; readonly problem: OpenProblem; readonly why: string }
  | { readonly kind: 'download'; readonly file: string; readonly why: string }
  | { readonly kind: 'damaged'; readonly file: string; readonly why: string }
  | { readonly kind: 'newer' };

/** The bank could not be brought up to date. What was stored before is still there. */
export class BankError extends Error {
  override readonly name = 'BankError';
  readonly problem: BankProblem;

  constructor(problem: BankProblem) {
    super(`bank: ${problem.kind}${'file' in problem ? ` ${problem.file}: ${problem.why}` : ''}`);
    this.problem = problem;
  }
}

export interface BankSource {
  /** The text of a file of the bank, `manifest.json` or a pack's. Rejects when it cannot be had. */
  fetchText(file: string): Promise<string>;
  /** SHA-256 as hex. */
  sha256(text: string): Promise<string>;
}

const MANIFEST = 'manifest.json';

async function download(source: BankSource, file: string): Promise<string> {
  try {
    return await source.fetchText(file);
  } catch (error) {
    throw new BankError({ kind: 'download', file, why: error instanceof Error ? error.message : String(error) });
  }
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BankError({ kind: 'damaged', file, why: error instanceof Error ? error.message : String(error) });
  }
}

function sound<T>(file: string, result: ReadResult<T>): T {
  if (result.kind === 'ok') return result.value;
  if (result.kind === 'newer') throw new BankError({ kind: 'newer' });
  const why = result.kind === 'invalid' ? `unexpected content at ${result.at}` : 'larger than any real pack';
  throw new BankError({ kind: 'damaged', file, why });
}

function readPack(file: string, text: string): PackFile {
  return sound(file, readPackFile(parseJson(file, text)));
}

/** Fetches a pack and keeps its text. Its items are not in use before they are settled. */
export async function bringPack(
  db: LamplightDb,
  source: BankSource,
  { id }: PackManifest,
  ref: PackRef,
): Promise<PackFile> {
  const text = await download(source, ref.file);
  if ((await source.sha256(text)) !== ref.hash) {
    throw new BankError({ kind: 'damaged', file: ref.file, why: 'its content is not what the manifest announced' });
  }
  const pack = readPack(ref.file, text);
  await db.packs.put({ file: ref.file, hash: ref.hash, bank: id, text });
  return pack;
}

/** A pack that was kept before; null when what is stored is not what the manifest announces. */
export async function storedPack(db: LamplightDb, source: BankSource, ref: PackRef): Promise<PackFile | null> {
  const text = (await db.packs.get(ref.file))?.text;
  return text !== undefined && (await source.sha256(text)) === ref.hash ? readPack(ref.file, text) : null;
}

/** The manifest on offer. @throws BankError */
export async function fetchManifest(source: BankSource): Promise<PackManifest> {
  return sound(MANIFEST, readManifest(parseJson(MANIFEST, await download(source, MANIFEST))));
}
