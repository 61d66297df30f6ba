/** A thread shown by one of its messages: what is learnt, how it is read, and what a redesign may change. */
import { describe, expect, it } from 'vitest';
import { mappingsFile } from '../../../extension/background/mapping-schema.ts';
import { applyMapping } from '../../../extension/mapping/apply.ts';
import { itemAnchors, messagesAround } from '../../../extension/mapping/stream/items.ts';
import { rolesOf } from '../../../extension/mapping/stream/marks.ts';
import { nameParts, timeParts } from '../../../extension/mapping/stream/parts.ts';
import type { FactMapping, PageMapping } from '../../../extension/platform/mapping.ts';
import { documentOf, OPTIONS } from './page.ts';

const URL_17 = new URL('https://desk.example/vorgang/17');

type Said = [kind: string, who: string, when: string, text?: string];
const THREAD: Said[] = [
  ['kunde', 'Ada Lund', '08.06.2026 09:00'],
  ['intern', 'Bo Kern', '08.06.2026 09:30'],
  ['agent', 'Bo Kern', '08.06.2026 10:00', 'Am 01.02.2020 08:00 schrieb Eve: es klemmt.'],
  ['kunde', 'Ada Lund', '10.06.2026 14:00'],
];
const KINDS: Record<string, string> = { agent: 'agent', intern: 'internal-note', kunde: 'customer' };

/** The quotation stands before the time of the message itself. */
const asBuilt = (thread = THREAD) =>
  `<h1>Sache</h1><div class="strand">${thread
    .map(
      ([kind, who, when, text = 'Es klemmt immer noch, bitte helfen.']) =>
        `<div class="eintrag ${KINDS[kind]} css-1x9z" data-eintrag="1"><div class="kopf"><span class="wer">${who}</span></div><p class="inhalt">${text}</p><span class="wann">${when}</span></div>`,
    )
    .join('')}</div><aside><div class="eintrag">Andere Sache 1</div></aside>`;

/** Other boxes, other names of style; the attribute of the messages and their marks have stayed. */
const redesigned = (thread = THREAD) =>
  `<main><ol>${thread
    .map(
      ([kind, who, when, text = 'Es klemmt immer noch, bitte helfen.']) =>
        `<li><div data-eintrag="2" class="${KINDS[kind]}"><header><b class="wer">${who}</b> <i class="wann">${when}</i></header><p>${text}</p></div></li>`,
    )
    .join('')}</ol></main>`;

function learn(body: string, words: string): FactMapping {
  const document = documentOf(body, 'de');
  const place = [...document.querySelectorAll('p')].find((element) => element.textContent?.includes(words))!;
  const items = messagesAround(place);
  const item = items.find((each) => each.contains(place))!;
  return {
    fact: 'messages',
    anchors: itemAnchors(items, [document]),
    stream: {
      at: timeParts(item, items)[0]!.selectors,
      author: nameParts(item, items)[0]!.selectors,
      roles: rolesOf(items),
    },
  };
}

const MAPPED = learn(asBuilt(), 'schrieb Eve');
const apply = (body: string, mapping = MAPPED, read: unknown = null) => {
  const page: PageMapping = { address: '/vorgang/#', facts: [mapping] };
  return applyMapping(read as never, page, {
    document: documentOf(body, 'de'),
    url: URL_17,
    options: OPTIONS,
  });
};
const said = (body: string, mapping = MAPPED) =>
  apply(body, mapping)?.messages.map(
    ({ role, author, at }) => `${role} ${author.name} ${at ? new Date(at.fromMs).toISOString() : '?'}`,
  );

/** By hand: Berlin is two hours ahead in June. */
const RIGHT = [
  'customer Ada Lund 2026-06-08T07:00:00.000Z',
  'note Bo Kern 2026-06-08T07:30:00.000Z',
  'staff Bo Kern 2026-06-08T08:00:00.000Z',
  'customer Ada Lund 2026-06-10T12:00:00.000Z',
];

describe('one message shown', () => {
  it('all beside it are found, whoever wrote them, and nothing else of the page', () => {
    const document = documentOf(asBuilt(), 'de');
    const items = messagesAround(document.querySelector('.inhalt')!);
    expect(items).toEqual([...document.querySelectorAll('.strand > .eintrag')]);
  });

  it('each has its own time and author, not those of a quotation, and its role by its mark', () => {
    expect(said(asBuilt())).toEqual(RIGHT);
    const facts = apply(asBuilt());
    expect(facts?.requester).toMatchObject({ value: { name: 'Ada Lund' }, source: 'mapped' });
    expect(facts?.unread).not.toContain('messages');
    expect(facts?.unread).not.toContain('times');
    expect(facts?.unread).not.toContain('roles');
  });

  it('holds for the next ticket, with another number of messages', () => {
    expect(said(asBuilt(THREAD.slice(0, 1)))).toEqual(RIGHT.slice(0, 1));
    expect(said(asBuilt([...THREAD, ['agent', 'Cem Ak', '11.06.2026 08:00']]))?.at(-1)).toBe(
      'staff Cem Ak 2026-06-11T06:00:00.000Z',
    );
  });

  it('is kept without anything of this ticket', () => {
    const learnt = JSON.stringify(MAPPED);
    for (const own of ['Ada', 'Lund', 'Bo', 'Kern', 'klemmt', '2026', '17', 'css-1x9z', 'data-eintrag=']) {
      expect(learnt, own).not.toContain(own);
    }
  });

  it('a thread of one message is found as well', () => {
    const single = learn(asBuilt([THREAD[2]!]), 'schrieb Eve');
    expect(said(asBuilt([THREAD[2]!]), single)?.[0]).toContain('Bo Kern 2026-06-08T08:00:00.000Z');
  });

  it('without marks it is the author who tells the customer from staff, and nobody where no customer is known', () => {
    const bare = asBuilt().replace(/ (agent|internal-note|customer) /g, ' ');
    const mapping = learn(bare, 'schrieb Eve');
    expect(mapping.stream?.roles).toEqual([{ mark: '', role: 'by-author' }]);
    expect(apply(bare, mapping)?.messages.map(({ role }) => role)).toEqual(Array(4).fill('unknown'));
    const known = { ...apply(bare, mapping), requester: { value: { name: 'Ada Lund' }, source: 'label' } };
    expect(apply(bare, mapping, known)?.messages.map(({ role }) => role)).toEqual([
      'customer',
      'staff',
      'staff',
      'customer',
    ]);
  });
});

describe('after a redesign', () => {
  it('holds by what has stayed', () => {
    expect(said(redesigned())).toEqual(RIGHT);
  });

  it('where nothing has stayed it is said, and the reader’s own messages stay', () => {
    const read = { ...apply(asBuilt()), messages: [], unread: ['messages'] };
    const facts = apply(
      '<main><p>Another page, of 09.06.2026 09:30, about nothing at all.</p></main>',
      MAPPED,
      read,
    );
    expect(facts?.mapping?.unfit).toEqual(['messages']);
    expect(facts?.messages).toEqual([]);
  });

  it('a time whose place is gone is unread, and not the first date in the text', () => {
    const facts = apply(
      asBuilt().replaceAll('class="wann"', 'class="x"').replaceAll('<span', '<i').replaceAll('</span', '</i'),
    );
    expect(facts?.messages.map(({ at }) => at)).toEqual([null, null, null, null]);
    expect(facts?.unread).not.toContain('messages');
  });
});

it('selectors from somebody’s file that are none, or name the whole page, break nothing', () => {
  const odd: FactMapping = {
    fact: 'messages',
    anchors: [
      { by: 'class', value: ':::' },
      { by: 'path', value: '*' },
    ],
    stream: { at: ['((', '*'], author: [']'], roles: [{ mark: '))', role: 'staff' }] },
  };
  expect(() => apply(asBuilt(), odd)).not.toThrow();
});

it('is exported and taken in as it was learnt', () => {
  const sites = [
    { site: 'https://desk.example', pages: [{ address: '/vorgang/#', facts: [MAPPED] }], statuses: [] },
  ];
  const file = mappingsFile.parse({ format: 'dueline-mappings', version: 1, sites });
  expect(file.sites[0]?.pages[0]?.facts).toEqual([MAPPED]);
});
