import type { Names } from '../names.ts';

export function tierSkeleton({ kebab, camel, title }: Names): string {
  return `import { grantsOf } from '../grant.ts';
import type { Tier } from '../schema.ts';

/** ${title}: for whom it is, and how it is bought. */
export const ${camel}: Tier = {
  id: '${kebab}',
  deployment: 'saas',
  purchase: { kind: 'additional', clause: 'cost.additional' },
  grants: grantsOf([], {}),
  target: { clause: 'target.not-stated' },
  scope: null,
};
`;
}

export function tierTest({ kebab, camel, title }: Names): string {
  return `import { expect, test } from 'vitest';
import { checkRulebook } from '#core/rulebook/check-rulebook.ts';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import { ${camel} } from '#core/rulebook/tiers/${kebab}.ts';

test('${title} is a tier of the built-in rulebook, and every clause that it names is there', () => {
  expect(serviceManagement.tiers).toContainEqual(${camel});
  expect(checkRulebook(serviceManagement, [])).toEqual([]);
});

test('${title} promises no answer in time before its target is written down', () => {
  expect(${camel}.target).toEqual({ clause: 'target.not-stated' });
});
`;
}
