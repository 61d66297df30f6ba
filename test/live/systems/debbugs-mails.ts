/** The mails that Debbugs is given: plain ones, one in two formats, one with a log, one with a mail attached to it. */
import { EMAIL_DOMAIN } from './debbugs-folder.ts';
import { PEOPLE } from './people.ts';
import type { SeedMessage, SeedTicket } from './tickets.ts';

const HOUR_MS = 3_600_000;
/** Hours from UTC on the clocks of those who are not in central Europe. */
const HOURS: Partial<Record<SeedMessage['by'], number>> = { seoyeon: 9, wei: 8 };
const BOUNDARY = 'part-of-a-mail';

export interface Mail {
  ticket: SeedTicket;
  /** Which of its messages. */
  at: number;
  id: number;
  to: string;
}

export function mailText({ ticket, at, id, to }: Mail): string {
  const message = ticket.messages[at]!;
  const { name, email } = PEOPLE[message.by]!;
  const opens = at === 0;
  const head = [
    `From: ${name} <${email}>`,
    `To: ${to}@${EMAIL_DOMAIN}`,
    `Subject: ${opens ? '' : `Re: Bug#${id}: `}${ticket.subject}`,
    `Date: ${dateOf(message)}`,
    `Message-ID: <${id}-${at}@live.example>`,
    'MIME-Version: 1.0',
  ];
  const text = `${opens ? 'Package: desk\nVersion: 5.2.23\n\n' : ''}${message.body}\n`;
  return `${head.join('\n')}\n${bodyOf(text, id, at)}`;
}

const PLAIN = 'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n';

function bodyOf(text: string, id: number, at: number): string {
  const more = PARTS[`${id} ${at}`];
  if (!more) return `${PLAIN}\n${text}`;
  const parts = [`${PLAIN}\n${text}`, more.part(text)].map((part) => `--${BOUNDARY}\n${part}\n`);
  return `Content-Type: multipart/${more.kind}; boundary="${BOUNDARY}"\n\n${parts.join('')}--${BOUNDARY}--\n`;
}

/** By bug and message. */
const PARTS: Record<string, { kind: string; part: (text: string) => string }> = {
  '1002 1': {
    kind: 'alternative',
    part: (text) => `Content-Type: text/html; charset=utf-8\n\n<p>${text.replace(/[<>&]/g, ' ')}</p>`,
  },
  '1009 0': {
    kind: 'mixed',
    part: () =>
      'Content-Type: text/x-log; name="gateway.log"\nContent-Disposition: attachment; filename="gateway.log"\n\n2025-07-01 07:58:12 restart',
  },
  '1013 0': {
    kind: 'mixed',
    part: () =>
      `Content-Type: message/rfc822\n\nFrom: Ole Petersen <ole.petersen@nordwind.example>\nTo: Greta Baum <greta.baum@nordwind.example>\nSubject: invoices?\nDate: Wed, 05 Mar 2025 17:45:00 +0100\n${PLAIN}\nMine is empty too.`,
  },
};

function dateOf({ atMs, by }: SeedMessage): string {
  const hours = HOURS[by] ?? 1;
  const local = new Date(atMs + hours * HOUR_MS).toUTCString().replace(' GMT', '');
  return `${local} +0${hours}00`;
}
