import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const said = (id: number, who: string, at: string) => `
  <tr><th><a href="msg${id}">msg${id}</a></th><th class="author">Author: ${who}</th><th class="date">Date: ${at}</th></tr>
  <tr><td colspan="3" class="content"><pre>On 2026-01-01 09:00 Eve wrote:</pre></td></tr>`;

it('Roundup: messages by their heads, author and date behind their labels', () => {
  const facts = readSite(
    `<head><title>issue102: Printer stops - Desk</title></head><body><form name="itemSynopsis"><table class="form"><tr><th>Title</th><td><input name="title" value="Printer stops"></td></tr>
    <tr><th>Status</th><td><select name="status"><option>unread</option><option selected>in-progress</option></select></td></tr>
    <tr><th>Assigned To</th><td><select name="assignedto"><option>- no selection -</option><option selected>bo</option></select></td></tr></table></form>
    <p>Created on <b>2026-06-08.10:00:00</b> by <b>ada</b></p>
    <table class="messages"><tr><th colspan="3" class="header">Messages (2)</th></tr>${said(2, 'bo', '2026-06-08 12:00:00')}${said(1, 'ada', '2026-06-08 10:00:00')}</table></body>`,
    'https://issues.nord.example/desk/issue102',
  );
  expect(ticket(facts)).toMatchObject({ reader: 'roundup', id: '102', subject: 'Printer stops' });
  expect(summary(facts)).toEqual([
    'staff bo 2026-06-08T10:00:00.000Z',
    'unknown ada 2026-06-08T08:00:00.000Z',
  ]);
});
