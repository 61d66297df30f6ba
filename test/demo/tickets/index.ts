/** Every account of the demo desk, alphabetical. */
import type { DemoAccount } from '../ticket.ts';
import { hanbit } from './hanbit.ts';
import { harbour } from './harbour.ts';
import { nordwind } from './nordwind.ts';
import { unknown } from './unknown.ts';

export const ACCOUNTS: DemoAccount[] = [hanbit, harbour, nordwind, unknown];
