/** The stand-in for Google's Sheets, Drive and Apps Script services: a server on this machine, strict as they are. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Book, notFound } from './book.ts';
import { updateByFilter, valuesByFilter } from './by-filter.ts';
import { type Call, FAULTS, type FaultPlan } from './faults.ts';
import { Files } from './files.ts';
import { batchGetValues, batchUpdateValues, getSpreadsheet, searchMarks } from './reading.ts';
import { Refused } from './refused.ts';
import { batchUpdate } from './requests.ts';
import { APIS, messagesOf } from './schema.ts';
import { Scripts } from './scripts.ts';
import { type SignIns, signInAnswer } from './sign-ins.ts';

interface Asked {
  method: string;
  url: URL;
  text: string;
  authorization?: string | undefined;
}
type Answer = (found: string[], body: never, query: URLSearchParams) => unknown;

export class StandInGoogle {
  readonly books = new Map<string, Book>();
  readonly files = new Files((id, name) => {
    this.books.set(
      id,
      new Book(id, { title: name, locale: this.locale, timeZone: 'Etc/UTC', autoRecalc: 'ON_CHANGE' }),
    );
  });
  readonly scripts = new Scripts();
  readonly calls: Call[] = [];
  readonly signIns: SignIns = {
    codes: new Map(),
    tokens: new Set(['test-token']),
    refreshTokens: new Set(),
    revoked: [],
  };
  plan: FaultPlan = () => undefined;
  /** What an account's new spreadsheets have. */
  locale = 'en_US';
  private server?: Server;

  private readonly routes: [string, RegExp, Answer][] = [
    ['GET', /^\/v4\/spreadsheets\/([^/:]+)$/, ([id], _, query) => getSpreadsheet(this.book(id!), query)],
    [
      'POST',
      /^\/v4\/spreadsheets\/([^/:]+):batchUpdate$/,
      ([id], body) => {
        const { book, answer } = batchUpdate(this.book(id!), body);
        this.books.set(id!, book);
        this.files.touch(id!);
        return answer;
      },
    ],
    [
      'GET',
      /^\/v4\/spreadsheets\/([^/:]+)\/values:batchGet$/,
      ([id], _, query) => batchGetValues(this.book(id!), query),
    ],
    [
      'POST',
      /^\/v4\/spreadsheets\/([^/:]+)\/values:batchUpdate$/,
      ([id], body) => {
        this.books.set(id!, batchUpdateValues(this.book(id!), body));
        this.files.touch(id!);
        return { spreadsheetId: id };
      },
    ],
    [
      'POST',
      /^\/v4\/spreadsheets\/([^/:]+)\/values:batchGetByDataFilter$/,
      ([id], body) => valuesByFilter(this.book(id!), body),
    ],
    [
      'POST',
      /^\/v4\/spreadsheets\/([^/:]+)\/values:batchUpdateByDataFilter$/,
      ([id], body) => {
        this.books.set(id!, updateByFilter(this.book(id!), body));
        this.files.touch(id!);
        return { spreadsheetId: id };
      },
    ],
    [
      'POST',
      /^\/v4\/spreadsheets\/([^/:]+)\/developerMetadata:search$/,
      ([id], body) => searchMarks(this.book(id!), body),
    ],
    ['POST', /^\/drive\/v3\/files$/, (_, body) => this.files.create(body)],
    ['GET', /^\/drive\/v3\/files$/, (_, __, query) => this.files.list(query)],
    ['GET', /^\/drive\/v3\/files\/([^/]+)$/, ([id], _, query) => this.files.get(id!, query)],
    ['PATCH', /^\/drive\/v3\/files\/([^/]+)$/, ([id], body) => this.files.update(id!, body)],
    ['POST', /^\/v1\/projects$/, (_, body) => this.scripts.create(body)],
    ['GET', /^\/v1\/projects\/([^/]+)\/content$/, ([id]) => this.scripts.content(id!)],
    ['PUT', /^\/v1\/projects\/([^/]+)\/content$/, ([id], body) => this.scripts.update(id!, body)],
    ['POST', /^\/v1\/projects\/([^/]+)\/versions$/, ([id], body) => this.scripts.addVersion(id!, body)],
    ['GET', /^\/v1\/projects\/([^/]+)\/versions$/, ([id]) => this.scripts.versions(id!)],
  ];

  async start(): Promise<string> {
    for (const api of APIS) messagesOf(api);
    this.server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((listening) => this.server!.listen(0, '127.0.0.1', listening));
    return this.url;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server!.address() as AddressInfo).port}/`;
  }

  async stop(): Promise<void> {
    this.server!.closeAllConnections();
    await new Promise<void>((closed) => this.server!.close(() => closed()));
  }

  book(id: string): Book {
    return this.books.get(id) ?? notFound();
  }

  /** The only spreadsheet there is. */
  get onlyBook(): Book {
    if (this.books.size !== 1) throw new Error(`There are ${this.books.size} spreadsheets`);
    return [...this.books.values()][0]!;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, this.url);
    const text = await bodyOf(request);
    if (signInAnswer(this.signIns, url, text, response)) return;
    const call = { number: this.calls.length + 1, method: request.method!, path: url.pathname };
    this.calls.push(call);
    const fault = FAULTS[this.plan(call) ?? ('none' as never)] as
      | (typeof FAULTS)[keyof typeof FAULTS]
      | undefined;
    // The worst that an answer can say: the request's own token.
    const echo = `Injected, asked with ${request.headers.authorization}`;
    if (fault && !fault.isApplied) {
      if (fault.status === 0) request.socket.destroy();
      else send(response, fault.status, errorBody(fault.status, echo, fault.reason));
      return;
    }
    const { method = '', headers } = request;
    const outcome = this.ask({ method, url, text, authorization: headers.authorization });
    if (!fault) send(response, outcome.status, outcome.body);
    else if (fault.reason === 'half') sendHalf(response, outcome.body);
    else if (fault.reason === 'cut') request.socket.destroy();
    else if (fault.reason !== 'silent')
      send(response, fault.status, errorBody(fault.status, echo, fault.reason));
  }

  /** One request, carried out with no network between. */
  ask({ method: asked, url, text, authorization = '' }: Asked): { status: number; body: unknown } {
    try {
      const token = /^Bearer (.+)$/.exec(authorization)?.[1];
      if (!token || !this.signIns.tokens.has(token))
        throw new Refused(401, 'Invalid Credentials', 'authError');
      for (const [method, pattern, answer] of this.routes) {
        const found = asked === method ? pattern.exec(decodeURI(url.pathname)) : null;
        if (!found) continue;
        return {
          status: 200,
          body: answer(found.slice(1), (text === '' ? {} : JSON.parse(text)) as never, url.searchParams),
        };
      }
      throw new Error(`The stand-in does not model ${asked} ${url.pathname}`);
    } catch (error) {
      if (error instanceof Refused)
        return { status: error.status, body: errorBody(error.status, error.message, error.reason) };
      // A gap of the stand-in itself: said as an answer that nobody repeats.
      return { status: 501, body: errorBody(501, String(error), 'notModelled') };
    }
  }
}

function errorBody(code: number, message: string, reason: string) {
  return { error: { code, message, errors: [{ message, domain: 'global', reason }] } };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

/** The whole length is promised, half of it comes. */
function sendHalf(response: ServerResponse, body: unknown): void {
  const text = Buffer.from(JSON.stringify(body));
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': text.length,
  });
  response.write(text.subarray(0, Math.floor(text.length / 2)), () => response.socket?.destroy());
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
