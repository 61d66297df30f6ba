/** The portfolio in DuckDB: a file that remembers what has been read, or memory alone. */
import {
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDateValue,
  DuckDBInstance,
} from '@duckdb/node-api';
import { parseLocalDate } from '#core/time/local-date.ts';
import {
  createTable,
  type Kind,
  TABLE_NAMES,
  TABLES,
  type TableName,
  type TableRow,
  type Value,
} from './layout.ts';

/** The engine's share of the two gigabytes; the rest is ours. */
const MEMORY = '1GB';
export const THREADS = 2;

type Params = Readonly<Record<string, string | number>>;

export interface Store {
  run(sql: string): Promise<void>;
  /** Rows with plain values: numbers, texts, ISO dates. */
  ask(sql: string, params?: Params): Promise<Record<string, Value>[]>;
  append<T extends TableName>(table: T, rows: readonly TableRow<T>[]): Promise<void>;
  close(): void;
}

/**
 * @param path where the portfolio is kept; `null` keeps it in memory.
 * @throws where that is no database, or one with tables of somebody's own that are called like these.
 */
export async function openStore(path: string | null): Promise<Store> {
  const instance = await DuckDBInstance.create(path ?? ':memory:', {
    threads: String(THREADS),
    memory_limit: MEMORY,
    preserve_insertion_order: 'false',
    // Nothing is fetched from anywhere.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  const close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    await dropFormer(connection);
    for (const table of TABLE_NAMES) await connection.run(createTable(table, 'duckdb'));
  } catch (error) {
    close();
    throw error;
  }
  return {
    run: async (sql) => void (await connection.run(sql)),
    ask: async (sql, params) => asked(connection, sql, params),
    append: (table, rows) => append(connection, table, rows),
    close,
  };
}

/** What a version of before has kept without a column of today's is read anew. */
async function dropFormer(connection: DuckDBConnection): Promise<void> {
  const kept = await asked(
    connection,
    "SELECT table_name, string_agg(column_name, ' ') AS columns FROM information_schema.columns GROUP BY table_name",
  );
  const columnsOf = new Map(kept.map(({ table_name, columns }) => [table_name, String(columns).split(' ')]));
  const found = TABLE_NAMES.filter((table) => columnsOf.has(table));
  const isToday = (table: TableName) => columnsOf.get(table)!.length === Object.keys(TABLES[table]).length;
  const isOurs = (table: TableName) => columnsOf.get(table)!.every((column) => column in TABLES[table]);
  const former = found.filter((table) => !isToday(table) || !isOurs(table));
  if (former.length === 0) return;
  // A single table that is like one of ours may be anybody's.
  if (!found.every(isOurs) || found.length < TABLE_NAMES.length) throw new Error(former.join(', '));
  for (const table of found) await connection.run(`DROP TABLE ${table}`);
}

async function asked(connection: DuckDBConnection, sql: string, params: Params = {}) {
  // Only what a question names may be given to it.
  const named = Object.entries(params).filter(([name]) => new RegExp(`\\$${name}\\b`).test(sql));
  const reader = await connection.runAndReadAll(sql, Object.fromEntries(named));
  return reader
    .getRowObjects()
    .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])));
}

function plain(value: unknown): Value {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number')
    return value;
  if (typeof value === 'bigint') return Number(value);
  return value instanceof DuckDBDateValue ? value.toString() : Number(String(value));
}

const APPEND: Record<Kind, (appender: DuckDBAppender, value: never) => void> = {
  BIGINT: (appender, value: number) => appender.appendBigInt(BigInt(value)),
  BOOLEAN: (appender, value: boolean) => appender.appendBoolean(value),
  DATE: (appender, value: string) =>
    appender.appendDate(new DuckDBDateValue(parseLocalDate(value) as number)),
  DOUBLE: (appender, value: number) => appender.appendDouble(value),
  VARCHAR: (appender, value: string) => appender.appendVarchar(value),
};

async function append<T extends TableName>(
  connection: DuckDBConnection,
  table: T,
  rows: readonly TableRow<T>[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.entries<Kind>(TABLES[table]) as [keyof TableRow<T>, Kind][];
  const appender = await connection.createAppender(table);
  for (const row of rows) {
    for (const [name, kind] of columns) {
      const value: Value = row[name];
      if (value === null) appender.appendNull();
      else APPEND[kind](appender, value as never);
    }
    appender.endRow();
  }
  appender.closeSync();
}
