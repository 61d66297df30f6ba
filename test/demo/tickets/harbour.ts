/** Standard customer, English pages in London, dates as text with the zone stated, oldest message first. */
import { type DemoAccount, JONAS, ROBOT } from '../ticket.ts';

const AMINA = { name: 'Amina Clarke', email: 'amina.clarke@harbour.example' };
const TOM = { name: 'Tom Whitby', email: 'tom.whitby@harbour.example' };

export const harbour: DemoAccount = {
  organisation: 'Harbour Analytics Ltd',
  language: 'en',
  zone: 'Europe/London',
  times: 'text',
  newestFirst: false,
  tickets: [
    {
      id: 4721,
      subject: 'Dashboard shows last week’s figures',
      status: 'open',
      priority: 'normal',
      requester: AMINA,
      assignee: JONAS,
      messages: [
        {
          kind: 'customer',
          by: AMINA,
          back: 2,
          at: '11:00',
          text: [
            'Since the upgrade the dashboard shows the figures of the week before. Is the refresh job still running?',
          ],
        },
        {
          kind: 'automatic',
          by: ROBOT,
          back: 2,
          at: '11:00',
          text: ['Thank you for your message. This is an automatic confirmation; a person will answer you.'],
        },
      ],
    },
    {
      id: 4722,
      subject: 'Single sign-on for contractors',
      status: 'new',
      priority: 'normal',
      requester: TOM,
      assignee: null,
      messages: [
        {
          kind: 'customer',
          by: TOM,
          back: 1,
          at: '16:59',
          text: [
            'Can contractors use single sign-on without an account in our directory?',
            'No hurry, the first one starts on 01/09/2026.',
          ],
        },
      ],
    },
    {
      id: 4723,
      subject: 'Typo in the monthly report',
      status: 'closed',
      priority: 'low',
      requester: AMINA,
      assignee: JONAS,
      messages: [
        {
          kind: 'customer',
          by: AMINA,
          back: 3,
          at: '10:00',
          text: ['The monthly report says “recieved” on page 2.'],
        },
        { kind: 'event', by: JONAS, back: 2, at: '09:00', text: ['Status changed from Open to Closed'] },
      ],
    },
    {
      id: 4724,
      subject: 'Archive older than two years',
      status: 'pending',
      priority: 'normal',
      requester: TOM,
      assignee: JONAS,
      messages: [
        {
          kind: 'customer',
          by: TOM,
          back: 5,
          at: '14:15',
          text: ['We would like to archive everything older than two years. What do you advise?'],
        },
        {
          kind: 'note',
          by: JONAS,
          back: 4,
          at: '09:10',
          text: ['Checked with storage: fine, but only outside the month’s end.'],
        },
        {
          kind: 'staff',
          by: JONAS,
          back: 4,
          at: '10:40',
          text: ['Yes, with the archive rule of your plan. I have put the steps together below.'],
          quoted: [
            'On Thu 4 Jun 2026 at 14:15 Tom Whitby wrote:',
            'We would like to archive everything older than two years.',
          ],
        },
      ],
    },
  ],
};
