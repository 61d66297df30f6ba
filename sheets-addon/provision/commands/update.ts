/** `update`: brings a tracker to the present description. What people made in it stays. */
import { wordsOf } from '#core/tracker/index.ts';
import { cellsAddedBy, refuseBeyondLimit } from '../online/cell-room.ts';
import type { Change } from '../online/change.ts';
import { lockedPlaces } from '../online/locked.ts';
import { changesOf, planFor, type Wanted } from '../online/plan.ts';
import { settle } from '../online/settle.ts';
import type { Command } from './command.ts';
import { DIRECTORY_OPTION, openTracker } from './open-tracker.ts';

export const updateCommand: Command = {
  options: { ...DIRECTORY_OPTION, 'dry-run': { type: 'boolean' } },
  words: 1,
  run: async (call) => {
    const { edge, values, translate } = call;
    const { id, access, workbook, language } = await openTracker(call);
    const wanted: Wanted = { workbook, words: wordsOf(language), rows: {}, named: {}, nowMs: edge.nowMs };
    const say = ({ says, values: said }: Change) => edge.out(translate(says, said));
    if (values['dry-run']) {
      const plan = await planFor(access, id, wanted);
      const changes = changesOf(plan);
      for (const change of changes) say(change);
      edge.out(
        changes.length === 0
          ? translate('provision.nothing-to-do')
          : translate('provision.would-change', { count: changes.length }),
      );
      refuseBeyondLimit(plan.remote, cellsAddedBy(plan));
      const locked = lockedPlaces(plan.remote, changes);
      if (locked.length === 0) return 0;
      edge.note(translate('provision.failed-locked', { detail: locked.join(', ') }));
      return 1;
    }
    const { changes } = await settle(access, id, wanted, {
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
