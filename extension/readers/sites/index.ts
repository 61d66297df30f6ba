/** Readers of single ticket systems, alphabetical. Every other page is the generic reader's. */
import type { SiteReader } from './site-reader.ts';

export const SITES: readonly SiteReader[] = [];
