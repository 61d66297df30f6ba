/** What comes into a page: nothing where nothing speaks for a ticket, and each reader once where something does. */

import { describe, expect, it } from 'vitest';
import type { Request } from '../../../extension/platform/messages.ts';
import { lookWith } from '../../../extension/readers/look-and-read.ts';
import type { Slot } from '../../../extension/readers/slot.ts';
import { atOnce } from '../../support/at-once.ts';
import { parseHTML } from '../../support/dom.ts';

const PLAIN = new URL('https://desk.example/opening-hours');
const pageOf = (body: string, title = 'Desk') =>
  parseHTML(`<html><head><title>${title}</title></head><body>${body}</body></html>`).document;

/** A page's slot and what was asked of the background; the answers come when the test says so. */
function looking() {
  const asked: string[] = [];
  const answers: { done: () => void; fail: () => void }[] = [];
  const settled: number[] = [];
  const slot: Slot = {};
  const look = lookWith(slot, {
    ask: (request: Request) => {
      asked.push(request.type === 'bring' ? request.part : request.type);
      return new Promise<never>((resolve, reject) => {
        answers.push({ done: () => resolve(undefined as never), fail: () => reject(new Error('asleep')) });
      });
    },
    settled: () => settled.push(asked.length),
  });
  return { look, slot, asked, answers, settled };
}

describe('a page that may show a ticket', () => {
  it.each([
    ['its address has a number', new URL('https://desk.example/x/102'), pageOf('<p>Hello</p>')],
    ['its title has one', PLAIN, pageOf('<p>Hello</p>', 'ACME-7 Printer')],
    ['a heading has one', PLAIN, pageOf('<h2>#102 Printer</h2>')],
    ['it says so, in German', PLAIN, pageOf('<p>Offene Vorgänge</p>')],
    ['it says so, in Korean', PLAIN, pageOf('<p>내 문의</p>')],
  ])('has the reader brought: %s', (_, url, document) => {
    const { look, asked } = looking();
    expect(look.arrival(document, url)).not.toBeNull();
    expect(asked).toEqual(['reader']);
  });

  it('asks once, however often it changes meanwhile, and is read anew when the reader has come', async () => {
    const { look, slot, asked, answers, settled } = looking();
    const document = pageOf('<h1>#102 Printer</h1>');
    const coming = look.arrival(document, PLAIN);
    look.arrival(document, PLAIN);
    expect(asked).toEqual(['reader']);
    slot.generic = function* () {
      yield;
      return null;
    };
    answers[0]!.done();
    await coming;
    expect(settled).toHaveLength(1);
    expect(look.arrival(document, PLAIN)).toBeNull();
  });

  it('asks again at the next change where the background did not hear it', async () => {
    const { look, asked, answers, settled } = looking();
    const document = pageOf('<h1>#102 Printer</h1>');
    const coming = look.arrival(document, PLAIN);
    answers[0]!.fail();
    await coming;
    expect(settled).toEqual([]);
    look.arrival(document, PLAIN);
    expect(asked).toEqual(['reader', 'reader']);
  });

  it('of a known system has both readers brought', () => {
    const { look, asked } = looking();
    look.arrival(pageOf(''), new URL('https://desk.example/agent/tickets/7'));
    expect(asked).toEqual(['reader', 'sites']);
  });
});

describe('any other page', () => {
  it('pays for no reader', () => {
    const { look, asked } = looking();
    const document = pageOf('<h1>Opening hours</h1><p>Monday to Friday</p>');
    expect(look.arrival(document, PLAIN)).toBeNull();
    expect(atOnce(look.read(document, PLAIN, { zone: null, browserZone: 'UTC', nowMs: 0 }))).toBeNull();
    expect(asked).toEqual([]);
  });
});
