/** Writes the JSON Schema of the directory document, made from the zod schemas: `npm run schema`. */
import { writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { directorySchema } from '#core/engagement/directory-schema.ts';

export const SCHEMA_FILE = new URL('../../core/engagement/directory.schema.json', import.meta.url);

export function directoryJsonSchema(): string {
  const schema = z.toJSONSchema(directorySchema, { io: 'input', reused: 'ref' });
  return `${JSON.stringify({ title: 'Dueline directory', ...schema }, null, 2)}\n`;
}

if (process.argv[1] === new URL(import.meta.url).pathname) writeFileSync(SCHEMA_FILE, directoryJsonSchema());
