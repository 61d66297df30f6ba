/** Odoo 19, from Debian's sid with the Python of Debian 13, for which it is made. */
import { odoo } from './odoo.ts';

/** Its words for priorities, as its own catalogues have them. */
const STAR_WORDS: Record<string, string[]> = {
  0: ['Low priority', 'Niedrige Priorität', 'Prioridad baja', 'Bassa priorità', '낮은 우선 순위', '低优先级'],
  1: [
    'Medium priority',
    'Mittlere Priorität',
    'Prioridad media',
    'Priorità media',
    '우선순위 중간',
    '中等优先级别',
  ],
  2: ['High priority', 'Hohe Priorität', 'Alta prioridad', 'Alta priorità', '높은 우선순위', '高优先级'],
};

export const ODOO_19 = odoo({
  name: 'Odoo 19',
  tunedOn: true,
  packages: ['odoo-19', 'postgresql', 'bash', 'coreutils'],
  from: ['trixie main', 'sid main'],
  postgres: '/usr/lib/postgresql/17/bin',
  stars: { low: '0', normal: '1', high: '2' },
  starWords: (stars) => STAR_WORDS[stars]!,
  taskPath: (id, side) => (side === 'staff' ? `/odoo/all-tasks/${id}` : `/my/tasks/${id}`),
  otherPaths: ({ project, person }, side) =>
    side === 'customer'
      ? ['/my', '/my/projects', '/my/tasks', '/my/account', `/my/projects/${project}`]
      : [
          '/odoo/discuss',
          '/odoo/project',
          `/odoo/project/${project}`,
          `/odoo/project/${project}/tasks`,
          '/odoo/all-tasks',
          '/odoo/all-tasks?view_type=list',
          '/odoo/all-tasks/new',
          `/odoo/res.partner/${person}`,
          '/odoo/res.partner',
          '/odoo/all-tasks/7777',
        ],
  reply: { text: '.o-mail-Composer-input', send: '.o-mail-Composer-send' },
});
