/** Trackers that live by mail show each mail as its head and its text, one after another, without a box around both. */
import { describe, expect, it } from 'vitest';
import { readPage, summary } from './page.ts';

interface Mail {
  from: string;
  date: string;
  text: string;
  subject?: string;
}

const line = (label: string, value: string) => `<div><span>${label}:</span> ${value}</div>`;
const mail = ({ from, date, text, subject = 'Crane stops' }: Mail) =>
  `<hr><p>Mail, as it came in</p><div class="top">${line('From', from)}${line('To', 'desk@bugs.example')}
   ${line('Subject', subject)}${line('Date', date)}</div><pre>${text}</pre>`;
const archive = (mails: string, title = '#102 - Crane stops - Nord logs') =>
  `<html lang="en"><head><title>${title}</title></head><body>
   <h1>Nord logs - <a href="mailto:102@bugs.example">#102</a><br>Crane stops</h1>
   <section><p>Reported by: <a href="?by=ada">Ada Lund &lt;ada@nord.example&gt;</a></p><p>Date: Wed, 4 Mar 2026 09:05:00 UTC</p>
   <p>Owned by: <a href="?owner=bo">Bo Kern &lt;bo@desk.example&gt;</a></p><p>Severity: normal</p></section>${mails}
   </body></html>`;
const read = (page: string) => readPage(page, { url: 'https://bugs.example/report?bug=102' });

const ASKED = mail({
  from: 'Ada Lund &lt;ada@nord.example&gt;',
  date: 'Wed, 04 Mar 2026 10:05:00 +0100',
  text: 'It stops.',
});
const ANSWERED = mail({
  from: 'Bo Kern &lt;bo@desk.example&gt;',
  date: 'Thu, 05 Mar 2026 16:20:00 +0100',
  text: 'Mended.\n\n&gt; On Wed Mar 4 2026 10:05, Ada Lund wrote:\n&gt; It stops.',
  subject: 'Re: Bug#102: Crane stops',
});

describe('a tracker that lives by mail', () => {
  it('each mail is a message: from whom and when stand in its head', () => {
    expect(summary(read(archive(ASKED + ANSWERED)))).toEqual([
      'customer Ada Lund 2026-03-04T09:05:00.000Z',
      'staff Bo Kern 2026-03-05T15:20:00.000Z',
    ]);
  });

  it('was opened on the date of its facts where that is its first mail’s, and not on any other', () => {
    expect(read(archive(ASKED + ANSWERED))?.created?.value.fromMs).toBe(Date.parse('2026-03-04T09:05:00Z'));
    const moved = archive(ASKED + ANSWERED).replace(
      'Wed, 4 Mar 2026 09:05:00 UTC',
      'Thu, 5 Mar 2026 15:20:00 UTC',
    );
    expect(read(moved)?.created ?? null).toBeNull();
    const changed = archive(ASKED + ANSWERED).replace('<p>Date:', '<p>Modified:');
    expect(read(changed)?.created ?? null).toBeNull();
  });

  it('one mail alone is a message too, and whoever has not been named yet is known by the From line', () => {
    expect(summary(read(archive(ASKED)))).toEqual(['customer Ada Lund 2026-03-04T09:05:00.000Z']);
    const stranger = mail({ from: 'Cy Voss', date: 'Fri, 06 Mar 2026 08:00:00 +0000', text: 'Me too.' });
    expect(summary(read(archive(ASKED + stranger))).at(1)).toBe('unknown Cy Voss 2026-03-06T08:00:00.000Z');
  });

  it('a mail within a mail is a part of it', () => {
    const within = ASKED.replace(
      '</pre>',
      `</pre><blockquote>${mail({ from: 'Cy Voss &lt;cy@nord.example&gt;', date: 'Tue, 03 Mar 2026 17:45:00 +0100', text: 'Mine too.' })}</blockquote>`,
    );
    const facts = read(archive(within));
    expect(summary(facts)).toEqual(['customer Ada Lund 2026-03-04T09:05:00.000Z']);
    expect(facts?.requester?.value).toEqual({ name: 'Ada Lund', email: 'ada@nord.example' });
  });

  it.each([
    ['Von', 'An', 'Datum'],
    ['De', 'Para', 'Fecha'],
    ['Da', 'A', 'Data'],
    ['보낸 사람', '받는 사람', '날짜'],
    ['发件人', '收件人', '日期'],
  ])('with its head in another language: %s', (from, to, date) => {
    const words: Record<string, string> = { From: from, To: to, Date: date };
    const foreign = (ASKED + ANSWERED).replace(
      /<span>(From|To|Date):/g,
      (_all, word) => `<span>${words[word]}:`,
    );
    expect(summary(read(archive(foreign)))).toEqual([
      'customer Ada Lund 2026-03-04T09:05:00.000Z',
      'staff Bo Kern 2026-03-05T15:20:00.000Z',
    ]);
  });

  it('who asked and who has it stand in lines of text, label and value', () => {
    const facts = read(archive(ASKED + ANSWERED));
    expect(facts?.requester?.value).toEqual({ name: 'Ada Lund', email: 'ada@nord.example' });
    expect(facts?.assignee?.value).toBe('Bo Kern');
    expect(facts?.priority?.value).toBe('normal');
  });

  it('the site’s own words above the number are no part of the subject', () => {
    expect(read(archive(ASKED))?.subject?.value).toBe('Crane stops');
  });

  it('words before the number are the subject’s where the title has them before it too', () => {
    const page = archive(ASKED, 'Crane beside 102 - Nord logs').replace(
      /<h1>.*<\/h1>/s,
      '<h1>Crane beside #102</h1>',
    );
    expect(read(page)?.subject?.value).toBe('Crane beside');
  });

  it('labels of a sender within a message are no head of another', () => {
    const boxed = (who: string, when: string, text: string) =>
      `<li><b>${who}</b> <small>${when}</small><div>${line('From', who)}${line('To', 'Desk')}</div><div>${text}</div></li>`;
    const facts = `<dl><dt>Status</dt><dd>Open</dd><dt>Requester</dt><dd>Ada Lund</dd><dt>Owner</dt><dd>Bo Kern</dd></dl>`;
    const page = `<html lang="en"><head><title>#102 Crane stops</title></head><body><h1>#102 Crane stops</h1>
      ${facts}<ul>${boxed('Ada Lund', '4 Mar 2026 10:05', 'It stops.')}${boxed('Bo Kern', '5 Mar 2026 16:20', 'Mended.')}</ul></body></html>`;
    const found = readPage(page);
    expect(summary(found)).toEqual([
      'customer Ada Lund 2026-03-04T09:05:00.000Z',
      'staff Bo Kern 2026-03-05T15:20:00.000Z',
    ]);
    expect(found?.status?.value.shown).toBe('Open');
  });
});
