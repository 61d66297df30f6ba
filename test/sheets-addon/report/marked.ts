/** Directories in which every text of an engagement bears its mark, so that it is known wherever it turns up. */
import fc from 'fast-check';
import type { Directory } from '#core';
import { anyDirectory } from '../../core/scope/arbitrary.ts';

/** `zqE1qz`: no other text holds it. */
export const markOf = (engagement: string) => `zq${engagement.replaceAll('-', '')}qz`;

const anyInstant = fc
  .integer({ min: Date.parse('2026-05-01T00:00Z'), max: Date.parse('2026-07-31T00:00Z') })
  .map((ms) => new Date(ms).toISOString());

export const anyMarkedDirectory: fc.Arbitrary<Directory> = fc
  .tuple(anyDirectory(['premium', 'standard', 'tsam']), fc.array(anyInstant, { minLength: 8, maxLength: 8 }))
  .map(([directory, instants]) => marked(directory, instants));

/** Each engagement is a customer of its own: nothing of one may be in the review of another. */
export function marked(directory: Directory, instants: readonly string[]): Directory {
  const id = (engagement: string) => `${markOf(engagement)} id`;
  return {
    ...directory,
    customers: directory.engagements.map((engagement) => ({
      id: `${markOf(engagement.id)} customer`,
      name: `${markOf(engagement.id)} & <Söhne>`,
    })),
    engagements: directory.engagements.map((engagement) => ({
      ...engagement,
      id: id(engagement.id),
      customer: `${markOf(engagement.id)} customer`,
      name: `${markOf(engagement.id)} name`,
      agreed: { limits: {}, source: `${markOf(engagement.id)} contract` },
      contacts: (engagement.contacts ?? []).map((contact, row) => ({
        ...contact,
        name: `${markOf(engagement.id)} ${contact.name ?? row}`,
        email: `${row}@${markOf(engagement.id)}.example`,
      })),
    })),
    cases: (directory.cases ?? []).map((entry, index) => ({
      ...entry,
      id: `${markOf(entry.engagement)} ${entry.id}`,
      engagement: id(entry.engagement),
      subject: `=${markOf(entry.engagement)} subject`,
      requester: `who@${markOf(entry.engagement)}.example`,
      inquiries: [{ received: instants[index % instants.length]! }],
    })),
    activities: (directory.activities ?? []).map((activity) => ({
      ...activity,
      id: `${markOf(activity.engagement)} ${activity.id}`,
      engagement: id(activity.engagement),
      note: `${markOf(activity.engagement)} note`,
    })),
  };
}

/** The marks of all other engagements that a text bears. */
export function foreignMarks(text: string, own: string, directory: Directory): string[] {
  return directory.engagements
    .filter(({ id }) => id !== own)
    .map(({ id }) => id.replace(' id', ''))
    .filter((mark) => text.includes(mark));
}
