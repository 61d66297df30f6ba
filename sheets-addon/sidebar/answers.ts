/** The script's side of the sidebar: each request in one function, its answer as plain data. */
import type { Language } from '#core';
import { firstRowOf, tabOf, textOf, wordsOf } from '#core/tracker/index.ts';
import { checkNow } from '../check.ts';
import { sayFailure } from '../failure.ts';
import { openTracker } from '../open-tracker.ts';
import { findTabs } from '../places.ts';
import { selfTest } from '../self-test.ts';
import { setUpTracker } from '../set-up.ts';
import { alone, OpenSpreadsheet } from '../spreadsheet.ts';
import { agenda } from './agenda.ts';
import { type Asking, type Desk, unread } from './desk.ts';
import { exportFacts, exportRows } from './exports.ts';
import { findingShown } from './finding-shown.ts';
import { formFor } from './form-for.ts';
import { addRows, takeBack } from './new-rows.ts';
import type { SidebarAnswer, SidebarRequest, Told } from './protocol.ts';
import { daily, save, settings } from './settings-desk.ts';
import { wizardFacts } from './wizard-facts.ts';

type Handlers = {
  [A in SidebarRequest['ask']]: (request: Extract<SidebarRequest, { ask: A }>, desk: Desk) => SidebarAnswer;
};

const HANDLERS: Handlers = {
  add: (request, desk) => locked(desk, () => addRows(request, desk)),
  agenda: ({ engagement }, desk) => agenda(engagement, desk),
  check: (_, desk) => locked(desk, () => check(desk)),
  daily: (request, desk) => locked(desk, () => daily(request, desk)),
  export: (request, desk) => exportRows(request, desk),
  exports: (_, desk) => exportFacts(desk),
  form: ({ tab }, desk) => formFor(tab, desk),
  go: ({ tab, rows }, desk) => go(tab, rows, desk),
  'save-settings': (request, desk) => locked(desk, () => save(request, desk)),
  'self-test': () => ({ kind: 'self-test', results: selfTest() }),
  'set-up': ({ language }, desk) => locked(desk, () => setUp(language, desk)),
  settings: (_, desk) => settings(desk),
  'take-back': (request, desk) => locked(desk, () => takeBack(request, desk)),
  wizard: (_, desk) => wizardFacts(desk),
};

/** Whatever goes wrong is an answer too: the sidebar never stays blank. */
export function answerSidebar(request: SidebarRequest, asking: Asking): Told {
  const words = wordsOf(asking.language);
  try {
    const desk = { ...asking, ...openTracker(new OpenSpreadsheet(), asking.language), words };
    const handle = HANDLERS[request.ask] as (given: SidebarRequest, at: Desk) => SidebarAnswer;
    return { ...handle(request, desk), language: asking.language };
  } catch (error) {
    return { kind: 'failed', text: sayFailure(error, words), language: asking.language };
  }
}

function locked({ words }: Desk, work: () => SidebarAnswer): SidebarAnswer {
  return alone(work)?.result ?? { kind: 'failed', text: words.text('tracker.busy') };
}

function setUp(language: Language, { spreadsheet, nowMs }: Desk): SidebarAnswer {
  const { workbook, sheetWords } = openTracker(spreadsheet, language);
  setUpTracker(spreadsheet, workbook, sheetWords, nowMs);
  return { kind: 'set-up' };
}

function check({ spreadsheet, workbook, sheetWords, nowMs, language }: Desk): SidebarAnswer {
  const result = checkNow(spreadsheet, workbook, sheetWords, nowMs);
  if ('missing' in result) return unread(result);
  const show = findingShown(language, result.rulebook);
  const findings = result.findings.map((finding, place) => {
    const { acknowledgedBy, reason } = result.rows[place]!;
    return { ...show(finding), by: textOf(acknowledgedBy), reason: textOf(reason) };
  });
  return { kind: 'findings', findings, unreadable: result.unreadable };
}

/** Shows the rows from the first to the last of them. */
function go(id: string, rows: readonly number[], { spreadsheet, workbook, words }: Desk): SidebarAnswer {
  const found = findTabs(spreadsheet, workbook, { helpers: false }).get(id);
  if (!found) {
    return { kind: 'failed', text: words.text('tracker.missing-tab', { tab: tabOf(workbook, id).title }) };
  }
  const first = Math.max(firstRowOf(found.tab), Math.min(...rows));
  const last = Math.min(found.sheet.rowCount, Math.max(...rows));
  found.sheet.show({
    row: first,
    column: 1,
    rows: Math.max(1, last - first + 1),
    columns: found.sheet.columnCount,
  });
  return { kind: 'shown' };
}
