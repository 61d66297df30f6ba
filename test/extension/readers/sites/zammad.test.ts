import { describe, expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const URL = 'https://help.nordwind.example/#ticket/zoom/102';

const article = (kind: string, from: string, at: string, text: string, bubble = '') => `
  <div class="ticket-article-item ${kind}" data-id="1"><div class="article-content-meta top hide">
  <div class="article-meta top"><div class="horizontal article-meta-row"><div class="article-meta-key">From</div>
  <div class="article-meta-value">${from}</div></div></div></div>
  <div class="article-content"><div class="bubble-gap"><div class="internal-border ${bubble}"><div class="textBubble-content">${text}</div></div></div></div>
  <a href="#"><small class="task-subline"><time class="humanTimeFromNow" datetime="${at}" title="x">2 days ago</time></small></a></div>`;

const zoom = (number: string, articles: string, style = '') => `
  <div class="content ${style ? '' : 'active'}" style="${style}"><div class="ticketZoom"><div class="ticketZoom-header"><span class="ticket-number">${number}</span>
  <div class="ticket-title"><div class="objectName">Printer ${number}</div></div></div><div class="ticket-article">${articles}</div>
  <select name="state_id"><option value="1">new</option><option value="2" selected>open</option></select></div></div>`;

const MINE = [
  article(
    'customer',
    'Ada Lund &lt;ada@nord.example&gt;',
    '2026-06-08T08:00:00.000Z',
    'It is stuck. On 2026-01-01 09:00 Bo wrote:',
  ),
  article('agent', 'Bo Kern', '2026-06-08T09:00:00.000Z', 'Ask sales first.', 'is-internal'),
  article('system', '- ', '2026-06-08T09:30:00.000Z', 'This ticket will close.'),
  article('agent', 'Bo Kern', '2026-06-08T10:00:00.000Z', 'Mended.'),
].join('');

describe('Zammad', () => {
  const other = zoom(
    '67001',
    article('customer', 'Eve', '2026-06-01T08:00:00.000Z', 'Other'),
    'display: none',
  );
  const facts = readSite(`<body>${other}${zoom('67002', MINE)}</body>`, URL);

  it('hidden-tickets: of the tickets that are open at a time only the one in view is read', () => {
    expect(ticket(facts)).toEqual({
      reader: 'zammad',
      id: '67002',
      subject: 'Printer 67002',
      requester: 'Ada Lund ada@nord.example',
      status: 'open',
    });
  });
  it('the sender’s kind and the border of an internal article say who speaks', () => {
    expect(summary(facts)).toEqual([
      'customer Ada Lund 2026-06-08T08:00:00.000Z',
      'note Bo Kern 2026-06-08T09:00:00.000Z',
      'automatic ? 2026-06-08T09:30:00.000Z',
      'staff Bo Kern 2026-06-08T10:00:00.000Z',
    ]);
  });
  it('a class in what a customer has sent makes nobody staff', () => {
    const faked = article(
      'customer',
      'Ada Lund',
      '2026-06-08T08:00:00.000Z',
      '<div class="agent system is-internal">x</div>',
    );
    expect(summary(readSite(`<body>${zoom('67002', faked)}</body>`, URL))).toEqual([
      'customer Ada Lund 2026-06-08T08:00:00.000Z',
    ]);
  });
});
