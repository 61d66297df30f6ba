/** The badges of a ticket list in real Chromium: what they say, and what they leave alone. */
import { expect } from 'vitest';
import { clickOverlay, LIST_HOST, overlayCount, waitForOverlay } from '../support/closed-shadow.ts';
import { badgePlaces, readListBadges, waitForList } from '../support/list-badges.ts';
import { atNoon } from '../support/noon.ts';
import { auditOverlay, overflowing } from '../support/overlay-audit.ts';
import { queueMain } from '../support/plain-desk.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { DAY, HOUR, iso, nowMs, TICKETS } from '../support/plain-tickets.ts';
import { openServed, wholePage } from '../support/served-pages.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const dueline = useExtension(TICKETS, { directory: plainDirectory() });

const isUnfold = ({ attributes }: { attributes: Record<string, string> }) =>
  attributes['aria-expanded'] === 'false';

chromiumTest(
  'every row has its badge, with a word and a state; what was not read is said to be reckoned',
  async () => {
    const page = await dueline.openTicket('queue');
    const { badges, sums } = await waitForList(page, (list) => list.badges.length === TICKETS.length);
    // Acme wrote an hour ago and has a day; Binford three days ago and has two; the third is nobody's we know.
    expect(badges.map(({ state }) => state)).toEqual(['running', 'overdue', 'unread']);
    expect(badges[0]!.text).toMatch(/^≈ 2[23] hr left$/);
    expect(badges[1]!.text).toBe('≈ late by 24 hr');
    expect(badges[2]!.text).toBe('Customer unknown');
    expect(sums).toContain('Overdue: 1');
    expect(await overlayCount(page)).toBe(0);
    expect(page.said).toEqual([]);
  },
);

chromiumTest('list-equals-ticket: once a ticket was looked at, its row says what its page said', async () => {
  const page = await dueline.openTicket('1');
  const overlay = await waitForOverlay(page, ({ due }) => due !== null);
  await page.evaluate('go("queue")');
  const { badges } = await waitForList(page, (list) => list.badges[0]?.text.startsWith('≈') === false);
  expect(badges[0]!.text).toMatch(/^2[23] hr left$/);
  await clickOverlay(page, isUnfold, LIST_HOST);
  const { due } = await waitForList(page, (list) => list.due.length > 0);
  const own = due.find(({ ticket }) => ticket.startsWith('#1 '));
  expect(Date.parse(own!.due)).toBe(Date.parse(overlay.due!));
});

chromiumTest('sorted by due time: the dock lists what is owed, the most urgent first', async () => {
  const page = await dueline.openTicket('queue');
  await waitForList(page);
  await clickOverlay(page, isUnfold, LIST_HOST);
  const { due } = await waitForList(page, (list) => list.due.length === 2);
  expect(due.map((entry) => [entry.ticket.slice(0, 2), iso(Date.parse(entry.due))])).toEqual([
    ['#2', iso(nowMs - DAY)],
    ['#1', iso(nowMs + 23 * HOUR)],
  ]);
});

chromiumTest(
  'by keyboard alone: the order by due time, only what is urgent, and back to where one was',
  async () => {
    const page = await atNoon(await dueline.openTicket('queue'));
    await waitForList(page, (list) => list.badges.length === TICKETS.length);
    const order = () => page.evaluate(() => [...document.querySelectorAll('tr')].map((row) => row.innerText));
    const before = await order();
    const inDock = () => page.evaluate(() => document.activeElement?.localName === 'dueline-list');
    for (let presses = 0; presses < 20 && !(await inDock()); presses += 1) await page.keyboard.press('Tab');
    expect(await inDock()).toBe(true);
    await page.keyboard.press('Enter');
    await waitForList(page, (list) => list.due.length === 2);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    const { due } = await waitForList(page, (list) => list.due.length === 1);
    expect(due[0]!.ticket).toMatch(/^#2/);
    await page.keyboard.press('Escape');
    await waitForList(page, (list) => list.due.length === 0);
    expect(await inDock()).toBe(true);
    // The strip has the focus again: it opens as it was left.
    await page.keyboard.press('Enter');
    await waitForList(page, (list) => list.due.length === 1);
    expect(await order()).toEqual(before);
  },
);

chromiumTest.each(['light', 'dark'] as const)(
  'axe finds nothing in the dock, folded or not, and nothing is cut off at 320 pixels: %s',
  async (colorScheme) => {
    const page = await dueline.openTicket('queue');
    await page.emulateMedia({ colorScheme });
    await waitForList(page, (list) => list.badges.length === TICKETS.length);
    const worker = dueline.worker();
    const sound = async () => {
      expect(await auditOverlay(page, worker, LIST_HOST)).toEqual([]);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 640 });
        expect(await overflowing(page, worker, LIST_HOST), `${width}`).toEqual([]);
      }
    };
    await sound();
    await clickOverlay(page, isUnfold, LIST_HOST);
    await waitForList(page, (list) => list.due.length === 2);
    await sound();
  },
);

chromiumTest('a row without a link has its badge, and opens by a click of the page’s own', async () => {
  const page = await dueline.openTicket('none');
  await page.evaluate(() => {
    const row = (id: number) =>
      `<tr role="row" data-ticket-id="${id}"><td>${id}</td><td>Subject ${id} of a row</td><td>Acme</td><td>Ana &lt;ana@acme.example&gt;</td><td>Open</td><td><time datetime="${new Date().toISOString()}">now</time></td></tr>`;
    const heads = ['Ticket', 'Subject', 'Organization', 'Requester', 'Status', 'Updated'];
    history.pushState(null, '', '/tickets');
    document.querySelector('main')!.innerHTML =
      `<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${row(8)}${row(9)}</tbody></table>`;
    document.querySelector('tbody')!.addEventListener('click', ({ target }) => {
      document.title = `opened ${(target as Element).closest('tr')!.dataset.ticketId}`;
    });
  });
  await waitForList(page, (list) => list.badges.length === 2);
  await clickOverlay(page, isUnfold, LIST_HOST);
  await waitForList(page, (list) => list.due.length === 2);
  await clickOverlay(page, ({ name, text }) => name === 'button' && text.startsWith('#9'), LIST_HOST);
  await page.waitForFunction(() => document.title === 'opened 9');
});

chromiumTest(
  'nothing of the page moves, and nothing is put into it but one element beside its body',
  async () => {
    const page = await dueline.openTicket('none');
    const shape = () =>
      page.evaluate(() => {
        const rows = [...document.querySelectorAll('body *')].filter(
          (element) => element.tagName !== 'SCRIPT',
        );
        const boxes = rows.map((element) => JSON.stringify(element.getBoundingClientRect()));
        return {
          html: document.body.innerHTML,
          boxes,
          width: document.documentElement.scrollWidth,
          height: document.documentElement.scrollHeight,
        };
      });
    await page.evaluate('go("queue")');
    await page.waitForSelector('table');
    const before = await shape();
    await waitForList(page, (list) => list.badges.length === TICKETS.length);
    expect(await shape()).toEqual(before);
    expect(
      await page.evaluate(() => [...document.documentElement.children].map(({ localName }) => localName)),
    ).toEqual(['head', 'body', 'dueline-list']);
  },
);

chromiumTest('a click on a row under its badge is the page’s own', async () => {
  const page = await dueline.openTicket('queue');
  await waitForList(page, (list) => list.badges.length === TICKETS.length);
  const hits = await page.evaluate(() =>
    [...document.querySelectorAll('td')].map((cell) => {
      const { left, top, width, height } = cell.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2)?.closest('td') === cell;
    }),
  );
  expect(hits.every(Boolean)).toBe(true);
});

chromiumTest(
  'never-stale: badges go with the list, follow changed rows, and hide under a dialog',
  async () => {
    const page = await dueline.openTicket('queue');
    await waitForList(page, (list) => list.badges.length === TICKETS.length);
    await page.evaluate(() => document.querySelector('tbody tr')!.remove());
    await waitForList(page, (list) => list.badges.length === TICKETS.length - 1);
    await page.evaluate(() => {
      const dialog = document.createElement('div');
      Object.assign(dialog.style, { position: 'fixed', inset: '0', background: 'white' });
      document.body.append(dialog);
    });
    await waitForList(page, (list) => list.badges.length === 0);
    await page.evaluate(() => document.body.lastElementChild!.remove());
    await waitForList(page, (list) => list.badges.length === TICKETS.length - 1);
    await page.evaluate('go("1")');
    await waitForOverlay(page);
    expect(await readListBadges(page)).toBeNull();
  },
);

chromiumTest('an entry of the dock opens its ticket the way the page’s own link does', async () => {
  const page = await dueline.openTicket('queue');
  await page.evaluate(() => {
    for (const link of document.querySelectorAll('a')) {
      link.addEventListener('click', (event) => {
        event.preventDefault();
        document.title = `routed ${link.pathname}`;
      });
    }
  });
  await waitForList(page);
  await clickOverlay(page, isUnfold, LIST_HOST);
  await waitForList(page, (list) => list.due.length === 2);
  await clickOverlay(page, ({ name, text }) => name === 'a' && text.startsWith('#2'), LIST_HOST);
  await page.waitForFunction(() => document.title === 'routed /tickets/2');
});

/** Rows of one line, some of which are full to their end, and one in which nothing is free. */
const SUBJECTS = [20, 95, 30, 60, 118, 25, 100, 40, 15, 112, 52, 28].map(
  (letters, index) =>
    `${'Printer on floor four stops with every second page, and the scanner too, since the update of Monday morning, '.slice(0, letters)}${index}`,
);
const UNEVEN = wholePage(
  queueMain(SUBJECTS.map((subject, index) => ({ ...TICKETS[0]!, id: String(200 + index), subject }))),
  '<style>table { width: 100%; border-collapse: collapse; } td { height: 26px; white-space: nowrap; border-bottom: 1px solid silver; }</style>',
);

chromiumTest(
  'rows that are full at different places have their badges in few columns, and nothing covered',
  async () => {
    const page = await openServed(dueline, '/tickets/queue', { '/tickets/queue': UNEVEN });
    await waitForList(page, (list) => list.badges.length === SUBJECTS.length);
    const columns = async () => {
      const places = await badgePlaces(page);
      const of = (isTight: boolean) => places.filter(({ tight }) => tight === isTight).map(({ x }) => x);
      return { whole: new Set(of(false)).size, tight: new Set(of(true)).size, rows: places.length };
    };
    // Laid out anew, it stays so.
    for (const width of [1240, 1250, 1240]) {
      await page.setViewportSize({ width, height: 700 });
      await expect.poll(columns, { timeout: 10_000 }).toMatchObject({ whole: 1, rows: SUBJECTS.length });
      // Full rows say their state by its mark alone.
      const { tight } = await columns();
      expect([1, 2]).toContain(tight);
    }
  },
);
