/** The scope rules, alphabetical by file. */
import { casesInHand } from './cases-in-hand.ts';
import { contacts } from './contacts.ts';
import type { ScopeRule } from './finding.ts';
import { weeklyHours } from './weekly-hours.ts';

export const SCOPE_RULES: readonly ScopeRule[] = [casesInHand, contacts, weeklyHours];
