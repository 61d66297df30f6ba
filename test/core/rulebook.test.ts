/**
 * The built-in rulebook against the service descriptions. The tables below were typed from the documents (table 1,
 * table 2, the target, availability and scope), in their order, and share nothing with core's data.
 */
import { describe, expect, it } from 'vitest';
import { LANGUAGES, serviceManagement, type Tier, translator } from '#core';
import { sayClause } from '#core/response/say-derivation.ts';
import { rulebookSchema } from '#core/rulebook/schema.ts';

/** Table 1: TSAM, Standard, Premium. */
const TABLE_1 = `
  customer-enablement               ✓ ✓ ✓
  service-reviews                   ✓ ✓ ✓
  maintenance                       - ✓ ✓
  upgrade-planning                  - ✓ ✓
  root-cause-analysis               ✓ ✓ ✓
  customer-intelligence-management  ✓ ✓ ✓
  product-roadmap                   ✓ ✓ ✓
  release-management                - ✓ ✓
  customer-advocacy                 ✓ - ✓
  spokesperson                      ✓ - ✓
  risk-mitigation                   ✓ - ✓
  software-performance-report       ✓ - ✓
  environment-consulting            - - ✓
  escalation-management             ✓ - ✓
  case-management                   ✓ - ✓`;

/** Table 2: methods and frequency of Standard, then of Premium. */
const TABLE_2 = `
  customer-enablement              | online-self-paced | as-needed | in-person, video-conference     | as-needed
  service-reviews                  | video-conference  | quarterly | in-person, video-conference     | monthly
  maintenance                      | e-mail            | as-needed | video-conference, e-mail, phone | as-needed
  upgrade-planning                 | video-conference  | as-needed | in-person, video-conference     | as-needed
  root-cause-analysis              | e-mail            | as-needed | video-conference, phone         | as-needed
  customer-intelligence-management | e-mail            | quarterly | video-conference, e-mail, phone | weekly
  product-roadmap                  | e-mail            | quarterly | in-person, video-conference     | monthly
  release-management               | e-mail            | as-needed | in-person, video-conference     | as-needed`;

const rows = (table: string, separator: RegExp) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(separator));
const table1 = rows(TABLE_1, /\s+/);
const table2 = new Map(rows(TABLE_2, /\s*\|\s*/).map(([deliverable, ...cells]) => [deliverable, cells]));

const tier = (id: string): Tier => serviceManagement.tiers.find((one) => one.id === id)!;
const TIERS = ['tsam', 'standard', 'premium'] as const;

describe('table 1', () => {
  it('names fifteen deliverables, in the order of the documents', () => {
    expect(serviceManagement.deliverables.map(({ id }) => id)).toEqual(table1.map(([id]) => id));
    for (const id of TIERS)
      expect(tier(id).grants.map(({ deliverable }) => deliverable)).toEqual(table1.map(([d]) => d));
  });

  it.each(table1)('%s: TSAM %s, Standard %s, Premium %s', (deliverable, ...marks) => {
    const granted = TIERS.map(
      (id) => tier(id).grants.find((grant) => grant.deliverable === deliverable)?.included,
    );
    expect(granted).toEqual(marks.map((mark) => mark === '✓'));
  });

  it('prices: bought in addition, or included with the subscription', () => {
    expect(TIERS.map((id) => [tier(id).deployment, tier(id).purchase.kind])).toEqual([
      ['on-premises', 'additional'],
      ['saas', 'included'],
      ['saas', 'additional'],
    ]);
  });
});

describe('table 2', () => {
  const stated = (id: string, deliverable: string) => {
    const delivery = tier(id).grants.find((grant) => grant.deliverable === deliverable)?.delivery;
    return delivery ? [delivery.methods.join(', '), delivery.frequency] : null;
  };

  it.each(table1.map(([deliverable]) => deliverable!))(
    '%s: method and frequency as stated, or none',
    (deliverable) => {
      const cells = table2.get(deliverable);
      expect(stated('standard', deliverable)).toEqual(cells ? cells.slice(0, 2) : null);
      expect(stated('premium', deliverable)).toEqual(cells ? cells.slice(2) : null);
    },
  );

  it('states nothing for TSAM, so nothing is said for it', () => {
    expect(tier('tsam').grants.map(({ delivery }) => delivery)).toEqual(Array(15).fill(null));
  });
});

describe('the response target', () => {
  it('is 2 business days for Standard, 1 for Premium, and not stated for TSAM', () => {
    const target = (id: string) => {
      const { businessDays, businessHours } = tier(id).target;
      return [businessDays, businessHours];
    };
    expect(target('standard')).toEqual([2, undefined]);
    expect(target('premium')).toEqual([1, undefined]);
    expect(target('tsam')).toEqual([undefined, undefined]);
  });
});

describe('availability', () => {
  it('is Monday to Friday from 9 to 17, in English', () => {
    const day = [{ from: '09:00', to: '17:00' }];
    expect(serviceManagement.availability.week).toEqual({ mon: day, tue: day, wed: day, thu: day, fri: day });
    expect(serviceManagement.availability.language).toBe('en');
  });
});

describe('scope', () => {
  it.each(['tsam', 'premium'])('%s: a weekly call, 3 contacts, 30 cases in hand, 10 hours a week', (id) => {
    const { scope } = tier(id);
    expect(scope?.weeklyCall).toBeDefined();
    expect([scope?.contacts?.limit, scope?.casesInHand?.limit, scope?.weeklyHours?.limit]).toEqual([
      3, 30, 10,
    ]);
  });

  it('Standard has none', () => {
    expect(tier('standard').scope).toBe(null);
  });
});

describe('every entry rests on a clause', () => {
  /** Every `clause` in the rulebook, wherever it stands, and the availability's own. */
  function clausesIn(value: unknown): string[] {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) =>
      key === 'clause' ? [String(inner)] : clausesIn(inner),
    );
  }
  const cited = [
    ...clausesIn(serviceManagement.tiers),
    ...Object.values(serviceManagement.availability.clauses),
  ];

  it('that exists', () => {
    // Per tier 15 grants, the purchase, the target; 8 deliveries each for two tiers; 4 of scope each for two.
    expect(clausesIn(serviceManagement.tiers)).toHaveLength(3 * 17 + 2 * 8 + 2 * 4);
    expect(cited.filter((id) => !Object.hasOwn(serviceManagement.clauses, String(id)))).toEqual([]);
  });

  it('and no clause says that TSAM has a target or a method', () => {
    expect(tier('tsam').target.clause).toBe('target.not-stated');
    expect(clausesIn(tier('tsam')).filter((id) => id.startsWith('table-2.'))).toEqual([]);
  });

  it.each(LANGUAGES)('that can be said in %s, in words and not by its id', (language) => {
    const translate = translator(language);
    for (const id of Object.keys(serviceManagement.clauses)) {
      const words = sayClause(id, translate);
      expect(words, id).not.toContain(id);
      expect(words.length, id).toBeGreaterThan(1);
      expect(words, id).not.toMatch(/[{}]/);
    }
  });
});

describe('the document', () => {
  it('has the shape that every rulebook must have, and survives as JSON', () => {
    const again: unknown = JSON.parse(JSON.stringify(serviceManagement));
    expect(rulebookSchema.safeParse(again).success).toBe(true);
    expect(again).toEqual(serviceManagement);
  });

  it('reads a business day as the same time, warns from 80 %, and calls 3 of 4 weeks over sustained', () => {
    expect(serviceManagement.readings).toMatchObject({
      businessDay: 'same-time',
      warnFromShare: 0.8,
      sustainedOverrun: { weeks: 4, over: 3 },
      answeredBy: 'any-staff',
    });
  });
});
