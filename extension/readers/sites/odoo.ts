/**
 * Odoo: tickets of its helpdesk, tasks of its projects. Verified on rendered pages and in its public tests: fields by their name, `.o-mail-Message` with its
 * author and the full date in a title. Reported: the field of the deadline. Who speaks shows only in the author.
 */
import type { SiteReader } from './site-reader.ts';

export const odoo: SiteReader = {
  id: 'odoo',
  name: 'Odoo',
  host: /\.odoo\.com$/,
  marks: '.o_web_client, .o-mail-Chatter',
  anchors: {
    subject: [
      '.o_field_widget[name="name"] textarea',
      '.o_field_widget[name="name"] input',
      '.o_field_widget[name="name"] span',
      '.o_field_widget[name="name"]',
    ],
    requester: {
      name: [
        '.o_field_widget[name="partner_id"] input',
        '.o_field_widget[name="partner_id"] a',
        '.o_field_widget[name="partner_name"] input',
        '.o_field_widget[name="partner_id"]',
      ],
      email: [
        '.o_field_widget[name="partner_email"] input',
        '.o_field_widget[name="partner_email"] a@href',
        '.o_field_widget[name="partner_email"]',
      ],
    },
    organisation: ['.o_field_widget[name="commercial_partner_id"]'],
    deadline: ['.o_field_widget[name="sla_deadline"] time', '.o_field_widget[name="sla_deadline"]'],
    status: [
      '.o_statusbar_status [aria-current="step"] > span:first-child',
      '.o_statusbar_status [aria-current="step"]',
      '.o_arrow_button_current',
      '.o_statusbar_status .btn-primary',
    ],
    assignee: [
      '.o_field_widget[name="user_id"] input',
      '.o_field_widget[name="user_id"] a',
      '.o_field_widget[name="user_id"]',
      '.o_field_widget[name="user_ids"] .o_tag@aria-label',
    ],
    threads: [
      {
        item: '.o-mail-Message, .o_Message',
        body: '.o-mail-Message-body, .o_Message_prettyBody',
        roles: [
          [
            '.o-mail-NotificationMessage, .o_NotificationMessage, .o-mail-Message:has(.o-mail-Message-tracking):not(:has(.o-mail-Message-body)), .o-mail-Message:has(.o-mail-Message-body.o-note > [summary="o_mail_notification"])',
            'automatic',
          ],
          [
            '.o-mail-Message-note, .o-mail-Message:has(.o-mail-Message-body.o-note), .o-mail-Message-bubble.o-orange, .o_Message_note, [class*="o-internal"]',
            'note',
          ],
        ],
        author: { name: ['.o-mail-Message-author', '.o_Message_authorName'] },
        at: [
          '.o-mail-Message-date@title',
          '.o-mail-Message-date@data-tooltip',
          '.o_Message_date@title',
          '.o-mail-Message-date',
        ],
      },
    ],
  },
};
