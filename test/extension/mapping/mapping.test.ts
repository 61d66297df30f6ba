/** The user's own mapping: what it learns of a place, and how far a page may change before it no longer holds. */
import { describe, expect, it } from 'vitest';
import { addressShape } from '../../../extension/mapping/address.ts';
import { learnAnchors } from '../../../extension/mapping/anchors.ts';
import { applyMapping } from '../../../extension/mapping/apply.ts';
import { valuesBeside } from '../../../extension/mapping/labels.ts';
import { resolveFact } from '../../../extension/mapping/resolve.ts';
import type { FactMapping, MappedFact } from '../../../extension/platform/mapping.ts';
import { AFTER, BEFORE, documentOf, GONE, OPTIONS } from './page.ts';

const URL_17 = new URL('https://desk.example/vorgang/17');

function byText(document: Document, text: string): Element {
  return [...document.querySelectorAll('body *')].find(
    (element) => element.childElementCount === 0 && element.textContent === text,
  )!;
}

function learn(fact: MappedFact, text: string): FactMapping {
  return { fact, anchors: learnAnchors(byText(documentOf(BEFORE), text)) };
}

const ADA = 'Ada Lund <ada@nord.example>';
const MAPPING = {
  address: '/vorgang/#',
  facts: [learn('requester', ADA), learn('organisation', 'Nord AG'), learn('wrote', '10.06.2026 14:00')],
};

const apply = (body: string, read = null) =>
  applyMapping(read, MAPPING, { document: documentOf(body), url: URL_17, options: OPTIONS });

describe('what is learnt of a place', () => {
  it('several anchors, none of which holds anything of this one ticket', () => {
    const [requester] = MAPPING.facts;
    expect(new Set(requester!.anchors.map(({ by }) => by))).toEqual(
      new Set(['id', 'data', 'label', 'class', 'path']),
    );
    const learnt = JSON.stringify(MAPPING);
    for (const own of ['Ada', 'ada@', 'Nord', '2026', '17', 'css-1x9z']) expect(learnt).not.toContain(own);
  });

  it('an anchor that leads to several places is none', () => {
    const [, organisation] = MAPPING.facts;
    const document = documentOf(BEFORE);
    for (const { by, value } of organisation!.anchors) {
      if (by !== 'label') expect(document.querySelectorAll(value)).toHaveLength(1);
    }
  });
});

it('a page of endless colons is looked through for a label like any other', () => {
  const colons = ':'.repeat(300_000);
  const document = documentOf(`<dl><dt>${colons}x</dt><dd>none</dd><dt>Status :</dt><dd>Open</dd></dl>`);
  expect(valuesBeside(document, 'Status').map(({ textContent }) => textContent)).toEqual(['Open']);
});

describe('on the page it was made on', () => {
  it('makes a ticket of a page that no reader takes for one, with each fact mapped by the user', () => {
    const facts = apply(BEFORE);
    expect(facts).toMatchObject({
      id: { value: '17', source: 'url' },
      requester: { value: { name: 'Ada Lund', email: 'ada@nord.example' }, source: 'mapped' },
      organisation: { value: 'Nord AG', source: 'mapped' },
      mapping: { unfit: [] },
    });
    expect(facts?.messages.map(({ role, at, source }) => [role, at?.fromMs, source])).toEqual([
      ['customer', Date.parse('2026-06-10T14:00:00+02:00'), 'mapped'],
    ]);
    expect(facts?.unread).toEqual(['status']);
  });
});

describe('after a redesign', () => {
  it('holds by what has stayed: labels and data attributes', () => {
    expect(apply(AFTER)).toMatchObject({
      requester: { value: { name: 'Bo Kern', email: 'bo@sued.example' } },
      organisation: { value: 'Süd GmbH' },
      messages: [{ role: 'customer', at: { fromMs: Date.parse('2026-06-09T09:30:00+02:00') } }],
      mapping: { unfit: [] },
    });
  });

  it('says which facts have lost their place, and guesses none of them', () => {
    const read = apply(BEFORE)!;
    const found = { ...read, mapping: undefined, requester: null } as never;
    expect(apply(GONE, found)?.mapping?.unfit.sort()).toEqual(['organisation', 'requester', 'wrote']);
    expect(apply(GONE, found)?.requester).toBeNull();
  });

  it('a page without any of the mapped places is no ticket', () => {
    expect(apply(GONE)).toBeNull();
  });

  it('the way through the page alone is not believed where something better was known', () => {
    const moved = BEFORE.replace('Haus', 'Raum').replace('Nord AG', 'Room 5');
    const [, organisation] = MAPPING.facts;
    const better = organisation!.anchors.filter(({ by }) => by === 'label' || by === 'path');
    expect(resolveFact([documentOf(moved)], { fact: 'organisation', anchors: better })).toBeNull();
  });

  it('a place that no longer holds a time is not taken for one', () => {
    expect(apply(BEFORE.replace('10.06.2026 14:00', 'soon'))?.mapping?.unfit).toEqual(['wrote']);
  });
});

describe('messages', () => {
  const read = {
    ...apply(BEFORE)!,
    messages: [
      {
        role: 'customer' as const,
        author: {},
        at: at('2026-06-08T10:00:00+02:00'),
        source: 'label' as const,
      },
      { role: 'staff' as const, author: {}, at: at('2026-06-10T13:00:00+02:00'), source: 'label' as const },
      { role: 'staff' as const, author: {}, at: at('2026-06-11T09:00:00+02:00'), source: 'label' as const },
      { role: 'unknown' as const, author: {}, at: at('2026-06-11T09:30:00+02:00'), source: 'label' as const },
    ],
  };
  function at(iso: string) {
    return { fromMs: Date.parse(iso), untilMs: Date.parse(iso), zone: 'offset' as const, shown: iso };
  }

  it('a reply that the reader is certain of answers what was written before it; nothing else of the reader counts', () => {
    const facts = apply(BEFORE, read as never);
    expect(facts?.messages.map(({ role, source }) => [role, source])).toEqual([
      ['customer', 'mapped'],
      ['staff', 'label'],
    ]);
  });
});

describe('the kind of address that a mapping holds for', () => {
  it.each([
    ['https://desk.example/vorgang/17', '/vorgang/#'],
    ['https://desk.example/vorgang/18?tab=notes', '/vorgang/#'],
    ['https://desk.example/scp/tickets.php?id=5&sort=asc', '/scp/tickets.php?id=#'],
    ['https://desk.example/#ticket/zoom/7', '/#ticket/zoom/#'],
    ['https://desk.example/browse/ACME-12', '/browse/#'],
  ])('%s → %s', (address, shape) => {
    expect(addressShape(address)).toBe(shape);
  });

  it('a page of another kind is not read by it', () => {
    expect(addressShape('https://desk.example/kunden/17')).not.toBe(MAPPING.address);
  });
});
