/** A page nested as deep as a parser allows must not hold its user up while it is read. */

import { expect, test } from 'vitest';
import { readTicket } from '../../support/at-once.ts';
import { parseHTML } from '../../support/dom.ts';
import { message, NOW_MS, ticketPage, time } from './page.ts';

const DEPTH = 120;

test('asks each element once what is in it, however deep a message lies', () => {
  const when = time('2026-06-10T10:00+02:00');
  const thread = message(`Ada Lund</b>${'<div>'.repeat(DEPTH)}<b>`, when, 'It is stuck.');
  const { document } = parseHTML(ticketPage({ thread: thread + message('Bo Kern', when, 'Looking.') }));
  const asked = new Map<Element, number>();
  for (const element of document.querySelectorAll('*')) {
    const own = element.querySelector.bind(element);
    const value = (selector: string) => {
      asked.set(element, (asked.get(element) ?? 0) + 1);
      return own(selector);
    };
    Object.defineProperty(element, 'querySelector', { value });
  }
  const facts = readTicket(document as unknown as Document, new URL('https://desk.example/tickets/102'), {
    zone: null,
    browserZone: 'UTC',
    nowMs: NOW_MS,
  });
  expect(facts?.messages.length).toBeGreaterThan(0);
  expect(asked.size).toBeGreaterThan(DEPTH / 2);
  expect(Math.max(...asked.values())).toBeLessThanOrEqual(3);
});
