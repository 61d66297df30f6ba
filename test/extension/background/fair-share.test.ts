/** What one site's pages ask to be kept must not push out what the user still owes, or is typing, on another. */
import { expect, test } from 'vitest';
import { fairShare } from '../../../extension/background/fair-share.ts';
import { plainDirectory } from '../../support/plain-directory.ts';
import { ticketOf } from '../../support/reminder-tickets.ts';
import { stubStorage } from '../../support/storage-stub.ts';

stubStorage();
const { replaceDirectory, currentDirectory } = await import('../../../extension/background/directory.ts');
const { draftsOn, keepDraft } = await import('../../../extension/background/drafts.ts');
const { owedTickets } = await import('../../../extension/background/owed.ts');
const { answerTicket } = await import('../../../extension/background/ticket.ts');

const HOUR = 3_600_000;
const NOW_MS = Date.parse('2026-06-11T12:00Z');

test.each<[string, string[], number, string[]]>([
  ['few enough stay', ['a1', 'b1'], 2, ['a1', 'b1']],
  ['the oldest of the site with the most goes', ['b1', 'a1', 'a2', 'a3'], 3, ['b1', 'a2', 'a3']],
  ['one after the other, the new one too', ['b1', 'b2', 'a1', 'a2', 'a3', 'a4'], 4, ['b1', 'b2', 'a3', 'a4']],
  ['of sites alike the first', ['a1', 'b1', 'c1'], 2, ['b1', 'c1']],
])('%s', (_, entries, most, kept) => {
  expect(fairShare(entries, most, (entry) => `https://${entry[0]}.example/${entry[1]}`)).toEqual(kept);
});

test('300 tickets of one site leave the reminder of the ticket on another', async () => {
  await replaceDirectory(JSON.stringify(plainDirectory()));
  const look = (id: string, base: string) =>
    answerTicket(ticketOf(id, NOW_MS - HOUR, base).facts as never, NOW_MS, false);
  await look('1', 'https://desk.example');
  for (let id = 1; id <= 300; id++) await look(String(id), 'https://noisy.example');
  const { book } = await currentDirectory();
  const owed = await owedTickets(book!, NOW_MS);
  const on = (site: string) => owed.filter(({ facts }) => facts.url.startsWith(site)).length;
  expect([on('https://desk.example'), on('https://noisy.example')]).toEqual([1, 199]);
});

test('a hundred drafts of one site leave what is half typed in on another', async () => {
  const draft = { note: 'a finding', by: 'Mira', reason: 'They have been' };
  await keepDraft('https://desk.example/tickets/1', 'a finding', draft);
  for (let id = 1; id <= 100; id++)
    await keepDraft(`https://noisy.example/tickets/${id}`, 'a finding', draft);
  expect(await draftsOn('https://desk.example/tickets/1')).toEqual([draft]);
});
