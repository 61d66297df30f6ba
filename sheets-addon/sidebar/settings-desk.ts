/** The script's side of the settings, and of the daily check. */
import { isProblem, zoneOf } from '#core';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import { LIMIT_RULES } from '#core/tracker/index.ts';
import { dailyPermission } from '../daily/permissions.ts';
import { type DailyState, dailyState, keepDaily, STEPS } from '../daily/state.ts';
import { startDaily, stopDaily } from '../daily/triggers.ts';
import { readTracker } from '../read-rows.ts';
import { saveSettings, settingsIn } from '../settings.ts';
import { type Desk, unread } from './desk.ts';
import type { DailyFacts, SidebarAnswer, SidebarRequest } from './protocol.ts';

type Ask<A extends SidebarRequest['ask']> = Extract<SidebarRequest, { ask: A }>;

/** When nobody has said another hour. */
const USUAL_HOUR = 9;

export function settings(desk: Desk): SidebarAnswer {
  const { spreadsheet, workbook, words } = desk;
  const read = readTracker(spreadsheet, workbook, words);
  if ('missing' in read) return unread(read);
  const names = [
    ...serviceManagement.tiers.map(({ id }) => [id, words.text(`tier.${id}` as 'tier.premium')] as const),
    ...LIMIT_RULES.map((rule) => [rule, words.text(`tracker.rule-${rule}`)] as const),
  ];
  return {
    kind: 'settings',
    facts: {
      written: workbook.language,
      settings: settingsIn(read, spreadsheet.zone, workbook),
      names: Object.fromEntries(names),
      daily: dailyFacts(),
    },
  };
}

export function save({ settings: wanted }: Ask<'save-settings'>, desk: Desk): SidebarAnswer {
  const { spreadsheet, workbook, words } = desk;
  if (isProblem(zoneOf(wanted.zone))) {
    return { kind: 'failed', text: words.text('problem.zone-unknown', { zone: wanted.zone }) };
  }
  const read = readTracker(spreadsheet, workbook, words);
  if ('missing' in read) return unread(read);
  saveSettings(wanted, read, desk);
  return settings(desk);
}

export function daily({ to, hour }: Ask<'daily'>, desk: Desk): SidebarAnswer {
  if (to === null) {
    // A trigger of somebody else's is not seen from here; without the state it takes itself away when it next comes.
    if (dailyPermission().isGiven) stopDaily();
    keepDaily(null);
    return settings(desk);
  }
  if (!dailyPermission().isGiven) return settings(desk);
  const trigger = startDaily(hour, desk.spreadsheet.zone);
  const last = dailyState()?.last ?? null;
  keepDaily({ trigger, next: null, to, hour, step: 0, isUnderWay: false, waits: 0, last });
  return settings(desk);
}

function dailyFacts(): DailyFacts {
  const state = dailyState();
  const { isGiven, page } = dailyPermission();
  return {
    isOn: state !== null,
    underWay: state && state.next !== null ? { done: state.step, of: STEPS.length } : null,
    to: state?.to ?? '',
    hour: state?.hour ?? USUAL_HOUR,
    last: state?.last ? shown(state.last) : null,
    isAllowed: isGiven,
    page,
  };
}

function shown({ atMs, text, isProblem }: NonNullable<DailyState['last']>): DailyFacts['last'] {
  return { at: new Date(atMs).toISOString(), text, isProblem };
}
