/**
 * Preact can be asked to write markup into an element. We never ask (a test of the house says so); as it is shipped
 * it could not: what would be markup becomes text.
 */

const PREACT = /\/preact\/dist\/preact\.m?js$/;

export function textNotMarkup() {
  return {
    name: 'text-not-markup',
    transform(code: string, id: string) {
      if (!PREACT.test(id.replaceAll('\\', '/'))) return null;
      return { code: code.replace(/\.innerHTML\s*=(?!=)/g, '.textContent='), map: null };
    },
  };
}
