/**
 * Dynamics 365 Customer Service. Verified in its public documentation: the Web API on the page's own origin, with
 * the direction of e-mails, and by when a case wants an answer and a solution. Reported: the `data-id` of the form's fields.
 */

import { dig, instantAt, listAt, textAt } from '../anchors/json.ts';
import type { SiteReader } from './site-reader.ts';

const STATES = [
  { shown: 'Active', kind: 'open' as const },
  { shown: 'Resolved', kind: 'solved' as const },
  { shown: 'Cancelled', kind: 'closed' as const },
];

export const dynamics: SiteReader = {
  id: 'dynamics',
  name: 'Dynamics 365',
  host: /\.dynamics\.com$/,
  marks: '[data-id^="title.fieldControl"]',
  anchors: {
    id: ['[data-id="ticketnumber.fieldControl-text-box-text"]'],
    subject: ['[data-id="title.fieldControl-text-box-text"]', '[data-id="header_title"]'],
    organisation: [
      '[data-id^="customerid.fieldControl-LookupResultsDropdown"][data-id$="selected_tag_text"]',
    ],
    requester: {
      name: [
        '[data-id^="primarycontactid.fieldControl-LookupResultsDropdown"][data-id$="selected_tag_text"]',
      ],
      email: ['[data-id="emailaddress.fieldControl-mail-text-input"]'],
    },
    status: [
      '[data-id^="statuscode.fieldControl-option-set"]',
      '[data-id^="header_statuscode.fieldControl"]',
    ],
    priority: ['[data-id^="prioritycode.fieldControl-option-set"]'],
    assignee: [
      '[data-id^="header_ownerid.fieldControl-LookupResultsDropdown"][data-id$="selected_tag_text"]',
    ],
    threads: [],
  },
  json: {
    paths: (id) => [
      `/api/data/v9.2/incidents(${id})?$select=title,createdon,statecode,ticketnumber,responseby,resolveby`,
      `/api/data/v9.2/emails?$select=createdon,directioncode,sender,statecode&$filter=_regardingobjectid_value eq ${id} and statecode eq 1&$top=100`,
    ],
    read([incident, emails]) {
      if (textAt(incident, 'title') === undefined) return null;
      const mails = listAt(emails, 'value');
      // A description alone is no mail: then the case itself is what the customer wrote.
      const opening = { role: 'customer' as const, author: {}, atMs: instantAt(incident, 'createdon') };
      return {
        subject: textAt(incident, 'title'),
        createdMs: instantAt(incident, 'createdon'),
        deadlineMs: instantAt(incident, 'responseby') ?? instantAt(incident, 'resolveby'),
        status: STATES[Number(dig(incident, 'statecode'))],
        messages:
          mails.length === 0
            ? [opening]
            : mails.map((mail) => ({
                role: dig(mail, 'directioncode') === true ? ('staff' as const) : ('customer' as const),
                author: { email: textAt(mail, 'sender') },
                atMs: instantAt(mail, 'createdon'),
              })),
      };
    },
  },
};
