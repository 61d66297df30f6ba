/** What several rules work out of the same book is worked out once, and forgotten with the book. */
import type { DirectoryBook } from '../engagement/book.ts';
import type { Engagement } from '../engagement/schema.ts';

/** The same answer for as long as the book lives; a book is never changed, a changed directory is a new book. */
export function oncePerBook<T>(workOut: (book: DirectoryBook) => T): (book: DirectoryBook) => T {
  const answers = new WeakMap<DirectoryBook, { answer: T }>();
  return (asked) => {
    const book = asked.whole ?? asked;
    const known = answers.get(book);
    if (known) return known.answer;
    const answer = workOut(book);
    answers.set(book, { answer });
    return answer;
  };
}

/** The same for each engagement of a book. */
export function oncePerEngagement<T>(
  workOut: (book: DirectoryBook, engagement: Engagement) => T,
): (book: DirectoryBook, engagement: Engagement) => T {
  const ofBook = oncePerBook(() => new Map<string, T>());
  return (book, engagement) => {
    const answers = ofBook(book);
    const known = answers.get(engagement.id);
    if (known !== undefined) return known;
    const answer = workOut(book, engagement);
    answers.set(engagement.id, answer);
    return answer;
  };
}
