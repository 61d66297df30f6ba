/** A portfolio brought up to date for a command, and what is said of how that went. */
import type { Rulebook } from '#core/rulebook/schema.ts';
import { CallFailed } from '../google/failure.ts';
import { patiently } from '../google/patience.ts';
import type { Access } from '../online/remote.ts';
import { readStanding } from '../online/standing.ts';
import type { Conversion } from '../portfolio/convert.ts';
import { NotATracker } from '../portfolio/folder.ts';
import { type Bad, type Loaded, load } from '../portfolio/load.ts';
import { type Source, sourcesOf } from '../portfolio/sources.ts';
import { openStore, type Store, THREADS } from '../portfolio/store.ts';
import { openWorkers } from '../portfolio/workers.ts';
import { writeFolder } from '../tables/write-folder.ts';
import { type Call, Complaint, idIn, text } from './command.ts';
import { checkWhole } from './open-tracker.ts';

export interface PortfolioSettings {
  rulebook: Rulebook;
  regions: ReadonlyMap<string, string>;
}

/** Trackers named where some rows cannot be read. */
const MOST_NAMED = 5;

/** Gives the exit code: trackers that cannot be read are a failure unless they are to be skipped. */
export async function withPortfolio(
  call: Call,
  { rulebook, regions }: PortfolioSettings,
  use: (store: Store) => Promise<void>,
): Promise<number> {
  const { edge, values, positionals, translate } = call;
  const { sources, missing } = sourcesOf(positionals);
  const store = await openedStore(call);
  const workers = openWorkers(THREADS);
  try {
    const loaded = await load(sources, {
      store,
      rulebook,
      regions,
      nowMs: edge.nowMs,
      convert: (source, conversion) =>
        source.kind === 'sheet'
          ? fromGoogle(source, conversion, call)
          : workers.convert(source.kind, conversion),
      sheetVersion: (source) => asGoogles(() => versionAtGoogle(call.access(), idIn(source.path))),
      progress: (done, total) => edge.note(translate('portfolio.progress', { done, total })),
    });
    const bad = [...missing.map((name): Bad => ({ name, reason: 'file', values: {} })), ...loaded.bad];
    await say(loaded, bad, store, call);
    await use(store);
    return bad.length === 0 || values['skip-bad'] === true ? 0 : 1;
  } finally {
    workers.end();
    store.close();
  }
}

async function openedStore({ values, translate }: Call): Promise<Store> {
  const path = text(values, 'store') ?? null;
  try {
    return await openStore(path);
  } catch (error) {
    if (path === null) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new Complaint([translate('portfolio.store-unusable', { path, detail })]);
  }
}

async function say(
  { unchanged }: Loaded,
  bad: readonly Bad[],
  store: Store,
  { edge, translate, language }: Call,
) {
  for (const { name, reason, values } of bad) {
    edge.note(translate('portfolio.bad', { name, why: translate(`portfolio.bad-${reason}`, values) }));
  }
  const [sum] = await store.ask(
    'SELECT count(*) AS count, coalesce(sum(row_count), 0) AS rows FROM trackers',
  );
  const rows = Number(sum!.rows).toLocaleString(language);
  edge.note(translate('portfolio.read', { count: Number(sum!.count), rows, unchanged }));
  if (bad.length > 0) edge.note(translate('portfolio.bad-count', { count: bad.length }));
  const unread = await store.ask(
    'SELECT name, unread FROM trackers WHERE unread > 0 ORDER BY unread DESC, name',
  );
  if (unread.length === 0) return;
  const names = unread.slice(0, MOST_NAMED).map(({ name, unread: count }) => `${name} (${count})`);
  if (unread.length > MOST_NAMED) names.push('…');
  const count = unread.reduce((all, row) => all + Number(row.unread), 0);
  edge.note(translate('portfolio.unread', { count, trackers: names.join(', ') }));
}

async function fromGoogle({ path }: Source, { out, rulebook }: Conversion, call: Call): Promise<void> {
  await asGoogles(async () => {
    const standing = await readStanding(call.access(), idIn(path), { rulebook, language: call.language });
    checkWhole(standing, call);
    writeFolder(
      out,
      standing.placed.map(({ tab }) => tab),
      standing.rows,
      standing.named,
    );
  });
}

async function versionAtGoogle({ services, patience }: Access, fileId: string): Promise<string> {
  const { data } = await patiently(
    'read',
    () => services.drive.files.get({ fileId, fields: 'version', supportsAllDrives: true }),
    patience,
  );
  return String(data.version);
}

/** One spreadsheet that Google does not give is one bad tracker, not the end of the others. */
async function asGoogles<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    throw new NotATracker({ reason: 'google', values: { detail: error.detail } });
  }
}
