/** A new tracker in the user's own Drive, with what is in use here, and taken back again. */
import { type Language, type Translate, translator } from '#core/language/index.ts';
import { isProblem, type Problem } from '#core/problem.ts';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import { zoneOf } from '#core/time/zone.ts';
import { directoryRows } from '#core/tracker/directory-rows.ts';
import { listRows } from '#core/tracker/tabs/lists.ts';
import type { RowWords } from '#core/tracker/words.ts';
import { binTracker, createTracker, giveUp } from '../../platform/sheets/create-tracker.ts';
import type { NewTracker } from '../../platform/sheets/new-tracker.ts';
import { TRACKER_SHAPE } from '../../platform/sheets/tracker-shape.ts';
import { isFailure, type SheetFailure } from '../../platform/sheets/tracker-sheet.ts';
import { makingItem, trackersItem } from '../../state/trackers.ts';
import { currentDirectory, keepForUndo } from '../directory.ts';
import { newId } from '../new-id.ts';
import { managedParts, policy } from '../policy.ts';
import { surfaceLanguage } from '../speak.ts';
import { callerAt, signInOnce } from './account.ts';
import { problemOf } from './sync-tracker.ts';
import { addTrackers, forgetTracker } from './trackers.ts';

/** Gives its id; `null` where it has got no further for now, and can go on where it stopped. */
export async function makeTracker(
  asked: { title: string; zone: string },
  clock: () => number,
): Promise<string | Problem | null> {
  const zone = zoneOf(asked.zone);
  if (isProblem(zone)) return zone;
  const refused = await signInOnce(clock);
  if (refused) return refused;
  const making = (await makingItem.getValue()) ?? { run: newId(clock()), title: asked.title };
  await makingItem.setValue(making);
  const filling = await directoryToFill();
  const made = await createTracker(callerAt(clock), making, await described(filling, asked.zone, clock()));
  if (isFailure(made)) return failureOf(made);
  if (filling) {
    const failed = await keepForUndo();
    if (failed) return failed;
  }
  await addTrackers([made]);
  await makingItem.setValue(null);
  return made;
}

/** What is half made goes into the bin. */
export async function giveUpMaking(clock: () => number): Promise<Problem | null> {
  const making = await makingItem.getValue();
  if (making === null) return null;
  const refused = await signInOnce(clock);
  if (refused) return refused;
  const failed = await giveUp(callerAt(clock), making.run);
  if (failed !== null) return problemOf(failed);
  await makingItem.setValue(null);
  return null;
}

/** Takes a tracker that was just made back: into the bin there, and forgotten here. */
export async function takeTrackerBack(id: string, clock: () => number): Promise<Problem | null> {
  const failed = await binTracker(callerAt(clock), id);
  if (failed !== null) return problemOf(failed);
  await forgetTracker(id);
  return null;
}

/** How many engagements a new tracker would begin with. */
export async function engagementsToFill(): Promise<number> {
  return (await directoryToFill())?.directory.engagements.length ?? 0;
}

/** What is in use goes into the first tracker, or that one would take its place with nothing in it. */
async function directoryToFill() {
  const isFirst = Object.keys(await trackersItem.getValue()).length === 0;
  if (!isFirst || managedParts(await policy()).directory) return null;
  return (await currentDirectory()).book;
}

async function described(
  book: Awaited<ReturnType<typeof directoryToFill>>,
  zone: string,
  nowMs: number,
): Promise<NewTracker> {
  const language = await surfaceLanguage();
  const translate = translator(language);
  const words: RowWords = { language, text: translate as RowWords['text'] };
  const { directory, rulebook } = (await currentDirectory()).book ?? {
    directory: { calendars: [] },
    rulebook: serviceManagement,
  };
  const calendars = directory.calendars.map(({ id }) => id);
  const today = new Date(nowMs).toISOString().slice(0, 'yyyy-mm-dd'.length);
  return {
    tabs: TRACKER_SHAPE,
    rows: { ...(book && directoryRows(book, words, today)), lists: listRows({ words, rulebook, calendars }) },
    title: (tab) => translate(`tab.${tab}` as Parameters<Translate>[0]),
    header: (tab, column) =>
      tab === 'lists' ? column : translate(`column.${tab}.${column}` as Parameters<Translate>[0]),
    locale: usualLocale(language),
    zone,
  };
}

/** That of most of a language's speakers, as Google writes it. */
function usualLocale(language: Language): string {
  const { language: base, region } = new Intl.Locale(language).maximize();
  return `${base}_${region}`;
}

/** Without a whole answer nothing is wrong: what is there is found again. */
function failureOf(failure: SheetFailure): Problem | null {
  return failure.failed === 'no-answer' || failure.failed === 'busy' ? null : problemOf(failure);
}
