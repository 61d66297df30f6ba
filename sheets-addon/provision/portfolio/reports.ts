/** The reports: what each asks, and how its answer is read by people. */
import { type MessageKey, showHours, type Translate } from '#core';
import { HOUR_MS } from '#core/time/units.ts';
import type { Value } from './layout.ts';
import { QUERIES, type ReportName } from './queries.ts';

export type Answer = Readonly<Record<string, Value>>;

export interface Column {
  /** Its name for programs. */
  id: string;
  header: string;
  /** Figures stand at the right. */
  isNumber: boolean;
  /** For people. */
  shown(row: Answer): string;
}

export const REPORTS = Object.keys(QUERIES) as ReportName[];

export function columnsOf(report: ReportName, translate: Translate): Column[] {
  const { language } = translate;
  const text = (id: string, header: MessageKey, shown = (row: Answer) => String(row[id] ?? '')): Column => ({
    id,
    header: translate(header),
    isNumber: false,
    shown,
  });
  const figure = (id: string, header: MessageKey, shown = count(id, language)): Column => ({
    ...text(id, header, shown),
    isNumber: true,
  });
  const manager = text('manager', 'column.overview.manager');
  const customer = text('customer', 'column.overview.customer');
  const engagement = text('engagement', 'column.overview.engagement');
  const tier = text('tier', 'column.overview.tier', ({ tier: id }) =>
    id === null ? '' : named(translate, 'tier', String(id)),
  );
  const columns: Record<ReportName, Column[]> = {
    limits: [
      manager,
      text('rule', 'portfolio.rule', ({ rule }) => named(translate, 'rule', String(rule))),
      customer,
      engagement,
      figure('used', 'portfolio.used', (row) => amount(row, 'used', language)),
      figure('most', 'portfolio.most', (row) => amount(row, 'most', language)),
      figure('share', 'portfolio.share', shareOf),
      text('is_over', 'portfolio.state', ({ is_over }) =>
        translate(is_over ? 'portfolio.over' : 'portfolio.near'),
      ),
    ],
    additional: [
      customer,
      engagement,
      tier,
      manager,
      figure('weeks_over', 'portfolio.weeks_over'),
      figure('ms', 'portfolio.average', (row) =>
        hours(Number(row.ms) / Number(row.weeks), Number(row.limit_ms), language),
      ),
      figure('limit_ms', 'portfolio.most', ({ limit_ms }) => hours(Number(limit_ms), null, language)),
    ],
    responses: [
      tier,
      text('region', 'portfolio.region'),
      figure('inquiries', 'portfolio.inquiries'),
      ...(['in_time', 'late', 'waiting', 'overdue', 'closed_unanswered'] as const).map((id) =>
        figure(id, `portfolio.${id}`),
      ),
      figure('mean_ms', 'portfolio.mean', ({ mean_ms }) =>
        mean_ms === null ? '' : hours(Number(mean_ms), null, language),
      ),
    ],
    cover: [
      manager,
      text('from_date', 'portfolio.from_date'),
      text('until_date', 'portfolio.until_date'),
      figure('engagements', 'portfolio.engagements'),
      figure('cases', 'portfolio.cases'),
      text('backup', 'column.engagements.backup'),
      text('state', 'portfolio.state', ({ state }) => named(translate, 'portfolio', `cover-${state}`)),
      text('others', 'portfolio.others', (row) =>
        ['first_other', 'second_other', 'third_other'].flatMap((id) => row[id] ?? []).join('; '),
      ),
    ],
  };
  return columns[report];
}

/** An own rulebook's tiers have no words here: their ids stand for them. */
function named(translate: Translate, section: 'portfolio' | 'rule' | 'tier', id: string): string {
  const key = `${section}.${id}`;
  const found = translate(key as MessageKey);
  return found === key ? id : found;
}

function count(id: string, language: string) {
  const format = new Intl.NumberFormat(language);
  return (row: Answer) => (row[id] === null ? '' : format.format(Number(row[id])));
}

function amount(row: Answer, id: 'most' | 'used', language: string): string {
  if (row.rule !== 'weekly-hours') return count(id, language)(row);
  return hours(Number(row[id]), id === 'used' ? Number(row.most) : null, language);
}

/** Two decimals, never rounded across the limit. */
function hours(ms: number, limitMs: number | null, language: string): string {
  const shown = showHours(ms, limitMs === null ? null : limitMs / HOUR_MS);
  return shown.toLocaleString(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** In per cent: cut down below the limit, up above it. */
function shareOf({ used, most }: Answer): string {
  const percent = (Number(used) * 100) / Number(most);
  return `${Number(used) > Number(most) ? Math.ceil(percent) : Math.floor(percent)} %`;
}
