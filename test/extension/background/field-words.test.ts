/** Places in the directory in words: whoever looks at an import sees no path of a file. */
import { expect, test } from 'vitest';
import { translator } from '#core/language/index.ts';
import { fieldInWords, valueInWords } from '../../../extension/background/field-words.ts';

const english = translator('en');
const german = translator('de');

test('a contact’s last day is said by the contact', () => {
  expect(fieldInWords('contacts[ana@acme.example].until', english)).toBe(
    'Contacts › ana@acme.example › Until',
  );
  expect(fieldInWords('contacts[ana@acme.example].until', german)).toBe('Kontakte › ana@acme.example › Bis');
});

test('a weekday has its own name, and an address with dots stays whole', () => {
  expect(fieldInWords('week.wed', english)).toBe('Weekly hours › Wednesday');
  expect(fieldInWords('holidays[2026-12-25].name', german)).toBe('Feiertage › 2026-12-25 › Name');
});

test('what only the author of a file knows stays as it is written there', () => {
  expect(fieldInWords('x-desk.room', english)).toBe('x-desk › room');
});

test('tiers and methods are said by name, other values are left alone', () => {
  expect(valueInWords('tier', 'premium', english)).toBe('Premium');
  expect(valueInWords('changes[2026-07-01].tier', 'tsam', english)).toBe('TSAM');
  expect(valueInWords('name', 'premium', english)).toBe('premium');
  expect(valueInWords('tier', 'gold', english)).toBe('gold');
});
