/** What the browser does for customer cards: compression, and signatures that only the key's holder can make. */
import type { Packing, Signer, Verify } from '#core/card/card-text.ts';

const FORMAT = 'deflate-raw';
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;
/** A key in its one spelling: some browsers take others of the same key, and it would pass for another's. */
const KEY_BYTES = 65;
const KEY_BEGINS = 4;
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const;

export const packing: Packing = {
  async pack(text) {
    const stream = new Blob([text]).stream().pipeThrough(new CompressionStream(FORMAT));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  },
  async unpack(packed, limitBytes) {
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream(FORMAT)).getReader();
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        size += value.length;
        if (size > limitBytes) {
          await reader.cancel();
          return 'too-large';
        }
        chunks.push(value);
      }
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await new Blob(chunks).arrayBuffer());
      return { text };
    } catch {
      // Not compressed, cut off, or no text: browsers name it differently.
      return 'damaged';
    }
  },
};

export const verify: Verify = async (publicKey, signature, signed) => {
  if (publicKey.length !== KEY_BYTES || publicKey[0] !== KEY_BEGINS) return false;
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, ALGORITHM, false, ['verify']);
    return await crypto.subtle.verify(SIGNATURE, key, signature, signed);
  } catch {
    // Bytes that are no key of this curve.
    return false;
  }
};

/** A key as people compare it over the phone: 80 bits of its hash, in groups. */
export async function nameOfKey(publicKey: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', publicKey));
  const digits = [...hash.subarray(0, 10)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.toUpperCase().match(/.{4}/g)!.join('-');
}

export async function makeSigningKey(): Promise<CryptoKeyPair> {
  // Not extractable: a signature can be made in this browser only, and the key cannot be carried off.
  return crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']);
}

export async function signerOf({ privateKey, publicKey }: CryptoKeyPair): Promise<Signer> {
  return {
    publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)),
    sign: async (signed) => new Uint8Array(await crypto.subtle.sign(SIGNATURE, privateKey, signed)),
  };
}
