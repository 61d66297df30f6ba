/** Which ticket an address names, and whether it says that it is one. */
import { describe, expect, it } from 'vitest';
import { urlId } from '../../../extension/readers/generic/ticket-id.ts';

describe('the number in the address', () => {
  it.each([
    ['https://desk.example/browse/ACME-12', 'ACME-12', true],
    ['https://desk.example/browse/ACME-12?focusedId=77', 'ACME-12', true],
    ['https://desk.example/projects/ACME/issues/ACME-12', 'ACME-12', true],
    ['https://desk.example/boards/3?selectedIssue=ACME-12', 'ACME-12', true],
    ['https://desk.example/index.pl?Action=TicketZoom;TicketID=102', '102', true],
    ['https://desk.example/index.pl?TicketNumber=2026061010000012', '2026061010000012', true],
    ['https://desk.example/tickets/102', '102', true],
    ['https://desk.example/en-2/tickets/102', '102', true],
    ['https://desk.example/archive/2026-06', null, false],
    ['https://desk.example/t/102', '102', true],
    ['https://desk.example/web?tab=r#cids=1&view_type=form', null, false],
  ])('%s', (address, id, named) => {
    const found = urlId(new URL(address));
    expect([found?.id ?? null, found?.named ?? false]).toEqual([id, named]);
  });
});
