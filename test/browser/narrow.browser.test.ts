/** A window of 320 pixels: what is written stays readable, and what was opened can be closed again. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { LANGUAGES, translator } from '#core/language/index.ts';
import { clickOverlay, unfoldOverlay, waitForOverlay } from '../support/closed-shadow.ts';
import { chromiumProgram, type ExtensionBrowser, startExtension } from '../support/extension-browser.ts';
import { inOverlay } from '../support/overlay-audit.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { DAY, HOUR, nowMs } from '../support/plain-tickets.ts';

const chromiumTest = test.skipIf(!chromiumProgram);
const ANA = 'Ana Ruiz <ana@acme.example>';
const dateOf = (atMs: number) => new Date(atMs).toISOString().slice(0, 10);
const ticket = (id: string, atMs: number) => ({
  id,
  subject: 'Quarterly service review',
  requester: ANA,
  organisation: '',
  messages: [{ from: 'customer' as const, author: ANA, atMs }],
});
let dueline: ExtensionBrowser;

beforeAll(async () => {
  if (!chromiumProgram) return;
  dueline = await startExtension([ticket('1', nowMs - HOUR), ticket('2', nowMs - 4 * DAY)]);
  const plain = plainDirectory();
  const [always] = plain.calendars!;
  // Two days off in a row, with long names, lie on the way to the second ticket's due time.
  const holidays = [3, 2].map((days) => ({
    date: dateOf(nowMs - days * DAY),
    name: `Anniversary of the foundation, day ${4 - days}`,
  }));
  await dueline.importDirectory({ ...plain, calendars: [{ ...always!, holidays }] });
}, 5 * 60_000);
afterEach(() => dueline?.closePages());
afterAll(() => dueline?.close());

/** The names on the timeline, each with its size as painted and the place that it takes. */
const NAMES = `
  const picture = root.querySelector('[data-part=timeline]');
  const { left, right } = picture.getBoundingClientRect();
  return [...picture.querySelectorAll('text')].map((name) => {
    const box = name.getBoundingClientRect();
    const size = parseFloat(getComputedStyle(name).fontSize) * name.getScreenCTM().a;
    return { text: name.textContent, size, top: box.top, left: box.left - left, right: box.right - left, width: right - left };
  });
`;
interface Name {
  text: string;
  size: number;
  top: number;
  left: number;
  right: number;
  width: number;
}

chromiumTest.each(LANGUAGES)(
  'the names on the timeline have 11 pixels at least, whole and apart: %s',
  async (language) => {
    const options = await dueline.openOwn('options');
    await options.evaluate(`chrome.runtime.sendMessage({ type: 'set-language', language: '${language}' })`);
    const say = translator(language);
    for (const [id, least] of [
      ['1', 1],
      ['2', 2],
    ] as const) {
      const page = await dueline.openTicket(id);
      await unfoldOverlay(page);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 568 });
        const names = await inOverlay<Name[]>(page, dueline.worker(), NAMES);
        expect(names.length, `${width} pixels`).toBeGreaterThanOrEqual(least);
        expect(names.map(({ text }) => text)).toContain(say('overlay.due-mark'));
        expect(names.filter(({ size }) => size < 11)).toEqual([]);
        expect(names.filter(({ left, right, width: all }) => left < -1 || right > all + 1)).toEqual([]);
        const overlapping = names.filter((one) =>
          names.some(
            (other) =>
              other !== one &&
              Math.abs(other.top - one.top) < 5 &&
              one.left < other.right &&
              other.left < one.right,
          ),
        );
        expect(overlapping).toEqual([]);
      }
    }
  },
);

chromiumTest.each(['de', 'zh-CN'] as const)(
  'the form for time is reached, filled and left on a small window: %s',
  async (language) => {
    const options = await dueline.openOwn('options');
    await options.evaluate(`chrome.runtime.sendMessage({ type: 'set-language', language: '${language}' })`);
    const say = translator(language);
    const page = await dueline.openTicket('1');
    await page.setViewportSize({ width: 320, height: 568 });
    await unfoldOverlay(page);
    const press = (key: Parameters<typeof say>[0]) =>
      clickOverlay(page, ({ name, text }) => name === 'button' && text === say(key));
    await press('overlay.log-time');
    const { text } = await waitForOverlay(page, ({ text: all }) => all.includes(say('overlay.save')));
    // Its subject names a deliverable: it is chosen, and said to be a guess.
    expect(text).toContain(say('overlay.deliverable-guessed'));
    await press('overlay.cancel');
    await waitForOverlay(page, ({ text: all }) => !all.includes(say('overlay.save')));
    await press('overlay.log-time');
    await waitForOverlay(page, ({ text: all }) => all.includes(say('overlay.save')));
    await clickOverlay(page, ({ attributes }) => attributes.type === 'number');
    await page.keyboard.type('1.5');
    await press('overlay.save');
    await waitForOverlay(page, ({ text: all }) => all.includes(say('overlay.edit')));
    await press('overlay.remove');
    await waitForOverlay(page, ({ text: all }) => all.includes(say('overlay.removed')));
  },
);
