/** The deadline that the ticket system shows itself, beside the one that the contract gives. */
import { expect } from 'vitest';
import { unfoldOverlay } from '../support/closed-shadow.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { DAY, HOUR, nowMs, TICKETS } from '../support/plain-tickets.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

/** Acme's contract: an answer within a day. */
const CONTRACT_MS = nowMs - HOUR + DAY;
const ticket = (id: string, dueMs: number) => ({ ...TICKETS[0]!, id, subject: 'Deadline', dueMs });

const dueline = useExtension(
  [
    ticket('1', CONTRACT_MS),
    ticket('2', CONTRACT_MS - 3 * HOUR),
    ticket('3', CONTRACT_MS + 2 * DAY),
    { ...TICKETS[0]!, id: '4', subject: 'None' },
  ],
  { directory: plainDirectory() },
);

chromiumTest.each([
  ['1', 'agrees.'],
  ['2', 'is before the contract’s.'],
  ['3', 'is after the contract’s: the contract’s is owed.'],
])('ticket %s: the system’s own deadline … %s', async (id, words) => {
  const { text } = await unfoldOverlay(await dueline.openTicket(id));
  const said = text.split('\n').find((line) => line.includes('The system’s own deadline'));
  expect(said).toContain(words);
});

chromiumTest('a page that shows none is not said to', async () => {
  const { text } = await unfoldOverlay(await dueline.openTicket('4'));
  expect(text).not.toContain('The system’s own deadline');
});
