/// <reference types="google-apps-script" />
/** What the daily check asks of Google beyond the rest of the add-on: only who switches it on is asked. */

/** To have a trigger of its own, and to send the digest as whoever switched it on. */
export const DAILY_SCOPES = [
  'https://www.googleapis.com/auth/script.scriptapp',
  'https://www.googleapis.com/auth/script.send_mail',
] as const;

export interface Permission {
  isGiven: boolean;
  /** Google's page on which it is given; `null` where Google names none. */
  page: string | null;
}

/** As Google has it since people may give some permissions and keep others; its published types do not know it yet. */
interface Granular {
  getAuthorizationInfo(
    mode: GoogleAppsScript.Script.AuthMode,
    scopes: readonly string[],
  ): GoogleAppsScript.Script.AuthorizationInfo;
}

/** Whether whoever asks has given it. Asking this asks nothing of anybody. */
export function dailyPermission(): Permission {
  const { FULL } = ScriptApp.AuthMode;
  const info = (ScriptApp as unknown as Granular).getAuthorizationInfo(FULL, [...DAILY_SCOPES]);
  const isGiven = info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.NOT_REQUIRED;
  return { isGiven, page: isGiven ? null : info.getAuthorizationUrl() };
}
