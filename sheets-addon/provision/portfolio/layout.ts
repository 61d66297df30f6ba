/** The tables of a portfolio: what is kept of each tracker, in DuckDB and in BigQuery alike. */

export type Kind = 'BIGINT' | 'BOOLEAN' | 'DATE' | 'DOUBLE' | 'VARCHAR';
export type Value = string | number | boolean | null;

/** `tracker` is the number of a row of `trackers`; engagements and managers are known by their folded ids in it. */
export const TABLES = {
  activities: {
    tracker: 'BIGINT',
    engagement: 'VARCHAR',
    /** Monday of its ISO week. */
    week: 'DATE',
    ms: 'BIGINT',
  },
  answers: {
    tracker: 'BIGINT',
    engagement: 'VARCHAR',
    received_ms: 'BIGINT',
    due_ms: 'BIGINT',
    answered_ms: 'BIGINT',
    /** Its case was closed without an answer: nothing waits, and nothing was answered. */
    is_closed: 'BOOLEAN',
  },
  cases: { tracker: 'BIGINT', engagement: 'VARCHAR', status: 'VARCHAR' },
  engagements: {
    tracker: 'BIGINT',
    engagement: 'VARCHAR',
    name: 'VARCHAR',
    customer: 'VARCHAR',
    tier: 'VARCHAR',
    region: 'VARCHAR',
    language: 'VARCHAR',
    manager: 'VARCHAR',
    backup: 'VARCHAR',
    from_date: 'DATE',
    until_date: 'DATE',
    contacts_peak: 'BIGINT',
    contacts_limit: 'DOUBLE',
    cases_limit: 'DOUBLE',
    hours_limit_ms: 'BIGINT',
    /** Share of a limit from which its tracker warns. */
    warn_from: 'DOUBLE',
  },
  managers: { tracker: 'BIGINT', manager: 'VARCHAR', person: 'VARCHAR', name: 'VARCHAR' },
  time_off: { tracker: 'BIGINT', manager: 'VARCHAR', from_date: 'DATE', until_date: 'DATE' },
  trackers: {
    tracker: 'BIGINT',
    name: 'VARCHAR',
    /** What tells one state of it from the next: sizes and times of its files, or Google's version. */
    version: 'VARCHAR',
    row_count: 'BIGINT',
    unread: 'BIGINT',
  },
} as const satisfies Record<string, Record<string, Kind>>;

export type TableName = keyof typeof TABLES;
export type TableRow<T extends TableName> = Record<keyof (typeof TABLES)[T], Value>;

const BIGQUERY: Record<Kind, string> = {
  BIGINT: 'INT64',
  BOOLEAN: 'BOOL',
  DATE: 'DATE',
  DOUBLE: 'FLOAT64',
  VARCHAR: 'STRING',
};

export function createTable(table: TableName, dialect: 'bigquery' | 'duckdb'): string {
  const columns = Object.entries<Kind>(TABLES[table]).map(
    ([name, kind]) => `${name} ${dialect === 'bigquery' ? BIGQUERY[kind] : kind}`,
  );
  return `CREATE TABLE IF NOT EXISTS ${table} (${columns.join(', ')})`;
}

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];
