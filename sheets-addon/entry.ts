/// <reference types="google-apps-script" />
/** The global functions that Google Sheets calls, and nothing else: they ask what time and which language it is. */
import { languageFor } from '#core';
import { wordsOf } from '#core/tracker/words.ts';
import { runDaily } from './daily/run.ts';
import { followEdit } from './edit.ts';
import { type Session as Asked, addMenu, runCheck, runReport, runSetUp } from './menu.ts';
import { answerSidebar } from './sidebar/answers.ts';
import type { SidebarRequest, Told } from './sidebar/protocol.ts';
import { UserInterface } from './spreadsheet.ts';
import { EditedCells } from './spreadsheet-edit.ts';

function moment(): Omit<Asked, 'ui'> {
  return {
    language: languageFor([Session.getActiveUserLocale().replace('_', '-')]),
    nowMs: Date.now(),
  };
}

function asked(): Asked {
  return { ...moment(), ui: new UserInterface() };
}

export function onOpen(): void {
  addMenu(asked());
}

export function onInstall(): void {
  onOpen();
}

/** Comes by itself after each change by hand, asks nobody and may fail: what it does, set-up does as well. */
export function onEdit({ range }: GoogleAppsScript.Events.SheetsOnEdit): void {
  followEdit(new EditedCells(range));
}

export function setUp(): void {
  runSetUp(asked());
}

export function checkTrackerNow(): void {
  runCheck(asked());
}

export function writeServiceReview(): void {
  runReport(asked());
}

export function openSidebar(): void {
  const { ui, language } = asked();
  ui.showSidebar('sidebar', wordsOf(language).text('menu.title'));
}

/** The trigger of every day, once somebody has switched the daily check on. */
export function dailyCheck({ triggerUid }: { triggerUid: string }): void {
  const { language, nowMs } = moment();
  runDaily({ language, nowMs, elapsedMs: () => Date.now() - nowMs, trigger: triggerUid });
}

/** What the sidebar asks of the script; a sidebar has no user interface of the sheet to speak through. */
export function answer(request: SidebarRequest): Told {
  const { language, nowMs } = moment();
  return answerSidebar(request, { language, nowMs });
}
