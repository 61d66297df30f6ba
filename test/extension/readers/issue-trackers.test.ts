/** Pages built like those of issue trackers: what the ticket's history adds to its thread, and a line that says who opened it. */
import { describe, expect, it } from 'vitest';
import { readPage, summary } from './page.ts';

/** A ticket with a mailed thread: each entry has a head, a reply a text below it, a change of status nothing. */
const transaction = (who: string, what: string, when: string, text: string | null) =>
  `<div class="transaction ${text ? 'message' : 'other'}"><div class="metadata"><span class="date">${when}</span>
   <span class="description"><span class="user"><a href="/user/1">${who}</a></span> - ${what}</span></div>
   <div class="content">${text ? `<table><tr><td>To:</td><td>support@desk.example</td></tr><tr><td>From:</td><td>"${who} via desk" &lt;support@desk.example&gt;</td></tr></table><div>${text}</div>` : ''}</div></div>`;
const desk = (owner: string, thread: string) =>
  `<html lang="en"><head><title>#102: Backup</title></head><body><h1>#102: Backup</h1><div>
   <div class="row"><div class="label">Status:</div><div class="value">open</div></div>
   <div class="row"><div class="label">Owner:</div><div class="value">${owner}</div></div>
   <div class="row"><div class="label">Requestors:</div><div class="value">Ada Lund &lt;ada@nord.example&gt;</div></div></div>
   <div class="history">${thread}</div></body></html>`;
const OPENING = transaction(
  'Ada Lund &lt;ada@nord.example&gt;',
  'Ticket created',
  '2026-06-08 10:00',
  'It failed.',
);

describe('changes without words', () => {
  it('answer nobody: the customer still waits after the status was set', () => {
    const change = transaction('bo (Bo Kern)', 'Status changed from new to open', '2026-06-08 11:00', null);
    const facts = readPage(desk('bo (Bo Kern)', OPENING + change));
    expect(summary(facts)).toEqual([
      'customer Ada Lund 2026-06-08T08:00:00.000Z',
      'automatic Bo Kern 2026-06-08T09:00:00.000Z',
    ]);
  });

  it('the address to which a reply went is not its author’s', () => {
    const reply = transaction('bo (Bo Kern)', 'Correspondence added', '2026-06-08 11:00', 'Mended.');
    expect(readPage(desk('bo (Bo Kern)', OPENING + reply))?.messages[1]).toMatchObject({
      role: 'staff',
      author: { name: 'Bo Kern' },
    });
    expect(readPage(desk('bo (Bo Kern)', OPENING + reply))?.messages[1]?.author.email).toBeUndefined();
  });

  it('nobody is nobody’s name', () => {
    expect(readPage(desk('Nobody in particular', OPENING))?.assignee).toBeNull();
  });
});

const byline = (words: string, who: string, when: string) =>
  `${words} <a class="user" href="/users/1">${who}</a> <a title="${when}" href="/activity">long</a> ago`;
const journal = (id: number, who: string, when: string, inner: string, mark = '') =>
  `<div id="change-${id}" class="journal"><div class="note"><div class="tools"><span>Actions</span> <a href="#n">#${id}</a></div>
   <h4>${byline('Updated by', who, when)} <span class="badge">${mark}</span></h4>${inner}</div></div>`;
const CHANGES = `<ul class="details"><li><strong>Status</strong> changed from <i>New</i> to <i>Done</i></li>
   <li><strong>Wind direction</strong> set to <i>North</i></li></ul>`;
const issue = (thread: string, subject = 'Crane stops') =>
  `<html lang="en"><head><title>Fault #102: ${subject} - Port</title></head><body><h2>Fault #102</h2>
   <div class="issue"><div class="subject"><h3>${subject}</h3></div>
   <p class="author">${byline('Added by', "Ada O'Lund", '2026-06-08 10:00')}. Updated <a title="2026-06-09 10:00" href="/activity">a day</a> ago.</p>
   <div class="attributes"><div class="attribute"><div class="label">Status:</div><div class="value">New</div></div>
   <div class="attribute"><div class="label">Assignee:</div><div class="value">Bo Kern</div></div>
   <div class="attribute"><div class="label">Start date:</div><div class="value">2026-06-13</div></div></div>
   <div class="description"><p><strong>Description</strong></p><p>Since Mon 1 June 2026 08:00 the crane stops in the wind.</p></div></div>
   <div id="history">${thread}</div></body></html>`;
const read = (thread: string, subject?: string) =>
  readPage(issue(thread, subject), { url: 'https://port.example/issues/102' });
const ASKED = "customer Ada O'Lund 2026-06-08T08:00:00.000Z";

describe('a line that says who opened the ticket', () => {
  it('gives the requester, the time and the opening message, without any reply', () => {
    const facts = read('');
    expect(facts?.requester?.value.name).toBe("Ada O'Lund");
    expect(facts?.created?.value.fromMs).toBe(Date.parse('2026-06-08T10:00:00+02:00'));
    expect(summary(facts)).toEqual([ASKED]);
  });

  it('a reply beside it answers; words that every entry carries are no mark', () => {
    const thread =
      journal(1, 'Bo Kern', '2026-06-08 12:00', '<div class="wiki"><p>Mended.</p></div>') +
      journal(2, 'Bo Kern', '2026-06-08 12:30', CHANGES);
    expect(summary(read(thread))).toEqual([
      ASKED,
      'staff Bo Kern 2026-06-08T10:00:00.000Z',
      'automatic Bo Kern 2026-06-08T10:30:00.000Z',
    ]);
  });

  it('a private entry among them is a note', () => {
    const thread =
      journal(1, 'Bo Kern', '2026-06-08 12:00', '<div class="wiki"><p>Not yet.</p></div>', 'Private') +
      journal(2, 'Bo Kern', '2026-06-08 12:30', CHANGES);
    expect(summary(read(thread))[1]).toBe('note Bo Kern 2026-06-08T10:00:00.000Z');
  });

  it.each(['Crane stops', 'Successor of #4711'])(
    'the title says which heading is the subject: %s',
    (subject) => {
      const facts = read('', subject);
      expect([facts?.id?.value, facts?.subject?.value]).toEqual(['102', subject]);
    },
  );
});

/** Facts in a box of their own: dates in bare words, the status as a badge, the text below a heading. */
const change = (id: number, who: string, when: string, inner: string) =>
  `<div class="change"><h3 class="change">comment:${id} by <span class="author">${who}</span>, <a class="timeline">${when}</a></h3>${inner}</div>`;
const box = (thread: string, subject = 'Crane stops') =>
  `<html lang="en"><head><title>#102 (${subject}) – Port</title></head><body><div id="ticket"><div>
   <div class="date"><p>Opened <a class="timeline">2026-06-08 10:00</a></p><p>Closed <a class="timeline">2026-06-09 10:00</a></p></div>
   <h2><a>#102</a> <span class="status"><a>closed</a></span> (<a>fixed</a>)</h2><h1>${subject}</h1>
   <table><tr><th>Reported by:</th><td><a class="author">Ada Lund</a></td><th>Owned by:</th><td>Bo Kern</td></tr></table>
   <div class="text"><h2>Description</h2><div><p>It stops in the wind.</p></div></div></div></div>
   <div><h3>Change History</h3><div>${thread}</div></div></body></html>`;
const OWNER_REMOVED = '<table><tr><th>Owner:</th><td><span>Bo Kern</span> removed</td></tr></table>';

describe('a box of facts above the thread', () => {
  const readBox = (thread: string, subject?: string) =>
    readPage(box(thread, subject), { url: 'https://port.example/ticket/102' });

  it('is no message, and its description is one', () => {
    const facts = readBox(change(1, 'Bo Kern', '2026-06-08 12:00', OWNER_REMOVED));
    expect(summary(facts)).toEqual([
      'customer Ada Lund 2026-06-08T08:00:00.000Z',
      'automatic Bo Kern 2026-06-08T10:00:00.000Z',
    ]);
    expect([facts?.requester?.value.name, facts?.assignee?.value]).toEqual(['Ada Lund', 'Bo Kern']);
  });

  it('the word before a date is no status: what is marked as one is', () => {
    expect(readBox('')?.status?.value).toEqual({ shown: 'closed', kind: 'closed' });
  });

  it('a subject that names another ticket leaves this one what it is', () => {
    const facts = readBox('', 'Successor of #4711');
    expect([facts?.id?.value, facts?.subject?.value]).toEqual(['102', 'Successor of #4711']);
  });
});

describe('whom the page does not label', () => {
  const entry = (who: string, when: string) =>
    `<div class="message"><div class="head"><b>${who}</b> <span>${when}</span></div><div><p>Hello.</p></div></div>`;
  const page = (options: string) =>
    `<html lang="en"><head><title>#102: Crane</title></head><body><h1>#102: Crane</h1>
     <div class="row"><div class="label">Status:</div><div class="value">open</div></div>
     <div class="row"><div class="label">Created:</div><div class="value">2026-06-08 10:00</div></div>
     <div class="thread">${entry('Ada Lund', '2026-06-08 10:00')}${entry('Bo Kern', '2026-06-08 12:00')}</div>
     <select name="owner"><option>Bo Kern</option>${options}</select></body></html>`;

  it('where a ticket can be assigned to its requester, the list tells nobody’s side', () => {
    const labelled = page('<option>Ada Lund</option>').replace(
      '<div class="thread">',
      '<div class="row"><div class="label">Requester:</div><div class="value">Ada Lund</div></div><div class="thread">',
    );
    expect(summary(readPage(labelled)).map((line) => line.split(' ')[0])).toEqual(['customer', 'unknown']);
  });
});
