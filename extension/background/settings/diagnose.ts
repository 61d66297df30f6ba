/** Looks at itself, for a report of a fault: no customer's data, no site's name, only counts and outcomes. */
import { browser } from 'wxt/browser';
import { translator } from '#core/language/index.ts';
import { isProblem } from '#core/problem.ts';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import { compileCalendar } from '#core/time/business-clock.ts';
import { dueTime } from '#core/time/due-at.ts';
import { grantedPatterns } from '../../platform/permissions.ts';
import type { Diagnosis, Finding } from '../../platform/settings-messages.ts';
import { remindersItem, ticketsItem } from '../../state/settings.ts';
import { currentDirectory } from '../directory.ts';
import { policy } from '../policy.ts';
import { ALARM } from '../remind/remind.ts';
import { surfaceLanguage } from '../speak.ts';
import { queueWork, readersWork, storedSizes, trackersWork } from './diagnose-work.ts';

const PROBE = 'self-test';

export async function diagnose(nowMs: number): Promise<Diagnosis> {
  const translate = translator(await surfaceLanguage());
  const found: Finding[] = [];
  const tell = (name: string, value: string | number, ok: boolean | null = null) => {
    found.push({ name, value: String(value), ok });
  };
  const [{ book, problems }, origins, { permissions = [] }, scripts, managed, reminders, alarm] =
    await Promise.all([
      currentDirectory(),
      grantedPatterns(),
      browser.permissions.getAll(),
      browser.scripting.getRegisteredContentScripts(),
      policy(),
      remindersItem.getValue(),
      browser.alarms.get(ALARM),
    ]);
  tell('version', browser.runtime.getManifest().version);
  tell('language', translate.language);
  tell('rights', permissions.join(', '));
  tell(
    'sites',
    origins.length,
    scripts.every(({ matches = [] }) => matches.length === origins.length),
  );
  tell(
    'directory',
    book ? `${book.directory.engagements.length}` : problems.map(({ code }) => code).join(', ') || '0',
    problems.length === 0,
  );
  const { id: rulebook } = book?.rulebook ?? serviceManagement;
  // One of its own may be called by a customer's name.
  tell('rulebook', rulebook === serviceManagement.id ? rulebook : 'own');
  tell('tickets', Object.keys(await ticketsItem.getValue()).length);
  tell('reminders', reminders.on ? (alarm ? new Date(alarm.scheduledTime).toISOString() : '–') : 'off');
  tell('policy', managed.unusable.length, managed.unusable.length === 0);
  tell('readers', await readersWork());
  const [trackers, queue] = await Promise.all([trackersWork(), queueWork()]);
  tell('sync', trackers.value, trackers.ok);
  tell('queue', queue.value, queue.ok);
  tell('storage', storedSizes(await browser.storage.local.get(null)), await canStore(nowMs));
  tell('time', 'Europe/Berlin', countsRight());
  return { kind: 'diagnosis', findings: found };
}

async function canStore(nowMs: number): Promise<boolean> {
  try {
    await browser.storage.local.set({ [PROBE]: nowMs });
    const { [PROBE]: read } = await browser.storage.local.get(PROBE);
    await browser.storage.local.remove(PROBE);
    return read === nowMs;
  } catch {
    return false;
  }
}

/** Friday at 10:00, before the clocks go forward: one business day later is Monday at 10:00, 71 hours on. */
function countsRight(): boolean {
  const clock = compileCalendar({ zone: 'Europe/Berlin', week: serviceManagement.availability.week });
  if (isProblem(clock)) return false;
  const receivedMs = Date.parse('2026-03-27T10:00+01:00');
  const dueMs = dueTime(clock, receivedMs, { businessDays: 1 }, 'same-time');
  return dueMs === Date.parse('2026-03-30T10:00+02:00');
}
