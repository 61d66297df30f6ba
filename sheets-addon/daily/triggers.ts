/// <reference types="google-apps-script" />
/** The triggers of the daily check: one that comes every day, and one that goes on with a run that was too long. */

/** The global function that they call. */
const HANDLER = 'dailyCheck';

/** One trigger and no more, whatever stood there before; gives its id. */
export function startDaily(hour: number, zone: string): string {
  stopDaily();
  return ScriptApp.newTrigger(HANDLER)
    .timeBased()
    .everyDays(1)
    .atHour(hour)
    .inTimezone(zone)
    .create()
    .getUniqueId();
}

/** Calls once more, so many milliseconds from now. */
export function goOnIn(ms: number): string {
  return ScriptApp.newTrigger(HANDLER).timeBased().after(ms).create().getUniqueId();
}

/** Takes away the trigger of that id, or all of them; those of other people are theirs, and not seen here. */
export function stopDaily(id?: string): void {
  for (const trigger of ScriptApp.getProjectTriggers()) {
    if (trigger.getHandlerFunction() !== HANDLER) continue;
    if (id === undefined || trigger.getUniqueId() === id) ScriptApp.deleteTrigger(trigger);
  }
}
