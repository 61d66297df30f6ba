/** A ticket of the demo desk as a page. */
import type { Language } from '#core/language/index.ts';
import { html, type Markup } from './html.ts';
import { layout, wordsOf } from './layout.ts';
import type { DemoAccount, DemoMessage, DemoTicket } from './ticket.ts';
import { instantAt, isoWithOffset, weekdayBack } from './when.ts';

export const messageMs = (account: DemoAccount, message: DemoMessage, nowMs: number): number =>
  instantAt(account.zone, weekdayBack(nowMs, message.back), message.at);

export const lastMs = (account: DemoAccount, ticket: DemoTicket, nowMs: number): number =>
  Math.max(...ticket.messages.map((message) => messageMs(account, message, nowMs)));

/** `language` shows the same ticket in another language than its account's. */
export function ticketPage(
  account: DemoAccount,
  ticket: DemoTicket,
  nowMs: number,
  language: Language = account.language,
): string {
  const words = wordsOf(language);
  const when = (ms: number) => timeMarkup(account, language, ms, nowMs);
  const ordered = account.newestFirst ? ticket.messages.toReversed() : ticket.messages;
  const others = account.tickets.filter((each) => each !== ticket);
  const content = html`
<article class="ticket">
<header class="title">
<p class="crumbs"><a href="/">${words.queue}</a> › ${account.organisation}</p>
<h1><span class="number">#${ticket.id}</span> ${ticket.subject}</h1>
</header>
<div class="columns">
<section class="conversation" aria-label="${words.conversation}">
<h2>${words.conversation}</h2>
<ol class="thread">${ordered.map((message) => messageMarkup(account, message, language, when(messageMs(account, message, nowMs))))}</ol>
<form class="reply"><label for="reply">${words.replyHere}</label><textarea id="reply" name="reply" rows="4"></textarea><button type="button">${words.reply}</button></form>
</section>
<aside>
<section class="facts"><h2>${words.details}</h2>
<dl>
<dt>${words.status}</dt><dd><span class="status ${ticket.status}">${words[ticket.status]}</span></dd>
<dt>${words.priority}</dt><dd>${words[ticket.priority]}</dd>
<dt>${words.requester}</dt><dd>${ticket.requester.name}<br><a href="mailto:${ticket.requester.email}">${ticket.requester.email}</a></dd>
<dt>${words.organisation}</dt><dd>${account.organisation}</dd>
<dt>${words.assignee}</dt><dd>${ticket.assignee?.name ?? words.nobody}</dd>
<dt>${words.created}</dt><dd>${when(messageMs(account, ticket.messages[0]!, nowMs))}</dd>
<dt>${words.updated}</dt><dd>${when(lastMs(account, ticket, nowMs))}</dd>
</dl></section>
<section class="others"><h2>${words.others}</h2>
<ul>${others.map((other) => html`<li><a href="/tickets/${other.id}">#${other.id}</a> ${other.subject} <span class="status ${other.status}">${words[other.status]}</span> ${when(lastMs(account, other, nowMs))}</li>`)}</ul></section>
<p class="zone">${words.zone.replace('{zone}', account.zone)}</p>
</aside>
</div>
</article>`;
  return layout(language, `#${ticket.id} ${ticket.subject}`, content);
}

function messageMarkup(account: DemoAccount, message: DemoMessage, language: Language, when: Markup): Markup {
  const words = wordsOf(language);
  if (message.kind === 'event') {
    return html`<li class="event"><p><b>${message.by.name}</b> · ${message.text[0] ?? ''} · ${when}</p></li>`;
  }
  const side = message.by.email.endsWith('@kontor.example') ? 'Kontor' : account.organisation;
  return html`<li><article class="message ${message.kind}">
<header><strong class="author">${message.by.name}</strong> <span class="address">&lt;${message.by.email}&gt;</span> <span class="side">${side}</span> <span class="badge">${words[message.kind]}</span> ${when}</header>
<div class="body">${message.text.map((paragraph) => html`<p>${paragraph}</p>`)}${message.quoted ? html`<blockquote>${message.quoted.map((line) => html`<p>${line}</p>`)}</blockquote>` : ''}</div>
</article></li>`;
}

function timeMarkup(account: DemoAccount, language: Language, ms: number, nowMs: number): Markup {
  const { zone, times } = account;
  const text = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone: zone,
    dateStyle: times === 'text' ? 'full' : 'medium',
    timeStyle: 'short',
  }).format(ms);
  if (times === 'text') return html`<span class="when">${text}</span>`;
  if (times === 'machine') return html`<time datetime="${isoWithOffset(zone, ms)}">${text}</time>`;
  const hours = Math.max(1, Math.round((nowMs - ms) / 3_600_000));
  const ago = new Intl.RelativeTimeFormat(language).format(
    hours < 48 ? -hours : -Math.round(hours / 24),
    hours < 48 ? 'hour' : 'day',
  );
  return html`<span class="when" title="${text}">${ago}</span>`;
}
