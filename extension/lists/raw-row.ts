/** What one row of a list shows, before its times are settled: that takes all rows together. */

import type { StatusKind } from '#core/response/ticket-facts.ts';
import type { RowFacts } from '../platform/rows.ts';
import { elementPage, personIn, textIn, timeIn } from '../readers/element-page.ts';
import { plainPerson } from '../readers/generic/people.ts';

import type { Parsed } from '../readers/times/parse.ts';
import { LABELS, type Label, STATUSES, wordKey } from '../readers/words/index.ts';
import { type Column, cellsOf } from './columns.ts';
import type { TicketRow } from './rows-of.ts';

export interface RawRow extends Omit<RowFacts, 'created' | 'changed'> {
  created: Parsed | null;
  /** Every other time of the row that tells what has happened. */
  times: Parsed[];
}

const LONGEST = 300;
const ID = /^[#№]?\s*((?:[A-Z][A-Z0-9]+-)?\d+)$/;

/** A piece of the row: a cell under its heading, or a piece of text with what the page calls it. */
interface Piece {
  labels: ReadonlySet<Label>;
  isAhead: boolean;
  element: Element;
  text: string;
}

export function readRow(row: TicketRow, columns: readonly Column[]): RawRow {
  const cells = cellsOf(row.element);
  const pieces =
    cells.length > 1
      ? cells.map((cell, index) => pieceOfCell(cell, columns[index]))
      : loosePieces(row.element);
  const [first] = row.links;
  const raw: RawRow = {
    url: first!.url?.href ?? null,
    id: idOf(row, pieces),
    subject: subjectOf(row, pieces),
    requester: null,
    organisation: null,
    status: null,
    created: null,
    times: [],
  };
  for (const piece of pieces) readPiece(raw, piece);
  return raw;
}

function readPiece(raw: RawRow, piece: Piece): void {
  const { labels, text, element } = piece;
  if (text === '' || text.length > LONGEST) return;
  const person = labels.has('requester') || labels.has('customer') ? personIn(element) : null;
  if (person && (labels.has('requester') || person.email)) raw.requester ??= plainPerson(person);
  else if (labels.has('organisation') || labels.has('customer')) raw.organisation ??= text;
  if (labels.has('status')) raw.status = { shown: text, kind: kindOf(text) };
  else if (raw.status === null && labels.size === 0 && kindOf(text))
    raw.status = { shown: text, kind: kindOf(text) };
  if (!piece.isAhead && canHoldTime(labels)) {
    const time = timeIn(element);
    if (time && labels.has('created')) raw.created ??= time;
    else if (time) raw.times.push(time);
  }
}

const WITHOUT_TIME: readonly Label[] = [
  'id',
  'subject',
  'requester',
  'customer',
  'organisation',
  'status',
  'priority',
  'assignee',
];

function canHoldTime(labels: ReadonlySet<Label>): boolean {
  return !WITHOUT_TIME.some((label) => labels.has(label));
}

const kinds = new Map<string, StatusKind | null>();
const MOST_KINDS = 1000;

/** A list says the same few words a thousand times. */
function kindOf(text: string): StatusKind | null {
  const before = kinds.get(text);
  if (before !== undefined) return before;
  const found = STATUSES.get(wordKey(text));
  const kind = found?.size === 1 ? [...found][0]! : null;
  if (kinds.size >= MOST_KINDS) kinds.clear();
  kinds.set(text, kind);
  return kind;
}

function pieceOfCell(element: Element, column: Column | undefined): Piece {
  return {
    element,
    text: textIn(element),
    labels: column?.labels ?? new Set(),
    isAhead: column?.isAhead ?? false,
  };
}

/** Rows that are no rows of a table: each text with the label before it, or the name that its element has. */
function loosePieces(row: Element): Piece[] {
  const pieces: Piece[] = [];
  let labelled: ReadonlySet<Label> | null = null;
  for (const { text, parent } of elementPage(row).leaves) {
    const inline = /^([^:：]{2,30})[:：]\s*(\S.*)$/.exec(text);
    const inlineLabels = inline && LABELS.get(wordKey(inline[1]!));
    const labels =
      /[:：]$/.test(text) || parent.matches('dt,th,label') ? LABELS.get(wordKey(text)) : undefined;
    if (labels) {
      labelled = labels;
      continue;
    }
    pieces.push({
      element: parent,
      text: inlineLabels ? inline![2]! : text,
      labels: inlineLabels ?? labelled ?? namedLabels(parent, row),
      isAhead: false,
    });
    labelled = null;
  }
  return pieces;
}

const NAMES: readonly [Label, RegExp][] = [
  ['organisation', /organi[sz]ation|company|account/i],
  ['requester', /requester|requestor|reporter|contact|sender|from/i],
  ['customer', /customer|client/i],
  ['created', /created|opened|received/i],
  ['status', /status|state/i],
];

/** What an element of the row is called by its class or data attribute: words that scripts rely on too. */
function namedLabels(element: Element, row: Element): ReadonlySet<Label> {
  for (let box: Element | null = element; box && box !== row; box = box.parentElement) {
    const name = `${box.getAttribute('class') ?? ''} ${box.getAttribute('data-testid') ?? ''} ${box.getAttribute('data-field') ?? ''}`;
    const found = NAMES.find(([, words]) => words.test(name));
    if (found) return new Set([found[0]]);
  }
  return new Set();
}

function idOf({ links }: TicketRow, pieces: readonly Piece[]): string | null {
  const labelled = pieces.find(({ labels, text }) => labels.has('id') && ID.test(text));
  const shown = labelled?.text ?? links.map(({ element }) => textIn(element)).find((text) => ID.test(text));
  return ID.exec(shown ?? '')?.[1] ?? links[0]?.id ?? null;
}

function subjectOf({ element: row, links }: TicketRow, pieces: readonly Piece[]): string | null {
  const labelled = pieces.find(({ labels, text }) => labels.has('subject') && text !== '');
  if (labelled) return labelled.text.slice(0, LONGEST);
  const isRow = links.every(({ element }) => element === row);
  // A row that is no link has its subject in the longest of the texts that are nothing else.
  const texts = isRow
    ? pieces.filter(({ labels, text }) => labels.size === 0 && kindOf(text) === null).map(({ text }) => text)
    : links.map(({ element }) => textIn(element));
  const linked = texts
    .filter((text) => /\p{L}/u.test(text) && !ID.test(text))
    .sort((one, other) => other.length - one.length)[0];
  return linked?.slice(0, LONGEST) ?? null;
}
