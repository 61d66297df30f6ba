/** Answers what pages and the options ask about the user's mappings. */
import { translator } from '#core/language/index.ts';
import { isProblem } from '#core/problem.ts';
import type { MappingOwnRequest, MappingPageRequest } from '../platform/mapping.ts';
import type { Answer } from '../platform/messages.ts';
import { siteOf } from '../platform/sites.ts';
import {
  exportMappings,
  forgetMapping,
  importMappings,
  mapFact,
  mappedSites,
  mappingsOf,
} from './mappings.ts';
import { push } from './push.ts';
import { refusal } from './say.ts';
import { MAPPING_WORDS, spoken, surfaceLanguage } from './speak.ts';
import { setStatusWord, statusWordsOf } from './status-words.ts';

const DONE = { kind: 'done' } as const;

export async function answerMappingPage(request: MappingPageRequest, pageUrl: string): Promise<Answer> {
  if (request.type === 'mapping') {
    const [language, mappings, statuses] = await Promise.all([
      surfaceLanguage(),
      mappingsOf(pageUrl),
      statusWordsOf(pageUrl),
    ]);
    return { kind: 'mapping', mappings, statuses, ...spoken(language, MAPPING_WORDS) };
  }
  if (request.type === 'map') await mapFact(pageUrl, request.mapping);
  else await setStatusWord(siteOf(pageUrl) ?? '', request.word, request.kind);
  await push({ type: 'changed' });
  return DONE;
}

export async function answerMappingOwn(request: MappingOwnRequest): Promise<Answer> {
  switch (request.type) {
    case 'mappings':
      return { kind: 'mappings', sites: await mappedSites() };
    case 'forget-mapping':
      await forgetMapping(request.site, request.address, request.fact);
      await push({ type: 'changed' });
      return DONE;
    case 'set-status-word':
      await setStatusWord(request.site, request.word, request.kind);
      await push({ type: 'changed' });
      return DONE;
    case 'export-mappings':
      return { kind: 'export', text: await exportMappings(), fileName: 'dueline-mappings.json' };
    case 'import-mappings': {
      const imported = await importMappings(request.text);
      if (isProblem(imported)) return refusal(imported, translator(await surfaceLanguage()));
      await push({ type: 'changed' });
      return { kind: 'imported', sites: imported };
    }
  }
}
