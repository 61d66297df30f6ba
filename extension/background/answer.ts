/** The answering side: one message in, one answer out. */
import { browser } from 'wxt/browser';
import { translator } from '#core/language/index.ts';
import { isProblem } from '#core/problem.ts';
import type { Answer, OwnRequest, PageRequest } from '../platform/messages.ts';
import { languageItem, picksItem } from '../state/settings.ts';
import { answerPage } from './answer-page.ts';
import { answerCardMaker, makeCardOf, renewKey } from './card-maker.ts';
import { readCardText } from './card-page.ts';
import { forgetCard, keepCard, trustKeyOf } from './cards.ts';
import {
  checkText,
  currentDirectory,
  exportDirectory,
  removeDirectory,
  replaceDirectory,
  undoDirectory,
} from './directory.ts';
import { keepLook } from './look.ts';
import { answerMappingOwn } from './mapping-answers.ts';
import { answerOptions, sayCheck, setSiteZone } from './options.ts';
import { answerPopup } from './popup.ts';
import { push } from './push.ts';
import { acceptRequest, type Self, type Sender } from './requests.ts';
import { refusal } from './say.ts';
import { answerSettings } from './settings/answer.ts';
import { surfaceLanguage } from './speak.ts';
import { storageChecked } from './stored/set-aside.ts';
import { answerTrackers } from './tracker-page.ts';

const DONE = { kind: 'done' } as const;

export interface Answering {
  self: Self;
  version: string;
  clock: () => number;
}

/** Answers a message, or refuses it by name. Rejects only where Dueline itself is at fault. */
export async function answer(message: unknown, sender: Sender, around: Answering): Promise<Answer> {
  const accepted = acceptRequest(message, sender, around.self);
  await storageChecked(around.clock());
  if (isProblem(accepted)) return refusal(accepted, translator(await surfaceLanguage()));
  return accepted.from === 'page'
    ? answerPage(accepted.request as PageRequest, accepted.pageUrl, sender, around.clock())
    : answerOwn(accepted.request as OwnRequest, around);
}

async function answerOwn(request: OwnRequest, around: Answering): Promise<Answer> {
  const { clock, version } = around;
  switch (request.type) {
    case 'popup':
      return answerPopup(request, clock());
    case 'options':
      return answerOptions(version);
    case 'check-directory':
      return sayCheck(await checkText(request.text), (await currentDirectory()).book);
    case 'replace-directory': {
      const replaced = await replaceDirectory(request.text);
      if (replaced.book) await push({ type: 'changed' });
      return sayCheck(replaced, null);
    }
    case 'remove-directory':
    case 'undo-directory': {
      const failed = await (request.type === 'undo-directory' ? undoDirectory() : removeDirectory());
      await push({ type: 'changed' });
      return failed ? refusal(failed, translator(await surfaceLanguage())) : DONE;
    }
    case 'export-directory':
      return { kind: 'export', text: (await exportDirectory()) ?? '', fileName: 'dueline-directory.json' };
    case 'set-language':
      await languageItem.setValue(request.language);
      await push({ type: 'changed' });
      return DONE;
    case 'set-site-zone': {
      const failed = await setSiteZone(request.origin, request.zone);
      if (failed) return refusal(failed, translator(await surfaceLanguage()));
      await push({ type: 'changed' });
      return DONE;
    }
    case 'card-maker':
      return answerCardMaker(clock());
    case 'renew-key':
      return renewKey(request.undo, clock());
    case 'make-card': {
      const made = await makeCardOf(request, clock());
      return isProblem(made) ? refusal(made, translator(await surfaceLanguage())) : made;
    }
    case 'read-card':
      return readCardText(request.text, clock());
    case 'keep-card': {
      const failed = await keepCard(request.text, request.trust, clock());
      if (failed) return refusal(failed, translator(await surfaceLanguage()));
      await push({ type: 'changed' });
      return DONE;
    }
    case 'trust-key':
      await trustKeyOf(request.id, request.trust, clock());
      await push({ type: 'changed' });
      return DONE;
    case 'forget-card': {
      const text = await forgetCard(request.id);
      await push({ type: 'changed' });
      return { kind: 'forgotten-card', text };
    }
    case 'mappings':
    case 'set-status-word':
    case 'forget-mapping':
    case 'export-mappings':
    case 'import-mappings':
      return answerMappingOwn(request);
    case 'show-on-site':
      await keepLook(request.url, { hidden: false });
      await push({ type: 'changed' });
      return DONE;
    case 'trackers':
      return answerTrackers(request.action, clock);
    case 'open-options':
      await browser.runtime.openOptionsPage();
      return DONE;
    case 'forget-picks':
      await picksItem.setValue({});
      await push({ type: 'changed' });
      return DONE;
    default:
      return answerSettings(request, around);
  }
}
