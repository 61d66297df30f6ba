/** Pages of the demo desk that are no tickets: the queue, an article, the settings, the sign-in. */
import { html } from './html.ts';
import { layout, wordsOf } from './layout.ts';
import { lastMs } from './ticket-page.ts';
import { ACCOUNTS } from './tickets/index.ts';

export function queuePage(nowMs: number): string {
  const words = wordsOf('en');
  const rows = ACCOUNTS.flatMap((account) =>
    account.tickets.map((ticket) => ({ account, ticket, ms: lastMs(account, ticket, nowMs) })),
  ).sort((one, other) => other.ms - one.ms);
  const shown = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Berlin',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return layout(
    'en',
    words.queue,
    html`<h1>${words.queue}</h1>
<div class="scroll"><table class="queue"><thead><tr><th>${words.ticket}</th><th>${words.subject}</th><th>${words.organisation}</th><th>${words.requester}</th><th>${words.status}</th><th>${words.assignee}</th><th>${words.updated}</th></tr></thead>
<tbody>${rows.map(
      ({ account, ticket, ms }) =>
        html`<tr><td><a href="/tickets/${ticket.id}">#${ticket.id}</a></td><td lang="${account.language}"><a href="/tickets/${ticket.id}">${ticket.subject}</a></td><td>${account.organisation}</td><td>${ticket.requester.name}</td><td><span class="status ${ticket.status}">${words[ticket.status]}</span></td><td>${ticket.assignee?.name ?? words.nobody}</td><td><time datetime="${new Date(ms).toISOString()}">${shown.format(ms)}</time></td></tr>`,
    )}</tbody></table></div>
<p class="zone">${words.zone.replace('{zone}', 'Europe/Berlin')}</p>`,
  );
}

export function articlePage(): string {
  return layout(
    'en',
    'How to export a report',
    html`<article class="text"><h1>How to export a report</h1>
<p class="byline">By <span class="author">Jonas Keil</span>, <time datetime="2025-11-03T09:00:00+01:00">3 November 2025</time></p>
<p>Open the report, choose Export, then the format. Large reports are sent by e-mail.</p>
<section><h2>Comments</h2><ol class="thread">
<li><article class="message"><header><strong class="author">Amina Clarke</strong> <time datetime="2025-11-04T12:00:00+00:00">4 November 2025</time></header><div class="body"><p>Works for me, thank you.</p></div></article></li>
<li><article class="message"><header><strong class="author">Tom Whitby</strong> <time datetime="2025-11-05T08:30:00+00:00">5 November 2025</time></header><div class="body"><p>Is there a limit on the number of rows?</p></div></article></li>
</ol></section></article>`,
  );
}

export function settingsPage(): string {
  return layout(
    'en',
    'Settings',
    html`<h1>Settings</h1><form class="settings">
<label for="name">Name</label><input id="name" value="Mara Vogt">
<label for="status">Status</label><select id="status"><option>Open</option><option>Away</option></select>
<label for="priority">Default priority</label><select id="priority"><option>Normal</option></select>
<label for="zone">Time zone</label><input id="zone" value="Europe/Berlin">
<button type="button">Save</button></form>`,
  );
}

export function signInPage(): string {
  return layout(
    'en',
    'Sign in',
    html`<h1>Sign in</h1><form class="settings"><label for="user">User</label><input id="user"><label for="password">Password</label><input id="password" type="password"><button type="button">Sign in</button></form>`,
  );
}
