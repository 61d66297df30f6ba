/** Pages built like those of large clients: the ticket behind the hash, a row of states of which one is chosen, what programs note. */
import { describe, expect, it } from 'vitest';
import { readPage, summary } from './page.ts';

const entry = (who: string, when: string, text: string, kind = '') =>
  `<div class="Message ${kind}"><div class="core"><div class="header"><strong class="name">${who}</strong>
   <div title="${when}"> - some days ago</div></div><div class="content"><p>${text}</p></div></div></div>`;
const field = (name: string, label: string, value: string) =>
  `<tr><td><label for="${name}">${label}</label></td><td>${value && `<span>${value}</span>`}</td></tr>`;
const choice = (word: string, isChosen: boolean) =>
  `<button role="radio" aria-checked="${isChosen}">${word}</button>`;

interface Parts {
  state?: string;
  owner?: string;
  customer?: string;
  thread?: string;
  pager?: string;
}

const ASKED = entry('Ada Lund', '06/18/2026 10:00:00', 'It stops.');
const ANSWERED = entry('Bo Kern', '06/19/2026 11:00:00', 'Mended.');
const CHANGED = entry('Bo Kern', '06/19/2026 12:00:00', 'Stage changed', 'notification');
const STATES = ['Cancelled', 'Done', 'Waiting', 'In progress', 'New'];

const task = ({
  state = 'In progress',
  owner = 'Bo Kern',
  customer = 'Ada Lund',
  thread = ASKED,
  pager = '',
}: Parts) =>
  `<html lang="en"><head><title>Crane stops - Desk</title></head><body><div class="form">
   <div class="bar"><div class="row">${STATES.map((each) => choice(each, each === state)).join('')}</div></div>
   <div class="sheet"><div><h1><span>Crane stops</span></h1></div>
   <table><tbody>${field('a', 'Assigned to', owner)}${field('b', 'Deadline', '')}${field('c', 'Customer', customer)}</tbody></table></div>
   <div class="thread"><div>${thread}</div>${pager}</div></div></body></html>`;
const read = (parts: Parts, hash = 'id=102&model=project.task&view_type=form') =>
  readPage(task(parts), {
    url: `https://desk.example/web#${hash}`,
    nowMs: Date.parse('2026-06-20T11:30:00+02:00'),
  });

describe('a task of a client', () => {
  it('is found where the address says it to the client’s own script alone', () => {
    expect(read({})?.id?.value).toBe('102');
    expect(read({})?.subject?.value).toBe('Crane stops');
  });

  it('is none where that says another thing', () => {
    expect(read({ thread: '' }, 'id=102&model=res.partner&view_type=form')).toBeNull();
    expect(read({ thread: '' }, 'model=project.task&view_type=list')).toBeNull();
  });

  it.each([
    ['In progress', 'open'],
    ['Waiting', 'pending'],
    ['Done', 'solved'],
    ['New', 'open'],
  ])('is in the state that is chosen of all that it may have: %s', (state, kind) => {
    expect(read({ state })?.status?.value).toEqual({ shown: state, kind });
  });

  it('is in no state that we know of where none is chosen', () => {
    expect(read({ state: 'none of them' })?.status ?? null).toBeNull();
  });

  it('is of the customer who writes in it, who is a person then and no company', () => {
    const facts = read({});
    expect(facts?.requester?.value).toEqual({ name: 'Ada Lund' });
    expect(facts?.organisation).toBeNull();
    expect(summary(facts)).toEqual(['customer Ada Lund 2026-06-18T08:00:00.000Z']);
  });

  it('is of a customer who does not: a company, as far as anybody can tell', () => {
    const facts = read({ customer: 'Nord Logistics' });
    expect(facts?.requester).toBeNull();
    expect(facts?.organisation?.value).toBe('Nord Logistics');
  });

  it('is nobody’s where the field is empty: the label of the next is no name', () => {
    expect(read({ owner: '' })?.assignee).toBeNull();
    expect(read({})?.assignee?.value).toBe('Bo Kern');
  });
});

describe('what a program notes in its thread', () => {
  it('answers nobody, whoever made the change', () => {
    expect(summary(read({ thread: CHANGED + ASKED })).map((each) => each.split(' ')[0])).toEqual([
      'automatic',
      'customer',
    ]);
  });

  it.each(['DeskBot', 'triage-bot'])('is its own, by its name: %s', (name) => {
    const thread = ANSWERED + entry(name, '06/18/2026 10:00:00', 'Task created') + ASKED;
    expect(summary(read({ thread })).map((each) => each.split(' ')[0])).toEqual([
      'staff',
      'automatic',
      'customer',
    ]);
  });

  it.each(['Cy Abbot', 'Di Talbot'])('is not a person’s who is called like one: %s', (name) => {
    const thread = ANSWERED + entry(name, '06/18/2026 12:00:00', 'Me too.') + ASKED;
    expect(summary(read({ thread }))[1]).toMatch(/^unknown/);
  });
});

describe('a thread in pages', () => {
  const pages = (...numbers: number[]) =>
    `<div><ul class="pagination">${numbers.map((each) => `<li><a href="#">${each}</a></li>`).join('')}</ul></div>`;

  it('is not read whole, and that is said: the last word may stand on another page', () => {
    expect(read({ thread: ANSWERED + ASKED, pager: pages(1, 2) })?.unread).toContain('messages');
  });

  it('is whole where there is one page', () => {
    expect(read({ thread: ANSWERED + ASKED, pager: pages(1) })?.unread).not.toContain('messages');
    expect(read({ thread: ANSWERED + ASKED })?.unread).not.toContain('messages');
  });
});

it('a time in a paragraph of its own belongs to the name above it', () => {
  const said = (who: string, when: string, text: string) =>
    `<div class="message"><img alt="avatar"><div class="body"><div class="title"><h5>${who}</h5><p class="date">Published on ${when}</p></div><p>${text}</p></div></div>`;
  const thread =
    said('Bo Kern', 'June 19, 2026, 11:00:00 am', 'Mended.') +
    said('Ada Lund', 'June 18, 2026, 10:00:00 am', 'It stops.');
  expect(summary(read({ thread }))).toEqual([
    'staff Bo Kern 2026-06-19T09:00:00.000Z',
    'customer Ada Lund 2026-06-18T08:00:00.000Z',
  ]);
});
