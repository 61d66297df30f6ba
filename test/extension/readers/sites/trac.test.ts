import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const when = (iso: string) =>
  `<a class="timeline" href="/desk/timeline?from=${encodeURIComponent(iso)}&amp;precision=second" title="See timeline at Jun 8, 2026">2 days ago</a>`;
const change = (who: string, at: string, comment: string) => `
  <div class="change" id="trac-change-1"><h3 class="change" id="comment:1">Changed ${when(at)} by <span class="trac-author">${who}</span></h3>
  <div class="trac-change-panel"><table class="changes"><tr><th>Status:</th><td>new → assigned</td></tr></table></div>${comment && `<div class="comment searchable">${comment}</div>`}</div>`;

it('Trac: links into the timeline carry the instant; a change without words is automatic', () => {
  const facts = readSite(
    `<body><div id="ticket"><div id="ticketbox"><div class="date"><p>Opened ${when('2026-06-08T10:00:00+02:00')}</p><p>Last modified ${when('2026-06-09T10:00:00+02:00')}</p></div>
    <h2><a class="trac-id" href="/desk/ticket/102">#102</a> <span class="trac-status"><a>assigned</a></span></h2><h1 id="trac-ticket-title"><span class="summary">Printer stops</span></h1>
    <table class="properties"><tr><th id="h_reporter">Reported by:</th><td headers="h_reporter"><span class="trac-author">ada</span></td>
    <th id="h_owner">Owned by:</th><td headers="h_owner"><span class="trac-author">bo</span></td></tr></table><div class="description">It is stuck.</div></div></div>
    <div id="changelog">${change('bo', '2026-06-08T10:30:00+02:00', '')}${change('bo', '2026-06-08T12:00:00+02:00', 'Mended.')}${change('ada', '2026-06-08T13:00:00+02:00', 'Thanks.')}
    ${change('cem', '2026-06-08T14:00:00+02:00', 'Me too.')}</div></body>`,
    'https://trac.nord.example/desk/ticket/102',
    { zone: null },
  );
  expect(ticket(facts)).toEqual({
    reader: 'trac',
    id: '102',
    subject: 'Printer stops',
    requester: 'ada',
    status: 'open',
  });
  expect(summary(facts)).toEqual([
    'customer ada 2026-06-08T08:00:00.000Z',
    'automatic bo 2026-06-08T08:30:00.000Z',
    'staff bo 2026-06-08T10:00:00.000Z',
    'customer ada 2026-06-08T11:00:00.000Z',
    'unknown cem 2026-06-08T12:00:00.000Z',
  ]);
});
