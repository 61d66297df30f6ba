/** What a language's catalogue has to have in common with the English one. */
import type { Message } from '#core/language/message.ts';
import { pluralFormsOf, type Sections } from '../support/new/catalogue.ts';
import type { Finding } from './source.ts';

const PLACEHOLDER = /\{(\w+)\}/g;

function sentencesOf(message: Message): string[] {
  return typeof message === 'string' ? [message] : Object.values(message);
}

function placeholdersOf(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(PLACEHOLDER)].map(([, name = '']) => name))].sort();
}

function allPlaceholdersOf(message: Message): string[] {
  return placeholdersOf(sentencesOf(message).join(' '));
}

function keysOf(sections: Sections): string[] {
  return Object.entries(sections).flatMap(([section, entries]) =>
    Object.keys(entries).map((key) => JSON.stringify([section, key])),
  );
}

function messageAt(sections: Sections, key: string): Message | undefined {
  const [section, name]: [string, string] = JSON.parse(key);
  return sections[section]?.[name];
}

/** Only `one` may leave the number out ("tomorrow", "one case"); it is told by the word. */
function missingIn(form: string, sentence: string, wanted: readonly string[]): string[] {
  const present = placeholdersOf(sentence);
  return wanted.filter((name) => !present.includes(name) && !(form === 'one' && name === 'count'));
}

function wrongForms(message: Message, language: string): string[] {
  if (typeof message === 'string') return [];
  const forms: string[] = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  // A form that only millions take (`many` in Spanish and Italian) may be left to `other`.
  const wanted = pluralFormsOf(language);
  return [
    ...Object.keys(message)
      .filter((form) => !forms.includes(form))
      .map((form) => `takes away the form "${form}": ${language} has none`),
    ...wanted
      .filter((form) => !(form in message))
      .map((form) => `add the form "${form}" that ${language} has`),
    ...(allPlaceholdersOf(message).includes('count') ? [] : ['a plural needs {count}']),
  ];
}

/** What is wrong with one message, in words that say what to do. */
function wrongMessage(message: Message, reference: Message | undefined, language: string): string[] {
  const sentences = typeof message === 'string' ? [['', message] as const] : Object.entries(message);
  const wanted = reference === undefined ? [] : allPlaceholdersOf(reference);
  const foreign = allPlaceholdersOf(message).filter((name) => !wanted.includes(name));
  return [
    ...(sentences.some(([, sentence]) => sentence.trim() === '') ? ['is empty: write the sentence'] : []),
    ...(sentences.some(([, sentence]) => sentence !== sentence.trim())
      ? ['has spaces at its ends: take them away']
      : []),
    ...sentences.flatMap(([form, sentence]) =>
      missingIn(form, sentence, wanted).map(
        (name) => `lacks the placeholder {${name}}${form && ` in "${form}"`}`,
      ),
    ),
    ...foreign.map((name) => `has the placeholder {${name}} that English does not know`),
    ...wrongForms(message, language),
  ];
}

/** Everything in which a catalogue differs from the reference that is more than its words. */
export function catalogueFindings(language: string, sections: Sections, reference: Sections): Finding[] {
  const keys = keysOf(sections);
  const wanted = keysOf(reference);
  const file = `core/language/${language}.json`;
  const name = (key: string): string => (JSON.parse(key) as string[]).join(' › ');
  return [
    ...wanted.filter((key) => !keys.includes(key)).map((key) => `${file}: translate ${name(key)}.`),
    ...keys
      .filter((key) => !wanted.includes(key))
      .map((key) => `${file}: ${name(key)} is not in en.json; add it there or take it away.`),
    ...keys.flatMap((key) => {
      const message = messageAt(sections, key);
      if (message === undefined) return [];
      return wrongMessage(message, messageAt(reference, key) ?? message, language).map(
        (wrong) => `${file}: ${name(key)} ${wrong}.`,
      );
    }),
  ];
}
