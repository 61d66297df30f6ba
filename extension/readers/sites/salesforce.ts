/**
 * Salesforce Service Cloud (Lightning). Verified in public extensions: only the window in view counts
 * (`.windowViewMode-normal`), `article.cuf-feedItem`, open shadow roots. Reported: fields by their API name. Assumed:
 * the marks of inbound, outbound and internal items: public scripts read the feed without telling one side from the
 * other. Milestones stay unread: no public source shows how the page marks them.
 */
import type { SiteReader } from './site-reader.ts';

export const salesforce: SiteReader = {
  id: 'salesforce',
  name: 'Salesforce',
  host: /\.(?:lightning\.force|my\.salesforce)\.com$/,
  marks: '.windowViewMode-normal',
  anchors: {
    root: '.windowViewMode-normal',
    deep: true,
    id: ['[field-name="CaseNumber"] lightning-formatted-text', '[data-field="CaseNumber"]'],
    subject: [
      '[field-name="Subject"] lightning-formatted-text',
      'records-highlights2 .slds-page-header__title lightning-formatted-text',
      '.slds-page-header__title .uiOutputText',
    ],
    requester: {
      name: ['[field-name="ContactId"] a', '[field-name="SuppliedName"] lightning-formatted-text'],
      email: ['[field-name="ContactEmail"] a@href', '[field-name="SuppliedEmail"] a@href'],
    },
    organisation: ['[field-name="AccountId"] a'],
    created: ['[field-name="CreatedDate"] lightning-formatted-text'],
    status: ['[field-name="Status"] lightning-formatted-text'],
    priority: ['[field-name="Priority"] lightning-formatted-text'],
    assignee: ['[field-name="OwnerId"] a'],
    opening: '[field-name="Description"] lightning-formatted-text',
    threads: [
      {
        item: 'article.cuf-feedItem, .cuf-feedElement',
        body: '.cuf-feedBodyText, .feedBodyInner',
        roles: [
          ['.cuf-internal, [data-visibility="InternalUsers"]', 'note'],
          ['.cuf-emailInbound, [data-email-direction="incoming"]', 'customer'],
          ['.cuf-emailOutbound, [data-email-direction="outgoing"]', 'staff'],
          ['.cuf-type-TrackedChange, .cuf-type-ChangeStatusPost', 'automatic'],
        ],
        author: { name: ['.cuf-actorName', '.cuf-entityLink'] },
        at: ['time', '.cuf-timestamp@title', '.cuf-timestamp'],
      },
    ],
  },
};
