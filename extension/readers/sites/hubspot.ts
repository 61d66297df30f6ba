/**
 * HubSpot Service Hub. Verified in public extensions: the record's title and its contact by `data-selenium-test`, and
 * the newer `data-test-id`, the timeline's cards. Reported: the
 * properties by their names, which public integrations list, those of the next and the first answer's due time too. Assumed: the names inside of those cards.
 */
import type { SiteReader } from './site-reader.ts';

export const hubspot: SiteReader = {
  id: 'hubspot',
  name: 'HubSpot',
  host: /^app(?:-\w+)?\.hubspot\.com$/,
  marks: '[data-selenium-test$="-highlight-details"]',
  anchors: {
    subject: ['[data-selenium-test$="highlightTitle"]', '[data-selenium-test$="-highlight-details"] h3'],
    requester: {
      name: [
        '[data-selenium-test="contact-chicklet-title-link"]',
        '[data-test-id="contact-chicklet-title-link"]',
      ],
      email: [
        '[data-selenium-test="contact-chicklet-email"]',
        '[data-selenium-test^="contact-chicklet"] a[href^="mailto:"]@href',
      ],
    },
    organisation: ['[data-selenium-test="company-chicklet-title-link"]'],
    deadline: ['next', 'first'].map(
      (which) => `[data-selenium-test="property-input-hs_time_to_${which}_response_sla_at"]`,
    ),
    status: ['#stage-select', '[data-selenium-test="property-input-hs_pipeline_stage"]'],
    priority: ['[data-selenium-test="property-input-hs_ticket_priority"]'],
    assignee: ['[data-selenium-test="property-input-hubspot_owner_id"]'],
    threads: [
      {
        item: '[data-selenium-test="timeline-card"]',
        body: '[data-selenium-test="timeline-card-body"]',
        roles: [
          ['[data-selenium-test="timeline-note"], [data-selenium-test*="engagement-note"]', 'note'],
          ['[data-selenium-test*="incoming-email"], [data-selenium-test*="incoming"]', 'customer'],
          ['[data-selenium-test*="engagement-email"], [data-selenium-test*="outgoing"]', 'staff'],
        ],
        at: ['time', '[data-selenium-test="timeline-timestamp"]'],
      },
    ],
  },
};
