import { expect, it } from 'vitest';
import { message, summary, ticketPage, time } from '../page.ts';
import { readSite } from './site-page.ts';

it('Front: nothing of its pages is known, so none is said to have changed', () => {
  const facts = readSite(
    ticketPage({
      heading: 'Conversation #102',
      thread: message('Ada Lund', time('2026-06-10T10:00+02:00'), 'It is stuck.'),
    }),
    'https://app.frontapp.com/open/cnv_1a2b3',
  );
  expect([facts?.reader, facts?.changed]).toEqual(['generic', undefined]);
  expect(summary(facts)).toEqual(['customer Ada Lund 2026-06-10T08:00:00.000Z']);
});
