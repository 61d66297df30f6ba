/// <reference types="google-apps-script" />
/** The global functions that Google Sheets calls, and nothing else: they ask what time and which language it is. */
import { languageFor } from '#core';
import { type Session as Asked, addMenu, runCheck, runSetUp } from './menu.ts';
import { UserInterface } from './spreadsheet.ts';

function asked(): Asked {
  return {
    language: languageFor([Session.getActiveUserLocale().replace('_', '-')]),
    nowMs: Date.now(),
    ui: new UserInterface(),
  };
}

export function onOpen(): void {
  addMenu(asked());
}

export function onInstall(): void {
  onOpen();
}

export function setUp(): void {
  runSetUp(asked());
}

export function checkTrackerNow(): void {
  runCheck(asked());
}
