/** `update`: brings a tracker to the present description. What people made in it stays. */
import { serviceManagement } from '#core/rulebook/service-management.ts';
import { wordsOf } from '#core/tracker/index.ts';
import type { Change } from '../online/change.ts';
import { type Plan, planFor, type Wanted } from '../online/plan.ts';
import { settle } from '../online/settle.ts';
import { readStanding } from '../online/standing.ts';
import { type Command, idIn } from './command.ts';

export const updateCommand: Command = {
  options: { 'dry-run': { type: 'boolean' } },
  words: 1,
  run: async ({ edge, values, positionals, translate, language, access }) => {
    const id = idIn(positionals[0]!);
    const google = access();
    const standing = await readStanding(google, id, { rulebook: serviceManagement, language });
    const wanted: Wanted = {
      workbook: standing.workbook,
      words: wordsOf(standing.language),
      rows: {},
      named: {},
    };
    const say = ({ says, values: said }: Change) => edge.out(translate(says, said));
    if (values['dry-run']) {
      const changes = changesOf(await planFor(google, id, wanted));
      for (const change of changes) say(change);
      edge.out(
        changes.length === 0
          ? translate('provision.nothing-to-do')
          : translate('provision.would-change', { count: changes.length }),
      );
      return 0;
    }
    const { changes } = await settle(google, id, wanted, {
      tab: (tab, number, total) => edge.note(translate('provision.writing-tab', { tab, number, total })),
    });
    for (const change of changes) say(change);
    edge.out(
      changes.length === 0
        ? translate('provision.nothing-to-do')
        : translate('provision.changed', { count: changes.length }),
    );
    return 0;
  },
};

function changesOf({ skeleton, tabs }: Plan): Change[] {
  return [...skeleton, ...tabs.flatMap(({ changes }) => changes)];
}
