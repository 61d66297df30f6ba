/** Rules: what each tier's contract says, and the limits that every highlight goes by. */
import { termOf } from '../../language/term.ts';
import { BUSINESS_DAY_READINGS } from '../../rulebook/business-day-readings.ts';
import type { Rulebook, Tier } from '../../rulebook/schema.ts';
import { bandTexts } from '../band-texts.ts';
import { columnsFor } from '../column-kinds.ts';
import type { Description } from '../description.ts';
import {
  block,
  call,
  column,
  type Expr,
  firstOf,
  iff,
  joined,
  named,
  op,
  orElse,
  type Term,
} from '../formula.ts';
import type { Cell, Row } from '../rows.ts';
import type { RowWords, Words } from '../words.ts';
import type { BandCell, Column, Tab } from '../workbook.ts';
import { INPUT_ROWS, LIMIT_RULES, tierColumn } from './rules-places.ts';

const SAID_ABOVE = [
  'tracker.rules-title',
  'tracker.rules-about',
  'tracker.warn-from',
  'tracker.business-day',
];

const firstTier = (rulebook: Rulebook) => tierColumn(rulebook.tiers[0]!.id);
const lastTier = (rulebook: Rulebook) => tierColumn(rulebook.tiers.at(-1)!.id);

/** The headers that hold the tiers' names. */
export function tierHeaders(rulebook: Rulebook): Expr {
  return { kind: 'headers', tab: 'rules', from: firstTier(rulebook), to: lastTier(rulebook) };
}

/** A tier's limit as it stands on the Rules tab; 0 where none is stated. */
export function limitOfTier(rulebook: Rulebook, rule: string, tierNo: Term): Expr {
  const table = block('rules', firstTier(rulebook), lastTier(rulebook));
  const value = call('INDEX', table, call('MATCH', rule, column('rules.id'), 0), tierNo);
  return orElse(iff(call('ISNUMBER', value), iff(op(value, '>', 0), value, 0), 0), 0);
}

export function tierName(tier: Tier, words: RowWords): string {
  return termOf('tier', tier, words.language);
}

export function rulesTab({ words, rulebook, capacity }: Description): Tab {
  const { typed } = columnsFor(words, 'rules');
  const fixed: Column = { ...typed('id', 'text', 16), role: 'fixed' };
  const tiers = rulebook.tiers.map(
    (tier): Column => ({
      id: tierColumn(tier.id),
      header: tierName(tier, words),
      role: 'typed',
      format: 'limit',
      width: 34,
      wrap: true,
    }),
  );
  const rows = rowsOf(rulebook, words);
  return {
    id: 'rules',
    title: words.title('rules'),
    bandRows: 4,
    band: [
      ...bandTexts(words, 'rule', ...SAID_ABOVE),
      {
        row: INPUT_ROWS.warnFromShare,
        column: firstTier(rulebook),
        content: { number: rulebook.readings.warnFromShare },
        format: 'percent',
        look: 'input',
        name: 'warnFromShare',
      },
      ...readingBand(rulebook, words),
    ],
    columns: [
      fixed,
      typed('rule', 'text', 46, { wrap: true }),
      ...tiers,
      typed('clause', 'text', 40, { wrap: true }),
    ],
    capacity: Math.max(rows.length, capacity.rules ?? 0),
    rows,
    frozenColumns: 2,
    filter: false,
    hidden: false,
    highlights: [],
    colour: '#a16207',
  };
}

/** The reading of the response target by its number, and beside it in words the one that holds. */
function readingBand(rulebook: Rulebook, words: Words): BandCell[] {
  const sentences = BUSINESS_DAY_READINGS.map((reading) => words.text(`reading.${reading}`));
  const usual = BUSINESS_DAY_READINGS.indexOf(rulebook.readings.businessDay);
  const number = joined(named('businessDay'), '');
  return [
    {
      row: INPUT_ROWS.businessDay,
      column: firstTier(rulebook),
      content: { number: usual + 1 },
      format: 'integer',
      look: 'input',
      name: 'businessDay',
      note: sentences.map((sentence, place) => `${place + 1}: ${sentence}`).join('\n'),
    },
    {
      row: INPUT_ROWS.businessDay,
      column: rulebook.tiers.length > 1 ? tierColumn(rulebook.tiers[1]!.id) : 'clause',
      content: {
        formula: firstOf(
          sentences.map((sentence, place) => [op(number, '=', String(place + 1)), sentence]),
          sentences[usual]!,
        ),
      },
      format: 'text',
      look: 'label',
    },
  ];
}

function rowsOf(rulebook: Rulebook, words: Words): Row[] {
  const notStated = words.text('tracker.not-stated');
  const row = (id: string, rule: string, value: (tier: Tier) => Cell, clause: string | undefined): Row => ({
    id,
    rule,
    ...Object.fromEntries(rulebook.tiers.map((tier) => [tierColumn(tier.id), value(tier)])),
    clause: clause === undefined ? '' : sectionOf(clause, rulebook, words),
  });
  const limits = LIMIT_RULES.map((rule) =>
    row(
      rule,
      words.text(`tracker.rule-${rule}`),
      (tier) => tier.scope?.[rule]?.limit ?? notStated,
      rulebook.tiers.map((tier) => tier.scope?.[rule]?.clause).find((clause) => clause !== undefined),
    ),
  );
  return [
    ...limits,
    row(
      'weeklyCall',
      words.text('tracker.rule-weeklyCall'),
      (tier) => (tier.scope?.weeklyCall ? words.text('frequency.weekly') : notStated),
      rulebook.tiers.map((tier) => tier.scope?.weeklyCall?.clause).find((clause) => clause !== undefined),
    ),
    row(
      'target',
      words.text('tracker.rule-target'),
      (tier) => targetOf(tier, words) ?? notStated,
      rulebook.tiers[0]?.target.clause,
    ),
    ...rulebook.deliverables.map((deliverable) =>
      row(
        `deliverable:${deliverable.id}`,
        termOf('deliverable', deliverable, words.language),
        (tier) => grantOf(tier, deliverable.id, words),
        rulebook.tiers.flatMap((tier) => tier.grants).find((grant) => grant.deliverable === deliverable.id)
          ?.clause,
      ),
    ),
  ];
}

function targetOf({ target }: Tier, words: Words): string | null {
  if (target.businessDays !== undefined) {
    return words.text('tracker.target-days', { count: target.businessDays });
  }
  if (target.businessHours !== undefined) {
    return words.text('tracker.target-hours', { count: target.businessHours });
  }
  return null;
}

function grantOf(tier: Tier, deliverable: string, words: Words): string {
  const grant = tier.grants.find((candidate) => candidate.deliverable === deliverable);
  if (!grant?.included) return words.text('tracker.not-included');
  if (!grant.delivery) return words.text('tracker.included');
  const methods = new Intl.ListFormat(words.language, { type: 'disjunction' }).format(
    grant.delivery.methods.map((method) => words.text(`method.${method}`)),
  );
  return words.text('tracker.delivery', {
    methods,
    frequency: words.text(`frequency.${grant.delivery.frequency}`),
  });
}

function sectionOf(clause: string, rulebook: Rulebook, words: Words): string {
  const section = rulebook.clauses[clause]?.section;
  return section === undefined ? clause : termOf('section', { id: section }, words.language);
}
