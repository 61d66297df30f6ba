/** What has led readers of pages astray: each trap once, with what a colleague would see on that page. */
import { describe, expect, it } from 'vitest';
import { FACTS, message, NOW_MS, readPage, summary, ticketPage, time } from './page.ts';

const THREAD =
  message('Ada Lund', time('2026-06-10T10:00+02:00'), 'It is stuck.') +
  message('Bo Kern', time('2026-06-10T11:00+02:00'), 'Mended.', 'Agent');
const READ = ['customer Ada Lund 2026-06-10T08:00:00.000Z', 'staff Bo Kern 2026-06-10T09:00:00.000Z'];

describe('the heading', () => {
  const page = (top: string, title = 'Desk') =>
    `<html lang="en"><head><title>${title}</title></head><body>${top}${FACTS}<ol>${THREAD}</ol></body></html>`;
  const read = (html: string) => {
    const facts = readPage(html);
    return [facts?.id?.value, facts?.subject?.value ?? null];
  };
  it('a subject that names another ticket names it, and no more', () => {
    const subject = 'Server replacement in #4711';
    expect(read(page(`<h1>${subject}</h1>`, subject))).toEqual(['102', subject]);
  });
  it('where there is no heading, a line that is the whole title is the subject, and names another ticket', () => {
    const subject = 'Server replacement in #4711';
    expect(read(page(`<div><span>${subject}</span></div>`, subject))).toEqual(['102', subject]);
  });
  it('its own number leads it, in whatever words', () => {
    for (const lead of ['Ticket #102: ', '[#102] ', 'Vorgang 102 – ', '#102 '])
      expect(read(page(`<h1>${lead}Printer stops</h1>`))).toEqual(['102', 'Printer stops']);
  });
  it('the company’s name above the page is nobody’s subject', () => {
    const top = '<header><h1>Nord Desk</h1></header><main><h2>Printer stops</h2></main>';
    expect(read(page(top))).toEqual(['102', 'Printer stops']);
  });
  it('of several of which nothing speaks for one, none', () => {
    expect(read(page('<h1>Nord Desk</h1><h1>Printer stops</h1>'))).toEqual(['102', null]);
  });
});

describe('a value that is a picture', () => {
  const priority = (value: string) =>
    readPage(
      ticketPage({
        facts: `${FACTS}<div><div><b>Priority:</b>${value}</div><div><span>00:00</span></div></div>`,
        thread: THREAD,
      }),
    )?.priority;
  it('is not the words of the next row', () => {
    expect(priority('<i title="High"></i><i title="High"></i>')).toBeNull();
    expect(priority('<span>High</span>')?.value).toBe('High');
  });
});

describe('day and month where the page does not say its language', () => {
  const at = (labels: string, lang = '') => {
    const when = '<span>04/09/2026 10:00</span>';
    const facts = `<dl>${labels}</dl>`;
    return readPage(ticketPage({ lang, facts, thread: message('Ada Lund', when, 'It is stuck.') }))
      ?.messages[0]?.at?.fromMs;
  };
  const LABELS: Record<string, string> = {
    de: '<dt>Status</dt><dd>offen</dd><dt>Priorität</dt><dd>hoch</dd><dt>Erstellt</dt><dd>-</dd><dt>Kunde</dt><dd>Ada</dd><dt>Zugewiesen an</dt><dd>Bo Kern</dd>',
    es: '<dt>Estado</dt><dd>abierto</dd><dt>Prioridad</dt><dd>alta</dd><dt>Creado</dt><dd>-</dd><dt>Solicitante</dt><dd>Ada Lund</dd>',
    it: '<dt>Stato</dt><dd>aperto</dd><dt>Priorità</dt><dd>alta</dd><dt>Creato</dt><dd>-</dd><dt>Richiedente</dt><dd>Ada Lund</dd>',
  };
  it.each(Object.keys(LABELS))('its labels do: %s writes the day first', (language) => {
    expect(at(LABELS[language]!)).toBe(Date.parse('2026-09-04T10:00+02:00'));
  });
  it('a page that says American English and is labelled in Italian settles nothing', () => {
    expect(at(LABELS.it!, 'en-US')).toBeUndefined();
  });
  it('English labels settle nothing, nor does one word of another language', () => {
    const english = '<dt>Status</dt><dd>Open</dd><dt>Requester</dt><dd>Ada Lund</dd>';
    expect(at(english)).toBeUndefined();
    expect(at(`${english}<dt>Stato</dt><dd>aperto</dd>`)).toBeUndefined();
  });
});

describe('a preview pane beside a list', () => {
  const list = `<table><thead><tr><th>Id</th><th>Subject</th><th>Status</th><th>Requester</th><th>Updated</th></tr></thead><tbody>${[
    101, 102, 103,
  ]
    .map(
      (id) =>
        `<tr><td><a href="/tickets/${id}">#${id}</a></td><td>Other ${id}</td><td>Closed</td><td>Eve &lt;eve@other.example&gt;</td><td>${time(`2026-06-0${id - 100}T10:00+02:00`)}</td></tr>`,
    )
    .join('')}</tbody></table>`;
  const pane = `<section><h2>#102 Printer</h2>${FACTS}<ol>${THREAD}</ol></section>`;
  it('the ticket in the pane, and no row of the list', () => {
    const facts = readPage(`<html lang="en"><body>${list}${pane}</body></html>`);
    expect([facts?.id?.value, facts?.requester?.value.email, facts?.status?.value.kind]).toEqual([
      '102',
      'ada@nord.example',
      'open',
    ]);
    expect(summary(facts)).toEqual(READ);
  });
  it('under the list’s own address: the same, or nothing', () => {
    const facts = readPage(`<html lang="en"><body>${list}${pane}</body></html>`, {
      url: 'https://desk.example/tickets?view=mine',
    });
    if (facts) {
      expect([facts.id?.value, facts.requester?.value.email]).toEqual(['102', 'ada@nord.example']);
      expect(summary(facts)).toEqual(READ);
    } else expect(facts).toBeNull();
  });
});

it('a print view: tables and rules, no landmarks, nothing to click', () => {
  const row = (label: string, value: string) => `<tr><td><b>${label}:</b></td><td>${value}</td></tr>`;
  const entry = (who: string, when: string, text: string, kind = '') =>
    `<div class="entry"><b>${who}</b> ${kind && `<small>${kind}</small>`} - ${when}<pre>${text}</pre><hr></div>`;
  const facts = readPage(
    `<html lang="en"><head><title>Print - Ticket #102</title></head><body><h1>Ticket #102: Printer</h1><table>
    ${row('Status', 'Open')}${row('Requester', 'Ada Lund &lt;ada@nord.example&gt;')}${row('Assigned to', 'Bo Kern')}</table>
    ${entry('Ada Lund', '10 June 2026, 10:00', 'It is stuck.')}${entry('Bo Kern', '10 June 2026, 11:00', 'Mended.', 'Agent')}
    <p>Printed by Mara Vogt on 11 June 2026, 11:29</p></body></html>`,
    { url: 'https://desk.example/tickets/102/print' },
  );
  expect([facts?.id?.value, facts?.subject?.value, facts?.requester?.value.email]).toEqual([
    '102',
    'Printer',
    'ada@nord.example',
  ]);
  expect(summary(facts)).toEqual(READ);
});

it('marks of writing direction change neither names nor words nor times', () => {
  const marked = (text: string) => `\u200f\u202b${text}\u202c\u200e`;
  const facts = readPage(
    ticketPage({
      facts: `<dl><dt>${marked('Status:')}</dt><dd>${marked('Open')}</dd><dt>${marked('Requester:')}</dt><dd>${marked('Ada Lund')} &lt;${marked('ada@nord.example')}&gt;</dd></dl>`,
      thread: message(
        marked('Ada Lund'),
        `<span>${marked('10.06.2026')} ${marked('10:00')}</span>`,
        'It is stuck.',
      ),
    }),
  );
  expect([facts?.status?.value.kind, facts?.requester?.value.name, facts?.requester?.value.email]).toEqual([
    'open',
    'Ada Lund',
    'ada@nord.example',
  ]);
  expect(summary(facts)).toEqual(['customer Ada Lund 2026-06-10T08:00:00.000Z']);
});

describe('clocks of twelve hours', () => {
  it.each([
    ['June 10, 2026 12:00 AM', '2026-06-09T22:00:00.000Z'],
    ['June 10, 2026 12:00 PM', '2026-06-10T10:00:00.000Z'],
    ['June 10, 2026, 11:59 pm', '2026-06-10T21:59:00.000Z'],
    ['10 de junio de 2026, 1:05 p. m.', '2026-06-10T11:05:00.000Z'],
    ['2026. 6. 10. 오전 12:05', '2026-06-09T22:05:00.000Z'],
    ['2026年6月10日 上午12:05', '2026-06-09T22:05:00.000Z'],
  ])('%s', (shown, iso) => {
    const facts = readPage(
      ticketPage({ thread: message('Ada Lund', `<span>${shown}</span>`, 'It is stuck.') }),
    );
    expect(summary(facts)).toEqual([`customer Ada Lund ${iso}`]);
  });
});

describe('relative times are ranges that hold the truth', () => {
  const MINUTE_MS = 60_000;
  const DAY_MS = 24 * 60 * MINUTE_MS;
  it.each([
    ['de', 'vor 5 Minuten', 5 * MINUTE_MS],
    ['de', 'vor einem Tag', DAY_MS],
    ['en', '5 minutes ago', 5 * MINUTE_MS],
    ['en', 'a day ago', DAY_MS],
    ['es', 'hace 5 minutos', 5 * MINUTE_MS],
    ['es', 'hace un día', DAY_MS],
    ['it', '5 minuti fa', 5 * MINUTE_MS],
    ['it', 'un giorno fa', DAY_MS],
    ['ko', '5분 전', 5 * MINUTE_MS],
    ['ko', '1일 전', DAY_MS],
    ['zh-CN', '5分钟前', 5 * MINUTE_MS],
    ['zh-CN', '1天前', DAY_MS],
  ])('%s: %s', (lang, shown, agoMs) => {
    const at = readPage(ticketPage({ lang, thread: message('Ada Lund', `<span>${shown}</span>`, 'Stuck.') }))
      ?.messages[0]?.at;
    expect(at!.fromMs).toBeLessThan(NOW_MS - agoMs);
    expect(at!.untilMs).toBeGreaterThan(NOW_MS - agoMs);
    expect(at!.untilMs).toBeLessThanOrEqual(NOW_MS);
  });
});

describe('a description above the thread', () => {
  const DESCRIPTION = '<section><h2>Description</h2><div>It is stuck.</div></section>';
  const page = (date: string, thread: string) =>
    `<html><head><title>#102 Printer</title></head><body><div>${date}</div><h1>#102 Printer</h1>${FACTS}${DESCRIPTION}<ol>${thread}</ol></body></html>`;
  const ANSWER = message('Bo Kern', time('2026-06-10T11:00+02:00'), 'Mended.');

  it('Korean says behind a date what it is the date of', () => {
    const facts = readPage(page('<p><a>2026. 6. 10. 오전 10:00</a>에 열림</p>', ANSWER));
    expect(facts?.created?.value.fromMs).toBe(Date.parse('2026-06-10T10:00+02:00'));
    expect(summary(facts)).toEqual(READ);
  });

  it('an answer to what was asked at a time that we cannot read: asked, but not said when', () => {
    const facts = readPage(page('<p>Sometime</p>', ANSWER));
    expect(facts?.messages.map(({ role, at }) => [role, at === null])).toEqual([
      ['customer', true],
      ['staff', false],
    ]);
    expect(facts?.unread).toContain('times');
  });
});

describe('what looks like a fact and is none', () => {
  const THREAD_OF_ONE = message('Ada Lund', time('2026-06-10T10:00+02:00'), 'It is stuck.');
  it('a version is no date, a date of two digits throughout is one', () => {
    const at = (shown: string) =>
      readPage(ticketPage({ thread: message('Ada Lund', `<span>${shown}</span>`, 'It is stuck.') }))
        ?.messages[0]?.at?.fromMs;
    expect(at('5.2.23')).toBeUndefined();
    expect(at('05.02.23 10:00')).toBe(Date.parse('2023-02-05T10:00+01:00'));
  });

  it('a line of the ticket that the title repeats is its heading, and the name of the desk is not', () => {
    const page = `<html lang="en"><head><title>Desk :: [#102] Printer</title></head><body><div>[#102] Printer</div>${FACTS}<ol>${THREAD_OF_ONE}</ol></body></html>`;
    const facts = readPage(page);
    expect([facts?.id?.value, facts?.subject?.value]).toEqual(['102', 'Printer']);
  });

  it('a name that is hidden from robots is the name alone', () => {
    const facts = readPage(
      ticketPage({
        facts: FACTS.replace('Ada Lund &lt;ada@nord.example&gt;', 'ada (at)'),
        thread: THREAD_OF_ONE,
      }),
    );
    expect(facts?.requester?.value).toEqual({ name: 'ada' });
  });

  it('two signs are a word where they are one: no colon, no mark', () => {
    const facts = readPage(
      ticketPage({
        facts: '<table><tr><td>状态</td><td>处理中</td></tr><tr><td>摘要</td><td>Printer</td></tr></table>',
        thread: THREAD_OF_ONE,
      }),
    );
    expect(facts?.status?.value).toEqual({ shown: '处理中', kind: 'open' });
  });
});
