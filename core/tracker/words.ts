/** The workbook's words in one language: titles, headers, and sentences as formulas. */
import { type Language, lookUp } from '../language/index.ts';
import type { Message, MessageValues } from '../language/message.ts';
import { formatMessage } from '../language/message.ts';
import { type Expr, expr, firstOf, joined, op, type Term } from './formula.ts';

const PLACEHOLDER = /\{(\w+)\}/;

/** Words that stand in rows. */
export interface RowWords {
  language: Language;
  text(key: string, values?: MessageValues): string;
}

export interface Words extends RowWords {
  /** What parts the whole from the hundredths. */
  decimal: string;
  title(tab: string): string;
  header(tab: string, column: string): string;
  note(tab: string, column: string): string | undefined;
  /** A sentence whose values are computed in the sheet. */
  sentence(key: string, values?: Record<string, Term>): Expr;
}

export function wordsOf(language: Language): Words {
  const find = (key: string): Message => {
    const message = lookUp(language, key);
    if (message === undefined) throw new RangeError(`No message ${key} in ${language}`);
    return message;
  };
  return {
    language,
    decimal: decimalOf(language),
    text: (key, values = {}) => formatMessage(find(key), values, language),
    title: (tab) => formatMessage(find(`tab.${tab}`), {}, language),
    header: (tab, column) => formatMessage(find(`column.${tab}.${column}`), {}, language),
    note: (tab, column) => {
      const message = lookUp(language, `column.${tab}.${column}.note`);
      return message === undefined ? undefined : formatMessage(message, {}, language);
    },
    sentence: (key, values = {}) => sentenceOf(find(key), values, language),
  };
}

/** The decimal sign of a language, as the workbook writes it whatever the spreadsheet's own setting. */
export function decimalOf(language: Language): string {
  return new Intl.NumberFormat(language).formatToParts(0.5).find((part) => part.type === 'decimal')!.value;
}

/** Plural forms are told apart by `count` being one; a language without that form has none in its message. */
function sentenceOf(message: Message, values: Record<string, Term>, language: Language): Expr {
  if (typeof message === 'string') return filled(message, values);
  const { one, other } = message;
  if (one === undefined || new Intl.PluralRules(language).select(1) !== 'one') return filled(other, values);
  return firstOf([[op(values.count ?? 0, '=', 1), filled(one, values)]], filled(other, values));
}

function filled(sentence: string, values: Record<string, Term>): Expr {
  const parts = sentence.split(PLACEHOLDER).flatMap((part, index): Term[] => {
    if (index % 2 === 0) return part === '' ? [] : [part];
    const value = values[part];
    if (value === undefined) throw new RangeError(`No value for {${part}} in: ${sentence}`);
    return [value];
  });
  return parts.length === 0 ? expr('') : joined(...parts);
}
