/** What the background works for one message with a list's rows. */
import { openDirectory } from '#core';
import { looksAmong } from '../../extension/background/looks.ts';
import { judgeRows } from '../../extension/background/row-answer.ts';
import type { RowFacts } from '../../extension/platform/rows.ts';
import { directoryOf, NOW_MS } from './scope.ts';

const ROUNDS = 5;
const HOUR_MS = 3_600_000;

function rowsOf(count: number, customers: number): RowFacts[] {
  return Array.from({ length: count }, (_, index) => {
    const atMs = NOW_MS - index * HOUR_MS;
    return {
      url: `https://desk.example/tickets/new/${index}`,
      id: String(index),
      subject: `Subject ${index}`,
      requester: { name: 'Ana', email: `c${index % 7}@k${index % customers}.example` },
      organisation: `Customer ${index % customers}`,
      status: { shown: 'Open', kind: 'open' },
      created: null,
      changed: { fromMs: atMs, untilMs: atMs, zone: 'offset', shown: 'some time ago' },
    };
  });
}

export interface RowsCost {
  /** The first question after a change of the directory, which is then made ready for lists. */
  firstMs: number;
  /** The best of several questions after it. */
  nextMs: number;
}

/** The cost of so many rows over a directory with so many cases. */
export function rowsCost(rows: number, cases: number): RowsCost {
  const directory = directoryOf(cases, 0);
  const asked = rowsOf(rows, directory.customers.length);
  const book = openDirectory(directory);
  if (Array.isArray(book)) throw new Error(`the bench's directory is unsound: ${book[0]?.code}`);
  const looks = looksAmong([], 'https://desk.example/tickets');
  const options = { book, nowMs: NOW_MS, language: 'en' as const, looks, picked: () => undefined };
  const times = Array.from({ length: ROUNDS }, () => {
    const startMs = performance.now();
    judgeRows(asked, options);
    return performance.now() - startMs;
  });
  return { firstMs: times[0]!, nextMs: Math.min(...times) };
}
