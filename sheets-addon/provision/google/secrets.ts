/** What must never be printed, whatever message it turns up in. */
const SECRETS: readonly RegExp[] = [
  /\bya29\.[\w.~+/-]+=*/g,
  /\b1\/\/[\w-]+/g,
  /\bBearer\s+[^\s"',;]+/gi,
  /\beyJ[\w-]+(?:\.[\w-]+)*/g,
  /\bGOCSPX-[\w-]+/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\b(access_token|refresh_token|client_secret|code_verifier|code|assertion|private_key)(["']?\s*[=:]\s*["']?)[^\s"'&,}]+/gi,
];

/** The text with each token, key and code in it replaced. */
export function withoutSecrets(text: string): string {
  return SECRETS.reduce(
    (cleaned, pattern) =>
      cleaned.replace(pattern, (_, name?: unknown, equals?: unknown) =>
        typeof name === 'string' && typeof equals === 'string' ? `${name}${equals}[…]` : '[…]',
      ),
    text,
  );
}
