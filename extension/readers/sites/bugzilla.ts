/**
 * Bugzilla. Verified in its public template of comments: `.bz_comment` with `.bz_first_comment` and `.bz_private`,
 * the author's address in the link, the time with its zone. Reported: the anchors of the fields.
 */
import type { SiteReader } from './site-reader.ts';

export const bugzilla: SiteReader = {
  id: 'bugzilla',
  name: 'Bugzilla',
  marks: '#bugzilla-body',
  anchors: {
    subject: ['#short_desc_nonedit_display', '#subtitle', '#short_desc'],
    requester: { name: ['.bz_first_comment .vcard .fn'], email: ['.bz_first_comment .vcard .email@href'] },
    status: ['#static_bug_status', '#bug_status'],
    priority: ['#priority'],
    assignee: ['#bz_assignee_edit_container .fn'],
    threads: [
      {
        item: '.bz_comment',
        body: '.bz_comment_text',
        roles: [
          ['.bz_private', 'note'],
          ['.bz_first_comment', 'customer'],
        ],
        author: { name: ['.vcard .fn'], email: ['.vcard .email@href'] },
        at: ['.bz_comment_time', '.bz_comment_head', '.bz_first_comment_head'],
      },
    ],
  },
};
