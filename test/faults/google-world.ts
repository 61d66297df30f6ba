/**
 * The tracker of a schedule at the stand-in for Google: each request of the extension's own client is one call, and its
 * people do what they do between any two of them. Nothing goes over a network.
 */
import { COLUMN_MARK, TAB_MARK } from '#core/tracker/marks.ts';
import { googleSheet } from '../../extension/platform/sheets/google-sheet.ts';
import { WRITTEN_MARK } from '../../extension/platform/sheets/insert-row.ts';
import {
  isFailure,
  type SheetFailure,
  type TrackerSheet,
} from '../../extension/platform/sheets/tracker-sheet.ts';
import { Book } from '../support/google/book.ts';
import { StandInGoogle } from '../support/google/server.ts';
import { GooglePeople, OWN_COLUMN } from './google-people.ts';
import { COLUMNS, TABS, type Wire, type World } from './world.ts';

const ID = 'sheet-of-a-schedule';
const ADDRESS = 'http://google.invalid/';
const TOKEN = 'test-token';
const SECOND_MS = 1000;
const CHANGE = /:batchUpdate(?:ByDataFilter)?$/;
/** Few, so that rows are put in before prepared ones and, once these are used up, at the end. */
const ROWS = 4;

export function googleWorld(): World {
  const google = new StandInGoogle();
  google.books.set(ID, freshBook());
  const log: string[] = [];
  const people = new GooglePeople(() => google.book(ID));

  const respond = (url: string, { method = 'GET', body }: RequestInit): Response => {
    const refusal = refusalOf(url);
    if (refusal) return refusal;
    const text = typeof body === 'string' ? body : '';
    const answer = google.ask({ method, url: new URL(url), text, authorization: `Bearer ${TOKEN}` });
    if (answer.status === 200) log.push(...marksIn(text));
    return Response.json(answer.body, { status: answer.status });
  };
  const refusalOf = (url: string): Response | null => {
    if (people.isSignedOut) return refused(401, 'Invalid Credentials');
    if (people.isDeleted || people.isElsewhere) return refused(404, 'Requested entity was not found.');
    return people.isProtected && CHANGE.test(url)
      ? refused(400, 'You are trying to edit a protected cell or object.')
      : null;
  };
  const sheet = (wire: Wire): TrackerSheet =>
    googleSheet(
      {
        token: async () => TOKEN,
        fetch: async (url, init) => {
          const answer = await wire(() => respond(url, init));
          return isFailure(answer) ? failed(answer) : answer;
        },
      },
      ID,
      ADDRESS,
    );

  return {
    get isSignedOut() {
      return people.isSignedOut;
    },
    set isSignedOut(isOut) {
      people.isSignedOut = isOut;
    },
    sheet,
    deeds: people.deeds,
    type: (tab, text, dice) => people.type(tab, text, dice),
    heal: () => people.heal(),
    isWhole: () => people.isWhole(),
    read: (tab) => people.read(tab),
    count: (text) => people.count(text),
    log,
  };
}

function freshBook(): Book {
  const book = new Book(ID, { title: 'Tracker', locale: 'en_US', timeZone: 'Etc/UTC' });
  for (const tab of TABS) {
    const columns = COLUMNS[tab];
    const gridProperties = { rowCount: ROWS, columnCount: columns.length + 1 };
    const sheet = book.add({ title: tab, gridProperties });
    const mark = (metadataKey: string, metadataValue: string, location: object) =>
      book.marks.push({ metadataId: book.newId(), metadataKey, metadataValue, location });
    mark(TAB_MARK, tab, { locationType: 'SHEET', sheetId: sheet.id });
    sheet.cell(0, columns.length).userEnteredValue = { stringValue: OWN_COLUMN };
    for (const [place, column] of columns.entries()) {
      sheet.cell(0, place).userEnteredValue = { stringValue: `the ${column}` };
      const dimensionRange = {
        sheetId: sheet.id,
        dimension: 'COLUMNS',
        startIndex: place,
        endIndex: place + 1,
      };
      mark(COLUMN_MARK, column, { locationType: 'COLUMN', dimensionRange });
    }
  }
  return book;
}

interface Sent {
  requests?: { createDeveloperMetadata?: { developerMetadata: Record<string, string> } }[];
}

function marksIn(text: string): string[] {
  const { requests = [] } = (text === '' ? {} : JSON.parse(text)) as Sent;
  return requests.flatMap(({ createDeveloperMetadata }) => {
    const { metadataKey, metadataValue } = createDeveloperMetadata?.developerMetadata ?? {};
    return metadataKey === WRITTEN_MARK && metadataValue !== undefined ? [metadataValue] : [];
  });
}

function refused(status: number, message: string): Response {
  return Response.json({ error: { code: status, message } }, { status });
}

/** As it would come over the network. */
function failed(failure: SheetFailure): Response {
  if (failure.failed !== 'busy') throw new TypeError('Failed to fetch');
  const headers: HeadersInit =
    failure.waitMs === null ? {} : { 'retry-after': String(failure.waitMs / SECOND_MS) };
  return Response.json({ error: { code: 429, message: 'Quota exceeded' } }, { status: 429, headers });
}
