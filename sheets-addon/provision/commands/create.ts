/** `create`: a new tracker at Google, empty or from a directory. Run twice, or broken off and run again, it makes one. */
import { isProblem, type Language, sayProblem, zoneOf } from '#core';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import { cellsOf, describeTracker, directoryRows, wordsOf } from '#core/tracker/index.ts';
import { refuseBeyondLimit } from '../online/cell-room.ts';
import { createSpreadsheet, finishSpreadsheet } from '../online/create.ts';
import type { Wanted } from '../online/plan.ts';
import { settle } from '../online/settle.ts';
import { describedWithRoom } from '../room.ts';
import { type Call, type Command, Complaint, text } from './command.ts';
import { DIRECTORY_OPTION, directoryFor } from './open-tracker.ts';

export const createCommand: Command = {
  options: {
    ...DIRECTORY_OPTION,
    title: { type: 'string' },
    folder: { type: 'string' },
    locale: { type: 'string' },
    zone: { type: 'string' },
    another: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  words: 0,
  run: async (call) => {
    const { edge, values, translate, language } = call;
    const zone = text(values, 'zone') ?? 'Etc/UTC';
    const known = zoneOf(zone);
    if (isProblem(known)) throw new Complaint([sayProblem(known, translate)]);
    const fresh = { locale: text(values, 'locale') ?? usualLocale(language), timeZone: zone };
    const wanted: Wanted = { ...describedFor(call), fresh };
    const title = text(values, 'title') ?? wanted.words.text('provision.title');
    if (values['dry-run']) return sayContents(call, wanted);
    refuseBeyondLimit({ sheets: [] }, cellsOf(wanted.workbook));
    const access = call.access();
    const options = {
      title,
      folder: text(values, 'folder'),
      another: values.another === true,
      run: edge.runName(),
    };
    const created = await createSpreadsheet(access, options);
    if (created.state === 'exists') {
      throw new Complaint([translate('provision.exists', { title, url: created.url })]);
    }
    if (created.state === 'going-on') edge.note(translate('provision.going-on', { url: created.url }));
    await settle(access, created.id, wanted, {
      tab: (tab, number, total) => edge.note(translate('provision.writing-tab', { tab, number, total })),
    });
    for (const url of await finishSpreadsheet(access, created, options)) {
      edge.note(translate('provision.double', { url }));
    }
    edge.out(translate('provision.ready', { url: created.url }));
    return 0;
  },
};

function describedFor(call: Call): Omit<Wanted, 'fresh'> {
  const { language, edge } = call;
  const words = wordsOf(language);
  const book = directoryFor(call);
  if (!book) {
    const workbook = describeTracker({ language, rulebook: serviceManagement });
    return { workbook, words, rows: {}, named: {}, nowMs: edge.nowMs };
  }
  const rows = directoryRows(book, words, new Date(edge.nowMs).toISOString().slice(0, 10));
  const calendars = book.directory.calendars.map(({ id }) => id);
  const workbook = describedWithRoom(rows, { language, rulebook: book.rulebook, calendars });
  return { workbook, words, rows, named: {}, nowMs: edge.nowMs };
}

/** Nothing of it exists yet: the tabs and what they would be filled with. */
function sayContents({ edge, translate }: Call, { workbook, rows }: Wanted): number {
  for (const tab of workbook.tabs) {
    edge.out(translate('provision.change-tab', { tab: tab.title }));
    const count = rows[tab.id]?.length ?? 0;
    if (count > 0) edge.out(translate('provision.change-fill', { tab: tab.title, count }));
  }
  edge.out(translate('provision.would-change', { count: workbook.tabs.length }));
  return 0;
}

/** The locale of a spreadsheet as Google writes it: of a language alone, that of most of its speakers. */
function usualLocale(language: Language): string {
  const { language: base, region } = new Intl.Locale(language).maximize();
  return `${base}_${region}`;
}
