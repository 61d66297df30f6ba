/** Who wrote when, and what is an answer: a note taken for one hides that the customer still waits. */
import { describe, expect, it } from 'vitest';
import { FACTS, message, readPage, summary, ticketPage, time } from './page.ts';

const T1 = time('2026-06-08T10:00+02:00');
const T2 = time('2026-06-08T11:00+02:00');
const roles = (thread: string, facts = FACTS, after = '') =>
  summary(readPage(ticketPage({ thread, facts, after }))).map((line) => line.split(' ')[0]);
const C = message('Ada Lund', T1, 'It is stuck.');

describe('notes-and-replies', () => {
  it.each([
    ['a word', message('Bo Kern', T2, 'Not yet.', 'Internal note'), 'note'],
    ['a word in another language', message('Bo Kern', T2, 'Noch nicht.', 'Interne Notiz'), 'note'],
    [
      'a class',
      `<li class="entry private"><article><header><b>Bo Kern</b> ${T2}</header><p>Not yet.</p></article></li>`,
      'note',
    ],
    [
      'a data attribute',
      `<li data-visibility="internal"><article><header><b>Bo Kern</b> ${T2}</header><p>Not yet.</p></article></li>`,
      'note',
    ],
    [
      'data-public="false"',
      `<li data-public="false"><article><header><b>Bo Kern</b> ${T2}</header><p>Not yet.</p></article></li>`,
      'note',
    ],
    [
      'the label of a lock',
      `<li><article><header><svg aria-label="Internal note"></svg><b>Bo Kern</b> ${T2}</header><p>Not yet.</p></article></li>`,
      'note',
    ],
    [
      'a public note by staff',
      message('Bo Kern', T2, 'Mended.', 'Public note').replace('<article>', '<article class="note public">'),
      'staff',
    ],
    ['a reply by staff', message('Bo Kern', T2, 'Mended.'), 'staff'],
    ['a note by the customer', message('Ada Lund', T2, 'More.', 'Note'), 'customer'],
  ])('told by %s', (_what, second, role) => {
    expect(roles(C + second)).toEqual(['customer', role]);
  });
  it('words beside a colleague’s name that we cannot read may say "internal": unread, not an answer', () => {
    const strange = `<li><article><header><b>Bo Kern</b> <span>Sisäinen huomautus</span> ${T2}</header><p>Ei vielä.</p></article></li>`;
    const facts = readPage(ticketPage({ thread: C + strange }));
    expect(summary(facts)[1]).toMatch(/^unknown/);
    expect(facts?.unread).toContain('roles');
  });
  it('a link that offers to reply does not make a note a reply', () => {
    const head = `<b>Bo Kern</b> - Comments added ${T2} [<a href="?re=2">Reply</a>] [<button>Public reply</button>]`;
    const note = `<li><article><header>${head}</header><p>Not for them.</p></article></li>`;
    expect(roles(C + note)).toEqual(['customer', 'note']);
  });
  it('somebody of whom the page says nothing is nobody’s side', () => {
    expect(roles(C + message('Cy Holm', T2, 'Hello.'))).toEqual(['customer', 'unknown']);
  });
  it('a colleague of the requester writes for the customer', () => {
    expect(roles(C + message('Dan Moe &lt;dan@nord.example&gt;', T2, 'Same here.'))).toEqual([
      'customer',
      'customer',
    ]);
  });
  it('those whom a ticket can be assigned to are staff', () => {
    const form =
      '<form hidden><select name="owner"><option>Nobody</option><option>Bo Kern</option><option>Eli Roth</option></select></form>';
    expect(roles(C + message('Eli Roth', T2, 'Mended.'), FACTS, form)).toEqual(['customer', 'staff']);
  });
});

describe('auto-acknowledgement', () => {
  it.each([
    ['a badge', message('Helpdesk', T2, 'We have your message.', 'Automatic message')],
    ['a system’s name', message('System', T2, 'We have your message.')],
    [
      'a class',
      `<li class="auto-reply"><article><header><b>Bo Kern</b> ${T2}</header><p>We have your message.</p></article></li>`,
    ],
  ])('told by %s is no answer', (_what, second) => {
    expect(roles(C + second)).toEqual(['customer', 'automatic']);
  });
  it('a change of status by staff is no answer', () => {
    const change = `<li class="event"><p><b>Bo Kern</b> set the status to Pending ${T2}</p></li>`;
    const bare = `<li><article><header><b>Bo Kern</b> changed the status ${T2}</header></article></li>`;
    expect(roles(C + change + bare)).not.toContain('staff');
  });
});

describe('the thread', () => {
  it('newest first or oldest first: the same messages at the same times', () => {
    const reply = message('Bo Kern', T2, 'Mended.');
    expect(summary(readPage(ticketPage({ thread: reply + C }))).toSorted()).toEqual(
      summary(readPage(ticketPage({ thread: C + reply }))).toSorted(),
    );
  });
  it('cut into days is still one thread', () => {
    const days = `<li><h3>Mon</h3><div class="day">${C}${message('Bo Kern', T2, 'Looking.')}</div></li><li><h3>Tue</h3><div class="day">${message('Ada Lund', time('2026-06-09T09:00+02:00'), 'And?')}</div></li>`;
    expect(roles(days)).toEqual(['customer', 'staff', 'customer']);
  });
  it('an opening message outside the list counts', () => {
    const facts = FACTS.replace(
      '</dl>',
      `<dt>Created</dt><dd>${T1}</dd></dl><div><div>Description:</div><div>It is stuck.</div></div>`,
    );
    expect(
      summary(
        readPage(
          ticketPage({
            facts,
            thread: message('Bo Kern', T2, 'Mended.') + message('Bo Kern', T2, 'Really.'),
          }),
        ),
      )[0],
    ).toBe('customer Ada Lund 2026-06-08T08:00:00.000Z');
  });
  it('dates of the ticket are no messages', () => {
    const facts = `${FACTS}<div>${['Created', 'Updated', 'Started'].map((label) => `<div><div>${label}:</div><div><a>${T2}</a></div></div>`).join('')}</div>`;
    const read = readPage(ticketPage({ facts }));
    expect(read?.messages).toEqual([]);
    expect(read?.unread).toContain('messages');
  });
  it('folded-messages: says how many there are before what it can see', () => {
    for (const [text, count] of [
      ['12 earlier messages', 12],
      ['Show 3 earlier messages', 3],
      ['이전 메시지 5개', 5],
      ['12 ältere Nachrichten', 12],
    ] as const) {
      expect(readPage(ticketPage({ thread: C, after: `<button>${text}</button>` }))?.earlierMessages).toBe(
        count,
      );
    }
    expect(readPage(ticketPage({ thread: C }))?.earlierMessages).toBe(0);
  });
});
