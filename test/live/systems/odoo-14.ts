/** Odoo 14, from Debian 11. */
import { odoo } from './odoo.ts';

/** A star or none: the staff's pages have a word for either, which nobody sees. */
const STAR_WORDS: Record<string, string[]> = {
  0: ['Normal', 'Normale', '일반', '正常'],
  1: ['Important', 'Wichtig', 'Importante', '중요', '重要'],
};

/** A page of its client: which one is said behind the hash alone, so that each needs an address that is loaded anew. */
const clientPath = (shown: string, index: number): string =>
  `/web?tab=${String.fromCharCode(97 + index)}#${shown}`;

export const ODOO_14 = odoo({
  name: 'Odoo 14',
  tunedOn: true,
  packages: ['odoo-14', 'postgresql', 'bash', 'coreutils'],
  from: ['bullseye main'],
  postgres: '/usr/lib/postgresql/13/bin',
  stars: { low: '0', normal: '0', high: '1' },
  starWords: (stars, side) => (side === 'staff' ? STAR_WORDS[stars]! : null),
  taskPath: (id, side, index) =>
    side === 'staff' ? clientPath(`id=${id}&model=project.task&view_type=form`, index) : `/my/task/${id}`,
  otherPaths: ({ project, person }, side) =>
    side === 'customer'
      ? ['/my', '/my/projects', '/my/tasks', '/my/account', `/my/project/${project}`]
      : [
          'action=mail.action_discuss',
          'action=project.open_view_project_all&model=project.project&view_type=kanban',
          `id=${project}&model=project.project&view_type=form`,
          'action=project.action_view_all_task&model=project.task&view_type=kanban',
          'action=project.action_view_all_task&model=project.task&view_type=list',
          'model=project.task&view_type=form',
          `id=${person}&model=res.partner&view_type=form`,
          'model=res.partner&view_type=kanban',
          'id=7777&model=project.task&view_type=form',
        ].map((shown, index) => clientPath(shown, index + 12)),
  reply: { text: 'textarea[name=message]', send: '.o_portal_chatter_composer_btn' },
});
