/** What can be shown to a customer: an engagement of the directory, or the one of a customer card. */
import { type DirectoryBook, termsAt } from '#core/engagement/book.ts';
import type { Language } from '#core/language/index.ts';
import { termOf } from '#core/language/term.ts';
import type { KeptCard } from './cards.ts';

export interface Showable {
  id: string;
  label: string;
  book: DirectoryBook;
  engagement: string;
  kept: KeptCard | null;
}

export function ofDirectory(book: DirectoryBook, language: Language, nowMs: number): Showable[] {
  return book.directory.engagements.map(({ id }) => ({
    id,
    label: labelOf(book, id, language, nowMs),
    book,
    engagement: id,
    kept: null,
  }));
}

export function ofCard(kept: KeptCard, language: Language, nowMs: number): Showable {
  const { book, engagement } = kept.opened;
  return { id: kept.id, label: labelOf(book, engagement, language, nowMs), book, engagement, kept };
}

export function labelOf(book: DirectoryBook, id: string, language: Language, nowMs: number): string {
  const engagement = book.engagements.get(id)!;
  const customer = book.customers.get(engagement.customer)!.name;
  const tier = termOf('tier', termsAt(book, engagement, nowMs).tier, language);
  return `${customer} · ${engagement.name ?? engagement.id} · ${tier}`;
}
