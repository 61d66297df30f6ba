/** What a page's times come to: wrong here means a due time that is hours or weeks off. */
import { describe, expect, it } from 'vitest';
import { parseTime } from '../../../extension/readers/times/parse.ts';
import { instantsOf } from '../../../extension/readers/times/zone.ts';
import { message, NOW_MS, readPage, ticketPage, time } from './page.ts';

const at = (when: string, { lang = 'en', zone = 'Europe/Berlin' as string | null, also = '' } = {}) =>
  readPage(ticketPage({ lang, thread: message('Ada Lund', when, 'It is stuck.') + also }), { zone })
    ?.messages[0]?.at;
const isoAt = (...given: Parameters<typeof at>) => {
  const found = at(...given);
  return found && found.fromMs === found.untilMs ? new Date(found.fromMs).toISOString() : null;
};

describe('relative-time-only', () => {
  it('takes the machine time under a relative one, exactly', () => {
    expect(isoAt(time('2026-06-10T09:20:00Z', '3 hours ago'))).toBe('2026-06-10T09:20:00.000Z');
  });
  it.each([
    ['vor 3 Stunden', 'de'],
    ['3 hours ago', 'en'],
    ['about 3 hours ago', 'en'],
    ['hace 3 horas', 'es'],
    ['3 ore fa', 'it'],
    ['3시간 전', 'ko'],
    ['3小时前', 'zh-CN'],
  ])('reads "%s" as a range around 09:30 that does not pretend to be exact', (text, lang) => {
    const found = at(`<span>${text}</span>`, { lang });
    const about = NOW_MS - 3 * 3_600_000;
    expect(found?.shown).toBe(text);
    expect(found!.fromMs).toBeLessThan(about);
    expect(found!.untilMs).toBeGreaterThan(about);
    expect(found!.untilMs - found!.fromMs).toBeLessThanOrEqual(2 * 3_600_000);
  });
  it('prefers the full date in a tooltip', () => {
    expect(isoAt('<span title="10 June 2026, 11:20">yesterday</span>')).toBe('2026-06-10T09:20:00.000Z');
  });
});

describe('ambiguous-date', () => {
  const TEXT = '<span>04/09/2026 10:00</span>';
  it.each([
    ['en-US', '2026-04-09T08:00:00.000Z'],
    ['en-GB', '2026-09-04T08:00:00.000Z'],
    ['es', '2026-09-04T08:00:00.000Z'],
    ['it', '2026-09-04T08:00:00.000Z'],
  ])('"04/09/2026" in %s', (lang, iso) => {
    expect(isoAt(TEXT, { lang })).toBe(iso);
  });
  it.each(['', 'en', 'ko'])('is unread, not guessed, with lang "%s"', (lang) => {
    expect(at(TEXT, { lang })).toBeNull();
  });
  it('is settled by another date of the page, whatever the page’s lang says', () => {
    const also = message('Bo Kern', '<span>25/09/2026 10:00</span>', 'Looking.');
    expect(isoAt(TEXT, { lang: 'en-US', also })).toBe('2026-09-04T08:00:00.000Z');
  });
  it('is settled by its own weekday', () => {
    expect(isoAt('<span>Thu 04/09/2026 10:00</span>', { lang: '' })).toBe('2026-04-09T08:00:00.000Z');
  });
  it('is unread where the page’s dates contradict each other', () => {
    const also =
      message('Bo Kern', '<span>25/09/2026 10:00</span>', 'A') +
      message('Bo Kern', '<span>09/25/2026 10:00</span>', 'B');
    expect(at(TEXT, { lang: 'es', also })).toBeNull();
  });
  it.each(['', 'en', 'en-US', 'de'])(
    '"13/04/2026" is 13 April and "2026-04-09" is 9 April, with lang "%s"',
    (lang) => {
      expect(isoAt('<span>13/04/2026 10:00</span>', { lang })).toBe('2026-04-13T08:00:00.000Z');
      expect(isoAt('<span>2026-04-09 10:00</span>', { lang })).toBe('2026-04-09T08:00:00.000Z');
    },
  );
});

describe('dates in words', () => {
  it.each([
    ['Fri May 17 16:30:00 2024', '2024-05-17T14:30:00.000Z'],
    ['Fr 17. Mai 16:30:00 2024', '2024-05-17T14:30:00.000Z'],
    ['Di., 9. Juni 2026, 16:30', '2026-06-09T14:30:00.000Z'],
    ['17 May 2024 at 4:30 p.m.', '2024-05-17T14:30:00.000Z'],
    ['mar, 5 mar 2024, 9:05', '2024-03-05T08:05:00.000Z'],
    ['mié, 10 de junio de 2026, 14:00', '2026-06-10T12:00:00.000Z'],
    ['mer 10 giu 2026, 14:00', '2026-06-10T12:00:00.000Z'],
    ['2026년 6월 10일 (수) 오후 2:00', '2026-06-10T12:00:00.000Z'],
    ['2026년 6월 10일 수 PM 2:00', '2026-06-10T12:00:00.000Z'],
    ['2026年6月10日星期三 下午2:00', '2026-06-10T12:00:00.000Z'],
    ['‏‎17.05.2024‎ 16:30 Uhr', '2024-05-17T14:30:00.000Z'],
    ['12:05 AM, 17 May 2024', '2024-05-16T22:05:00.000Z'],
    ['gestern um 10:00', '2026-06-10T08:00:00.000Z'],
  ])('"%s"', (text, iso) => {
    expect(isoAt(`<span>${text}</span>`)).toBe(iso);
  });
  it.each([
    '17 May',
    '30 February 2026 10:00',
    'Mon 17 May 2024 16:30',
    'Version 8.4.2',
    '10.5.2.1',
    '12:30',
    '25:10 17 May 2024',
    '04/09/26 10:00',
  ])('"%s" is no instant that anybody could stand for', (text) => {
    expect(isoAt(`<span>${text}</span>`) ?? null).toBeNull();
  });
  it.each([
    ['es-ES', '04/09/25 10:00', '2025-09-04T08:00:00.000Z'],
    ['es-ES', '29/05/26 10:00', '2026-05-29T08:00:00.000Z'],
    ['en-US', '04/09/26 10:00 AM', '2026-04-09T08:00:00.000Z'],
    ['en', '04/13/26 10:00', '2026-04-13T08:00:00.000Z'],
    ['en', '13/04/26 10:00', null],
    ['es-ES', '26/04/09 10:00', null],
    ['es-ES', '04-09-26 10:00', null],
    ['es-ES', '4/9/26 10:00', null],
  ])('a year of two digits, on a page in %s: "%s" is %s', (lang, text, iso) => {
    expect(isoAt(`<span>${text}</span>`, { lang }) ?? null).toBe(iso);
  });
  it('knows a date without a time as somewhere in that day', () => {
    const found = at('<span>9 June 2026</span>');
    expect([found!.fromMs, found!.untilMs]).toEqual([
      Date.parse('2026-06-09T00:00+02:00'),
      Date.parse('2026-06-10T00:00+02:00') - 1,
    ]);
  });
});

describe('two-clocks', () => {
  const TEXT = '<span>2026-09-17 14:00</span>';
  it('an offset in the time itself beats every zone', () => {
    expect(at('<span>2026-09-17 14:00 +03:00</span>')).toMatchObject({
      fromMs: Date.parse('2026-09-17T11:00Z'),
      zone: 'offset',
    });
    expect(at('<span>17 Sep 2026, 14:00 UTC</span>')).toMatchObject({
      fromMs: Date.parse('2026-09-17T14:00Z'),
      zone: 'offset',
    });
  });
  it('the zone that the page states beats the setting', () => {
    const page = ticketPage({
      thread: message('Ada Lund', TEXT, 'Hi'),
      after: '<footer>All times in Asia/Riyadh</footer>',
    });
    expect(readPage(page)?.messages[0]?.at).toMatchObject({
      fromMs: Date.parse('2026-09-17T11:00Z'),
      zone: 'page',
    });
  });
  it('two zones stated are none stated', () => {
    const page = ticketPage({
      thread: message('Ada Lund', TEXT, 'Hi'),
      after: '<p>Time zone: Asia/Riyadh</p><p>Time zone: Asia/Seoul</p>',
    });
    expect(readPage(page)?.messages[0]?.at?.zone).toBe('setting');
  });
  it('without any of them the browser’s zone is assumed, and said to be unread', () => {
    const facts = readPage(ticketPage({ thread: message('Ada Lund', TEXT, 'Hi') }), {
      zone: null,
      browserZone: 'Asia/Riyadh',
    });
    expect(facts?.messages[0]?.at).toMatchObject({
      fromMs: Date.parse('2026-09-17T11:00Z'),
      zone: 'assumed',
    });
    expect(facts?.unread).toContain('zone');
  });
});

describe('wall time to instant', () => {
  const wall = (iso: string) => Date.parse(`${iso}Z`);
  it.each([
    ['Europe/Berlin', '2026-03-29T02:30:00', '2026-03-29T01:30:00.000Z'],
    ['Europe/Berlin', '2026-10-25T02:30:00', '2026-10-25T00:30:00.000Z'],
    ['America/New_York', '2026-11-01T01:30:00', '2026-11-01T05:30:00.000Z'],
    ['America/New_York', '2026-03-08T02:30:00', '2026-03-08T07:30:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-04T02:15:00', '2026-10-03T15:45:00.000Z'],
    ['Asia/Kathmandu', '2026-06-10T12:00:00', '2026-06-10T06:15:00.000Z'],
  ])('%s %s: a gap moves forward, an overlap means the first', (zone, local, iso) => {
    expect(new Date(instantsOf(zone, wall(local))[0]).toISOString()).toBe(iso);
  });
});

it('text that is no date costs nothing and throws nothing', () => {
  for (const text of ['', ' ', '٠', 'a'.repeat(10_000), '9'.repeat(199), '\u0000', '2026-', ':'.repeat(150)])
    expect(parseTime(text)).toBeNull();
});

describe('what a page does not say of a time', () => {
  const at = (shown: string, around = {}) =>
    readPage(ticketPage({ thread: message('Ada Lund', `<span>${shown}</span>`, 'It is stuck.') }), around)
      ?.messages[0]?.at;

  it('an hour that the clocks ran through twice is one of two', () => {
    // Berlin, 25 October 2026: 03:00 summer time (01:00 UTC) became 02:00.
    expect(at('2026-10-25 02:30')).toMatchObject({
      fromMs: Date.parse('2026-10-25T00:30:00Z'),
      untilMs: Date.parse('2026-10-25T01:30:00Z'),
    });
    expect(at('2026-10-25 03:30')).toMatchObject({
      fromMs: Date.parse('2026-10-25T02:30:00Z'),
      untilMs: Date.parse('2026-10-25T02:30:00Z'),
    });
  });

  it('a month by name between dashes', () => {
    expect(at('2026-六月-08 17:05:00 星期一')?.fromMs).toBe(Date.parse('2026-06-08T17:05:00+02:00'));
  });

  it('a date inside a message does not settle the order of the page’s own', () => {
    const thread = message('Ada Lund', '<span>08/06/2026 10:00</span>', 'Restarted on 06/21/2026 08:00.');
    const own = message('Bo Kern', '<span>13/06/2026 10:00</span>', 'Mended.');
    const facts = readPage(ticketPage({ thread: thread + own }), {
      nowMs: Date.parse('2026-06-20T10:00:00Z'),
    });
    expect(facts?.messages.map((each) => each.at?.fromMs)).toEqual([
      Date.parse('2026-06-08T10:00:00+02:00'),
      Date.parse('2026-06-13T10:00:00+02:00'),
    ]);
  });
});

describe('a time written for machines', () => {
  it.each([
    ['2026-06-10T09:20:00Z', '2026-06-10T09:20:00.000Z'],
    ['2026-06-10T09:20:00.123456+02:00', '2026-06-10T07:20:00.000Z'],
    ['2026-06-10 09:20-0530', '2026-06-10T14:50:00.000Z'],
    ['2026-06-10T09:20:30', '2026-06-10T07:20:30.000Z'],
  ])('%s is that instant, and without an offset the wall time of the zone', (text, iso) => {
    expect(isoAt(time(text, 'then'))).toBe(iso);
  });
  it.each([
    'data-timestamp="1781083200"',
    'data-timestamp="1781083200000"',
    'data-epoch="1781083200"',
    'data-livestamp="1781083200"',
    'data-created-unix="1781083200"',
  ])('the seconds or milliseconds since 1970 that an attribute says are that instant: %s', (attribute) => {
    expect(isoAt(`<span ${attribute}>yesterday</span>`)).toBe('2026-06-10T09:20:00.000Z');
  });
  it.each(['2026-02-30T09:20:00Z', '2026-13-10T09:20:00Z'])('%s never was: it is unread', (text) => {
    expect(at(time(text, ''))).toBeNull();
  });
});
