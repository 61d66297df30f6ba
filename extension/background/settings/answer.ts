/** Answers what the options page asks beside the directory. */
import { addDays, removeDay } from '#core/engagement/edit-calendar.ts';
import { translator } from '#core/language/index.ts';
import { isProblem, problem } from '#core/problem.ts';
import type { Answer } from '../../platform/messages.ts';
import type { ReminderSettings, SettingsRequest } from '../../platform/settings-messages.ts';
import { setAsideItem } from '../../state/set-aside.ts';
import { remindersItem, update } from '../../state/settings.ts';
import { editDirectory } from '../directory.ts';
import { managedParts, policy } from '../policy.ts';
import { push } from '../push.ts';
import { pauseUntil } from '../remind/pause.ts';
import { showExample } from '../remind/show.ts';
import { refusal } from '../say.ts';
import { surfaceLanguage } from '../speak.ts';
import { calendarYearOf } from './calendars.ts';
import { diagnose } from './diagnose.ts';
import { tryReadings } from './readings.ts';
import { withReadings } from './with-readings.ts';

export async function answerSettings(
  request: SettingsRequest,
  { clock }: { clock: () => number },
): Promise<Answer> {
  switch (request.type) {
    case 'set-reminders':
      return done(await update(remindersItem, (reminders) => ({ ...reminders, ...request.changed })));
    case 'remind-before':
      return done(await update(remindersItem, (reminders) => remindBefore(reminders, request)));
    case 'pause-reminders':
      return done(await pauseUntil(request.until, request.zone, clock()));
    case 'diagnose':
      return diagnose(clock());
    case 'calendar-year':
      return calendarYearOf(request);
    case 'add-days':
      return done(await editDirectory((directory) => addDays(directory, request.calendar, request.added)));
    case 'remove-day':
      return done(await editDirectory((directory) => removeDay(directory, request.calendar, request.date)));
    case 'try-readings':
      return tryReadings(request.readings, clock());
    case 'set-readings':
      if (managedParts(await policy()).rulebook) return done(problem('managed', [], {}));
      return done(
        await editDirectory((directory) => ({
          ...directory,
          rulebook: withReadings(directory.rulebook, request.readings),
        })),
      );
    case 'export-set-aside': {
      const text = `${JSON.stringify(await setAsideItem.getValue(), null, 2)}\n`;
      return { kind: 'export', text, fileName: 'dueline-set-aside.json' };
    }
    case 'forget-set-aside':
      return done(await setAsideItem.setValue({}));
    case 'show-example':
      return done(await showExample(translator(await surfaceLanguage())));
  }
}

function remindBefore(
  reminders: ReminderSettings,
  { minutes, on }: { minutes: number; on: boolean },
): ReminderSettings {
  const others = reminders.minutesBefore.filter((threshold) => threshold !== minutes);
  return { ...reminders, minutesBefore: (on ? [...others, minutes] : others).toSorted((a, b) => a - b) };
}

/** Done, and every open page of ours asks again; or why it was not. */
async function done(failed: unknown): Promise<Answer> {
  if (isProblem(failed)) return refusal(failed, translator(await surfaceLanguage()));
  await push({ type: 'changed' });
  return { kind: 'done' };
}
