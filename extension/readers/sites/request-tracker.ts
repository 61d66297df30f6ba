/**
 * Request Tracker 5. Verified in its templates and on its rendered pages: `.transaction` with a class for its kind,
 * author, date and description in the head; boxes of label and value, each row with the name of its field. A comment and a reply differ in words alone.
 */
import type { SiteReader } from './site-reader.ts';

export const requestTracker: SiteReader = {
  id: 'request-tracker',
  name: 'Request Tracker',
  marks: 'body[id^="comp-Ticket-"], body[id^="comp-SelfService-"], .ticket-info-basics',
  anchors: {
    id: ['.ticket-info-basics .id .current-value', '.ticket-info-basics .id .value'],
    subject: [],
    requester: { name: ['.ticket-info-people .requestors .user', '.ticket-info-requestor .user'] },
    deadline: ['.ticket-info-dates .due .current-value', '.ticket-info-dates .due .value'],
    status: ['.ticket-info-basics .status .current-value', '.ticket-info-basics .status .value'],
    assignee: ['.ticket-info-people .owner .user'],
    staff: ['.ticket-info-people .owner .user', 'select[name="Owner"] option'],
    threads: [
      {
        item: '.transaction.message',
        body: '.content',
        words: ['.metadata .description'],
        author: { name: ['.metadata .user'] },
        at: ['.metadata .date'],
      },
    ],
  },
};
