/** Every kind of question, from the wrong sender, in the wrong shape, too large, and with a prototype's names in it. */
import { describe, expect, test } from 'vitest';
import { isProblem } from '#core/problem.ts';
import { type Accepted, acceptRequest, type Sender } from '../../../extension/background/requests.ts';
import { DESK, OF_A_PAGE, OF_OUR_OWN } from './every-request.ts';

const SELF = { id: 'dueline', base: 'chrome-extension://dueline/' };
const PAGE: Sender = { id: 'dueline', url: `${DESK}/tickets/1`, tab: { id: 1 }, frameId: 0 };
const OPTIONS: Sender = { id: 'dueline', url: 'chrome-extension://dueline/options.html', tab: { id: 2 } };

const pageKinds = Object.values(OF_A_PAGE).map((message) => ({ type: message.type, message, sender: PAGE }));
const ownKinds = Object.values(OF_OUR_OWN).map((message) => ({
  type: message.type,
  message,
  sender: OPTIONS,
}));
const kinds = [...pageKinds, ...ownKinds];

function reasonOf(message: unknown, sender: Sender): string | null {
  const accepted = acceptRequest(message, sender, SELF);
  return isProblem(accepted) ? accepted.values.reason : null;
}

type Key = string | number;

/** Every place of a message below its kind, as the way to it. */
function placesOf(node: unknown, way: Key[] = []): Key[][] {
  if (typeof node !== 'object' || node === null) return [way];
  const keys = Array.isArray(node) ? node.keys() : Object.keys(node);
  const below = [...keys].flatMap((key) => placesOf((node as Record<Key, unknown>)[key], [...way, key]));
  return way.length === 0 ? below : [way, ...below];
}
const placesBelowKind = (message: object) => placesOf(message).filter(([first]) => first !== 'type');

function valueAt(message: object, way: readonly Key[]): unknown {
  return way.reduce<unknown>((node, key) => (node as Record<Key, unknown>)[key], message);
}

/** A copy with something else at a place. */
function replacedAt(message: object, way: readonly Key[], value: unknown): object {
  const copy = structuredClone(message);
  Object.assign(valueAt(copy, way.slice(0, -1)) as object, { [way.at(-1)!]: value });
  return copy;
}

test.each(kinds)('$type: sound, it is accepted, and nothing of it is lost', ({ message, sender }) => {
  const accepted = acceptRequest(message, sender, SELF);
  expect(isProblem(accepted) ? accepted : accepted.request).toEqual(message);
});

describe('the wrong sender', () => {
  test.each(kinds)('$type: another extension, nobody, or a script without a tab', ({ message, sender }) => {
    expect(reasonOf(message, { ...sender, id: 'another' })).toBe('sender');
    expect(reasonOf(message, { ...sender, id: undefined })).toBe('sender');
    expect(reasonOf(message, { ...sender, url: undefined })).toBe('sender');
    expect(reasonOf(message, { id: SELF.id, url: `${DESK}/tickets/1` })).toBe('sender');
  });

  test.each(ownKinds.filter(({ type }) => !(type in OF_A_PAGE)))(
    '$type: no page may ask it, whatever its address looks like',
    ({ message }) => {
      const addresses = [
        PAGE.url!,
        'https://dueline/options.html',
        'https://desk.example/chrome-extension://dueline/options.html',
        'chrome-extension://dueline.desk.example/options.html',
        'chrome-extension://dueline',
        'about:blank',
        'data:text/html,x',
      ];
      for (const url of addresses) expect(reasonOf(message, { ...PAGE, url }), url).not.toBeNull();
    },
  );

  test.each(pageKinds.filter(({ type }) => !(type in OF_OUR_OWN)))(
    '$type: a page of ours without a ticket does not ask it',
    ({ message }) => expect(reasonOf(message, OPTIONS)).not.toBeNull(),
  );

  test.each(pageKinds.filter(({ message }) => 'facts' in message || 'rows' in message))(
    '$type: about another site, a port or a scheme of it, or no address at all',
    ({ message }) => {
      const way = 'facts' in message ? ['facts', 'url'] : ['rows', 0, 'url'];
      const elsewhere = [
        'https://other.example/1',
        'https://desk.example:8443/tickets/1',
        'http://desk.example/tickets/1',
        'https://desk.example.evil.example/',
        'javascript:alert(1)',
        '',
      ];
      for (const url of elsewhere) expect(reasonOf(replacedAt(message, way, url), PAGE), url).toBe('address');
      // A frame without an address of its own speaks of nothing, not even of another such.
      expect(reasonOf(message, { ...PAGE, url: 'about:srcdoc' })).toBe('address');
      const nowhere = replacedAt(message, way, 'javascript:alert(1)');
      expect(reasonOf(nowhere, { ...PAGE, url: 'about:srcdoc' })).toBe('address');
    },
  );
});

describe('the wrong shape', () => {
  test.each(kinds)('$type: something else in any one place', ({ message, sender }) => {
    for (const way of placesBelowKind(message)) {
      const now = valueAt(message, way);
      const others = [{ nested: now }, 'another', 7, true, [[now]]].filter(
        (value) => typeof value !== typeof now,
      );
      for (const value of [...others, Number.NaN]) {
        const said = reasonOf(replacedAt(message, way, value), sender);
        expect(said, `${way.join('.')}: ${typeof value}`).toMatch(/^shape/);
      }
    }
  });

  test.each(kinds)('$type: its kind alone, in a list, as text', ({ type, message, sender }) => {
    for (const other of [[message], JSON.stringify(message), type, { type: [type] }, { type: { type } }]) {
      expect(reasonOf(other, sender)).toMatch(/^shape/);
    }
    if (placesBelowKind(message).length > 0) expect(reasonOf({ type }, sender)).toMatch(/^shape/);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'TICKET', 'ticket '])(
    'a kind that is none: %j',
    (type) => {
      for (const sender of [PAGE, OPTIONS])
        expect(reasonOf({ ...OF_A_PAGE.ticket, type }, sender)).toMatch(/^shape/);
    },
  );
});

/** More than anything may hold; one text for all of them. */
const HUGE = 'x'.repeat(60_000_001);
const MANY = 10_001;

test.each(kinds)('$type: too large in any one place', ({ message, sender }) => {
  for (const way of placesBelowKind(message)) {
    const now = valueAt(message, way);
    if (typeof now === 'string') {
      expect(reasonOf(replacedAt(message, way, HUGE), sender), way.join('.')).not.toBeNull();
    }
    if (Array.isArray(now)) {
      const many = Array.from({ length: MANY }, () => now[0]);
      expect(reasonOf(replacedAt(message, way, many), sender), way.join('.')).toMatch(/^shape/);
    }
  }
});

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'polluted'];

function objectsOf(node: unknown): object[] {
  if (typeof node !== 'object' || node === null) return [];
  return [node, ...Object.values(node).flatMap(objectsOf)];
}

test.each(kinds)('$type: names of a prototype come no further', ({ message, sender }) => {
  const ways = [[], ...placesBelowKind(message)].filter((way) => objectsOf(valueAt(message, way)).length > 0);
  for (const way of ways) {
    for (const name of NAMES) {
      const copy = structuredClone(message);
      // As it comes out of JSON: a property of its own, not the prototype.
      Object.defineProperty(valueAt(copy, way) as object, name, {
        value: { polluted: true },
        enumerable: true,
        configurable: true,
        writable: true,
      });
      const accepted = acceptRequest(copy, sender, SELF);
      if (isProblem(accepted)) continue;
      for (const object of objectsOf((accepted as Accepted).request)) {
        expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(object));
        expect(NAMES.filter((each) => Object.hasOwn(object, each))).toEqual([]);
      }
    }
  }
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
