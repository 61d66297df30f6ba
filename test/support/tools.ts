/** The programs on this machine that a part of the tests or the demo needs: where they are, how to get them. */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Something that has to be on the machine, and may be installed where it is Debian. */
export interface Requirement {
  name: string;
  isThere(): boolean;
  /** Debian packages that bring it, and what it needs beside it. */
  debianPackages: readonly string[];
  /** Those of them that are needed however it was installed. */
  beside: readonly string[];
  wayOut: string;
}

export interface Tool {
  name: string;
  /** An environment variable that names the program, before any other place. */
  variable: string;
  commands: readonly string[];
  /** The usual places outside of PATH. */
  places: readonly string[];
  /** Debian packages that bring it. */
  debianPackages: readonly string[];
  /** Debian packages that it needs beside it, however it was installed. */
  beside: readonly string[];
  wayOut: string;
}

const FONTS = ['fonts-noto-cjk', 'fonts-liberation'];

function windows(...tails: string[]): string[] {
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]);
  return roots.flatMap((root) => (root ? tails.map((tail) => join(root, tail)) : []));
}

export const CHROMIUM: Tool = {
  name: 'Chromium',
  variable: 'CHROME_PATH',
  commands: [
    'chromium',
    'chromium-browser',
    'google-chrome-for-testing',
    'google-chrome',
    'google-chrome-stable',
  ],
  places: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ...windows(String.raw`Chromium\Application\chrome.exe`, String.raw`Google\Chrome\Application\chrome.exe`),
  ],
  debianPackages: ['chromium', ...FONTS],
  beside: FONTS,
  wayOut:
    'Install Chromium (Debian and Ubuntu: apt install chromium; macOS: brew install --cask chromium; or a Chrome for Testing from googlechromelabs.github.io/chrome-for-testing), or set CHROME_PATH to its program.',
};

export const FIREFOX: Tool = {
  name: 'Firefox',
  variable: 'FIREFOX_PATH',
  commands: ['firefox-esr', 'firefox'],
  places: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    ...windows(String.raw`Mozilla Firefox\firefox.exe`),
  ],
  debianPackages: ['firefox-esr', ...FONTS],
  beside: FONTS,
  wayOut: 'Install Firefox (Debian: apt install firefox-esr), or set FIREFOX_PATH to its program.',
};

export const OFFICE: Tool = {
  name: 'LibreOffice Calc',
  variable: 'SOFFICE_PATH',
  commands: ['soffice', 'libreoffice'],
  places: [
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
    ...windows(String.raw`LibreOffice\program\soffice.exe`),
  ],
  debianPackages: ['libreoffice-calc-nogui', ...FONTS],
  beside: FONTS,
  wayOut:
    'Install LibreOffice (Debian: apt install libreoffice-calc-nogui), or set SOFFICE_PATH to its soffice program.',
};

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return existsSync(path);
  } catch {
    return false;
  }
}

/** The path of a tool's program, or undefined. */
export function findTool(tool: Tool, env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env[tool.variable];
  if (named) return isProgram(named) ? named : undefined;
  const end = process.platform === 'win32' ? '.exe' : '';
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = tool.commands.flatMap((name) => folders.map((folder) => join(folder, name + end)));
  return [...onPath, ...tool.places].find(isProgram);
}

/** A program as a requirement. */
export function needing(tool: Tool): Requirement {
  const { name, debianPackages, beside, wayOut } = tool;
  return { name, debianPackages, beside, wayOut, isThere: () => findTool(tool) !== undefined };
}
