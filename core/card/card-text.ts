/**
 * A card as one text for a link's fragment or a file: `dueline-card-1.<card>`, and where it is signed `.<key>.<signature>`.
 * Compression and signatures are the platform's, and passed in.
 */
import { type DirectoryBook, openDirectory } from '../engagement/book.ts';
import { type Problem, problem } from '../problem.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { CARD_FORMAT, CARD_VERSION, type CustomerCard, readCard } from './card.ts';
import { CARD_TEXT } from './card-link.ts';

/** A card is small; what unpacks to more than this was made to do harm. */
export const MAX_CARD_BYTES = 500_000;
const KILOBYTE = 1_000;

export interface Packing {
  /** UTF-8, compressed. */
  pack(text: string): Promise<Uint8Array>;
  /** `too-large` beyond so many bytes unpacked, without unpacking the rest; `damaged` where it is not ours. */
  unpack(
    packed: Uint8Array<ArrayBuffer>,
    limitBytes: number,
  ): Promise<{ text: string } | 'damaged' | 'too-large'>;
}

export interface Signer {
  publicKey: Uint8Array<ArrayBuffer>;
  sign(signed: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
}

/** Resolves to `false`, and never rejects, for a key or a signature that is none. */
export type Verify = (
  publicKey: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  signed: Uint8Array<ArrayBuffer>,
) => Promise<boolean>;

export interface OpenedCard {
  card: CustomerCard;
  book: DirectoryBook;
  engagement: string;
  issuedMs: number;
  old: boolean;
  /** The key that has signed it, as it stands in the text; `null` where nobody has. */
  key: string | null;
  /** The card in its one spelling, without what stood around it. */
  text: string;
}

/** The text of a card, signed where a signer is given. */
export async function writeCard(
  card: CustomerCard,
  packing: Pick<Packing, 'pack'>,
  signer: Signer | null,
): Promise<string> {
  const packed = await packing.pack(JSON.stringify(card));
  const body = `${CARD_FORMAT}-${CARD_VERSION}.${toBase64Url(packed)}`;
  if (signer === null) return body;
  const signature = await signer.sign(bytesOf(body));
  return [body, toBase64Url(signer.publicKey), toBase64Url(signature)].join('.');
}

/** Opens a card from a text that holds one: a link, a file, an e-mail that has broken it into lines. */
export async function openCard(
  text: string,
  { packing, verify, nowMs }: { packing: Packing; verify: Verify; nowMs: number },
): Promise<OpenedCard | Problem[]> {
  const asItIs = await openAt(text, packing, verify, nowMs);
  if (!Array.isArray(asItIs) || !asItIs.some(({ code }) => code === 'card-damaged')) return asItIs;
  const joined = await openAt(text.replace(/\s+/g, ''), packing, verify, nowMs);
  return Array.isArray(joined) ? asItIs : joined;
}

async function openAt(
  text: string,
  packing: Packing,
  verify: Verify,
  nowMs: number,
): Promise<OpenedCard | Problem[]> {
  const found = CARD_TEXT.exec(text);
  const version = Number(found?.[1]);
  if (!found || version < CARD_VERSION) return [problem('not-a-card', [], {})];
  const [whole, , body, key, signature] = found;
  if (version > CARD_VERSION) {
    return [problem('newer-version', [], { version, supported: CARD_VERSION })];
  }
  const packed = fromBase64Url(body!);
  if (packed === null) return [problem('card-damaged', [], {})];
  if (key !== undefined && signature !== undefined) {
    const publicKey = fromBase64Url(key);
    const proof = fromBase64Url(signature);
    const signed = bytesOf(`${CARD_FORMAT}-${found[1]}.${body}`);
    if (publicKey === null || proof === null || !(await verify(publicKey, proof, signed))) {
      return [problem('card-signature-wrong', [], {})];
    }
  }
  const unpacked = await packing.unpack(packed, MAX_CARD_BYTES);
  if (unpacked === 'too-large') {
    return [problem('card-too-large', [], { limitKilobytes: MAX_CARD_BYTES / KILOBYTE })];
  }
  const document = unpacked === 'damaged' ? undefined : parsed(unpacked.text);
  if (document === undefined) return [problem('card-damaged', [], {})];
  const read = readCard(document, nowMs);
  if (Array.isArray(read)) return read;
  const book = openDirectory(read.card.directory);
  if (Array.isArray(book)) return book;
  return { ...read, book, engagement: read.card.directory.engagements[0]!.id, key: key ?? null, text: whole };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The text is plain ASCII. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
