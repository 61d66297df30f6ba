/// <reference types="google-apps-script" />
/** The digest: what the check has found and nobody has taken note of, as a plain text to one address. */
import { type Row, textOf, type Words } from '#core/tracker/index.ts';

/** More than this nobody reads in a mail; the rest is counted. */
const MOST = 40;

export interface Mail {
  subject: string;
  body: string;
}

/** `null` where there is nothing to tell. Text of the sheet stays text: the mail has no markup. */
export function digestOf(
  violations: readonly Row[],
  words: Words,
  { title, url }: { title: string; url: string },
): Mail | null {
  const open = violations.filter(
    (row) => Number(row.statusLevel ?? 0) >= 2 && textOf(row.acknowledgedBy) === '',
  );
  if (open.length === 0) return null;
  const lines = open
    .slice(0, MOST)
    .map((row) =>
      [`${textOf(row.status)} – ${textOf(row.subject)}`, textOf(row.finding), textOf(row.whatToDo)].join(
        '\n',
      ),
    );
  const rest = open.length - lines.length;
  return {
    subject: words.text('daily.subject', { title, count: open.length }),
    body: [
      words.text('daily.intro', { title }),
      ...lines,
      ...(rest > 0 ? [words.text('daily.more', { count: rest })] : []),
      url,
      words.text('daily.stop'),
    ].join('\n\n'),
  };
}

/** Whether it was sent; not where Google lets this account send no more today. */
export function sent(to: string, { subject, body }: Mail): boolean {
  if (MailApp.getRemainingDailyQuota() < 1) return false;
  MailApp.sendEmail(to, subject, body, { name: 'Dueline' });
  return true;
}
