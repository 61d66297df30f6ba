/** The frame around every page of the demo desk. */
import type { Language } from '#core/language/index.ts';
import WORDS from './desk-words.json' with { type: 'json' };
import { html, type Markup } from './html.ts';
import { MARA } from './ticket.ts';

export type DeskWords = (typeof WORDS)['en'];
/** The desk speaks English where it does not know a language yet. */
export const wordsOf = (language: Language): DeskWords =>
  (WORDS as Partial<Record<Language, DeskWords>>)[language] ?? WORDS.en;

export function layout(language: Language, title: string, content: Markup): string {
  const words = wordsOf(language);
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Kontor Desk</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/desk.css">
</head>
<body>
<header class="bar">
<a class="brand" href="/">Kontor Desk</a>
<nav><a href="/">${words.queue}</a><a href="/articles/7">${words.articles}</a><a href="/settings">${words.settings}</a></nav>
<input type="search" name="q" placeholder="${words.search}" aria-label="${words.search}">
<span class="me">${MARA.name}</span>
</header>
<main>${content}</main>
</body>
</html>`;
  return page.text;
}
