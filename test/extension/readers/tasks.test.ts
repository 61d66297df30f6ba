/** Pages of systems that call a ticket a task: facts in lists of lines, the opening folded under its label. */
import { describe, expect, it } from 'vitest';
import { statedOrder } from '../../../extension/readers/stated-order.ts';
import { parseHTML } from '../../support/dom.ts';
import { readPage, summary } from './page.ts';

const line = (label: string, value: string) => `<li><strong>${label}</strong> <span>${value}</span></li>`;
const comment = (who: string, when: string, text: string) =>
  `<div class="comment"><div><strong class="username">${who}</strong> <small>${when}</small></div>
   <div class="text"><p>${text}</p></div></div>`;

interface Parts {
  owner?: string;
  created?: string;
  opening?: string;
  comments?: string;
}

const task = ({
  owner = 'Bo Kern',
  created = '03/04/2026 10:05',
  opening = 'It stops.',
  comments = '',
}: Parts) =>
  `<html lang="de"><head><title>Desk, #102 - Crane stops</title></head><body><h2>Aufgabe #102</h2>
   <section><h2>Crane stops</h2><ul>${line('Status:', 'offen')}${line('Zuständigkeit:', owner)}
   ${line('Ersteller:', 'Ada Lund')}${line('Erstellt:', created)}${line('Verschoben:', created)}</ul></section>
   <details open><summary>Beschreibung</summary><div><article><p>${opening}</p></article></div></details>
   <details open><summary>Kommentare</summary><div>${comments}</div></details></body></html>`;
const read = (parts: Parts, order: 'month-first' | null = null) =>
  readPage(task(parts), { url: 'https://desk.example/?action=show&task_id=102', order });

const ANSWER = comment('Bo Kern', '03/05/2026 16:20', 'Mended.');

describe('a task', () => {
  it('is a ticket: its creator asked, whoever has it answers', () => {
    const facts = read({ comments: ANSWER }, 'month-first');
    expect(facts?.id?.value).toBe('102');
    expect(facts?.requester?.value).toEqual({ name: 'Ada Lund' });
    expect(facts?.assignee?.value).toBe('Bo Kern');
    expect(facts?.status?.value.kind).toBe('open');
    expect(summary(facts)).toEqual([
      'customer Ada Lund 2026-03-04T09:05:00.000Z',
      'staff Bo Kern 2026-03-05T15:20:00.000Z',
    ]);
  });

  it('a date in what was asked is no message, and neither are the dates of its facts', () => {
    const facts = read({ created: '05/16/2026 10:05', opening: '07/01/2025 08:00 restart' });
    expect(summary(facts)).toEqual(['customer Ada Lund 2026-05-16T08:05:00.000Z']);
  });

  it.each(['nicht zugeordnet', 'not assigned', 'no asignado', 'non assegnato', '할당되지 않음', '未指派'])(
    'is nobody’s: %s',
    (owner) => {
      expect(read({ owner })?.assignee).toBeNull();
    },
  );
});

const ordered = (markup: string) =>
  statedOrder(parseHTML(`<html>${markup}</html>`).document as unknown as Document);

describe('the order of day and month that a page says beside its own fields', () => {
  it.each([
    ['month-first', '<body data-js-date-format="mm/dd/yy"></body>'],
    ['month-first', '<body><input placeholder="MM/DD/YYYY"></body>'],
    ['day-first', '<body><input data-date-format="dd/mm/yyyy hh:ii"></body>'],
    ['day-first', '<body><input placeholder="TT.MM.JJJJ"></body>'],
    ['day-first', '<body><input placeholder="gg/mm/aaaa"></body>'],
    [null, '<body><input placeholder="YYYY-MM-DD"><input placeholder="Search" value="mm/dd/yyyy"></body>'],
    [null, '<body data-date-format="mm/dd/yyyy"><input placeholder="DD/MM/YYYY"></body>'],
    [null, '<body><p title="mm/dd/yyyy">How we write dates</p></body>'],
  ])('%s: %s', (order, markup) => {
    expect(ordered(markup)).toBe(order);
  });

  it('settles dates that may be either, before the page’s language does', () => {
    expect(read({}, 'month-first')?.created?.value.fromMs).toBe(Date.parse('2026-03-04T10:05:00+01:00'));
    expect(read({})?.created?.value.fromMs).toBe(Date.parse('2026-04-03T10:05:00+02:00'));
  });

  it('settles nothing that a date of the page itself says otherwise', () => {
    const said = comment('Bo Kern', '25/04/2026 16:20', 'Mended.');
    const created = read({ comments: said }, 'month-first')?.created?.value.fromMs;
    expect(created).toBe(Date.parse('2026-04-03T10:05:00+02:00'));
  });
});
