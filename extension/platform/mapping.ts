/** What a user has shown Dueline on a site's pages: where a fact stands, by several anchors. Types only. */

import type { Spoken } from './said.ts';

/** In the order in which the picker offers them. */
export const MAPPABLE = [
  'requester',
  'organisation',
  'wrote',
  'answered',
  'messages',
  'status',
  'id',
  'subject',
  'created',
  'assignee',
  'priority',
] as const;

/** `wrote`: when the customer last wrote and waits; `answered`: when staff last answered; `messages`: the whole thread. */
export type MappedFact = (typeof MAPPABLE)[number];

/** In falling order of age on a page that is redesigned. */
export const ANCHOR_KINDS = ['id', 'data', 'aria', 'label', 'class', 'path'] as const;
export type AnchorKind = (typeof ANCHOR_KINDS)[number];

/** One way to find an element again: a label's words, else a selector. */
export interface Anchor {
  by: AnchorKind;
  value: string;
}

export interface FactMapping {
  fact: MappedFact;
  anchors: Anchor[];
  /** Of messages, to each of which the anchors lead: what stands where in them. */
  stream?: StreamParts | undefined;
}

/** `by-author`: the requester's are the customer's, everybody else's are staff's. */
export const STREAM_ROLES = ['customer', 'staff', 'note', 'automatic', 'by-author'] as const;
export type StreamRole = (typeof STREAM_ROLES)[number];

/** Selectors within a message, best first. */
export interface StreamParts {
  at: string[];
  author: string[];
  /** By what a message is known as whose; an empty mark is that of all that have none. */
  roles: { mark: string; role: StreamRole }[];
}

/** What was mapped on the pages of one kind of address. */
export interface PageMapping {
  /** As `addressShape` writes it. */
  address: string;
  facts: FactMapping[];
}

/** What a site's own word for a status comes to. */
export const STATUS_KINDS = ['open', 'pending', 'solved', 'closed'] as const;
export type StatusKind = (typeof STATUS_KINDS)[number];

export interface StatusWord {
  /** As the site shows it. */
  word: string;
  kind: StatusKind;
}

/** Opens the picker, with which the user shows what is what on the page. */
export interface ShowWhat {
  type: 'bring';
  part: 'picker';
}

/** A site with its mapped pages, as the options list it and a file holds it. */
export interface MappedSite {
  site: string;
  pages: PageMapping[];
  statuses: StatusWord[];
}

/** What a page's own script may ask: about its own site, and nothing else. */
export type MappingPageRequest =
  | { type: 'mapping' }
  /** Without anchors the fact is forgotten. */
  | { type: 'map'; mapping: FactMapping }
  /** `null`: the word is read as it was before the user said what it means. */
  | { type: 'map-status'; word: string; kind: StatusKind | null };

/** What only the options page may ask. */
export type MappingOwnRequest =
  | { type: 'mappings' }
  /** `null`: every fact of the page. */
  | { type: 'forget-mapping'; site: string; address: string; fact: MappedFact | null }
  | { type: 'set-status-word'; site: string; word: string; kind: StatusKind | null }
  | { type: 'export-mappings' }
  | { type: 'import-mappings'; text: string };

export interface MappingAnswer extends Spoken {
  kind: 'mapping';
  mappings: PageMapping[];
  statuses: StatusWord[];
}

export interface MappingAnswers {
  mapping: MappingAnswer;
  map: { kind: 'done' };
  'map-status': { kind: 'done' };
  mappings: { kind: 'mappings'; sites: MappedSite[] };
  'forget-mapping': { kind: 'done' };
  'set-status-word': { kind: 'done' };
  'export-mappings': { kind: 'export'; text: string; fileName: string };
  'import-mappings': { kind: 'imported'; sites: number };
}
