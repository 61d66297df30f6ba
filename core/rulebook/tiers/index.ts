/** The built-in tiers, alphabetical. */
import { premium } from './premium.ts';
import { standard } from './standard.ts';
import { tsam } from './tsam.ts';

export const TIERS = [premium, standard, tsam];
