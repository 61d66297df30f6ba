/** Triggers, permissions and mail, as far as Google lets an add-on have them. */
import type { World } from './world.ts';

export interface FakeTrigger {
  id: string;
  handler: string;
  /** What was asked for: `everyDays 1, atHour 9, inTimezone Europe/Berlin`, `after 60000`. */
  when: string;
  /** The account that has made it; nobody else sees it. */
  account: string;
}

export interface FakeMail {
  to: string;
  subject: string;
  body: string;
}

const PERMISSIONS = [
  'https://www.googleapis.com/auth/script.scriptapp',
  'https://www.googleapis.com/auth/script.send_mail',
];
/** So many triggers an account may have in one script. */
const MOST_TRIGGERS = 20;

export function scriptAppModel(world: World): object {
  const { strict, triggers } = world;
  const need = (call: string) => {
    if (!world.allows) throw new Error(`Specified permissions are not sufficient to call ${call}.`);
  };
  const model = (trigger: FakeTrigger) =>
    strict('Trigger', {
      fake: trigger,
      getUniqueId: () => trigger.id,
      getHandlerFunction: () => trigger.handler,
    });
  const mine = () => triggers.filter(({ account }) => account === world.account);
  return strict('ScriptApp', {
    AuthMode: { FULL: 'FULL' },
    AuthorizationStatus: { NOT_REQUIRED: 'NOT_REQUIRED', REQUIRED: 'REQUIRED' },
    getAuthorizationInfo: (mode: string, scopes: readonly string[]) => {
      if (mode !== 'FULL' || JSON.stringify(scopes) !== JSON.stringify(PERMISSIONS)) {
        throw new Error(`The stand-in does not model these permissions: ${scopes}`);
      }
      return strict('AuthorizationInfo', {
        getAuthorizationStatus: () => (world.allows ? 'NOT_REQUIRED' : 'REQUIRED'),
        getAuthorizationUrl: () => (world.allows ? null : world.consentPage),
      });
    },
    getProjectTriggers: () => {
      need('ScriptApp.getProjectTriggers');
      return mine().map(model);
    },
    deleteTrigger: ({ fake }: { fake: FakeTrigger }) => {
      need('ScriptApp.deleteTrigger');
      triggers.splice(triggers.indexOf(fake), 1);
    },
    newTrigger: (handler: string) => {
      need('ScriptApp.newTrigger');
      const asked: string[] = [];
      const clock: object = strict('ClockTriggerBuilder', {
        ...Object.fromEntries(
          ['after', 'atHour', 'everyDays', 'inTimezone'].map((name) => [
            name,
            (value: unknown) => {
              asked.push(`${name} ${value}`);
              return clock;
            },
          ]),
        ),
        create: () => {
          if (mine().length >= MOST_TRIGGERS) throw new Error('This script has too many triggers.');
          const trigger = {
            id: `T-${++world.triggersMade}`,
            handler,
            when: asked.join(', '),
            account: world.account,
          };
          triggers.push(trigger);
          return model(trigger);
        },
      });
      return strict('TriggerBuilder', { timeBased: () => clock });
    },
  });
}

export function mailAppModel(world: World): object {
  return world.strict('MailApp', {
    getRemainingDailyQuota: () => world.mailQuota,
    sendEmail: (to: string, subject: string, body: string, _options: { name: string }) => {
      if (world.mailQuota < 1) throw new Error('Service invoked too many times for one day: email.');
      world.mailQuota--;
      world.mails.push({ to, subject, body });
    },
  });
}
