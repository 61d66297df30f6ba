/** The sample ticket: a page of our own, read by the same readers and shown by the same overlay as a real one. */
import { render } from 'preact';
import '../../ui/tokens.css';
import '../../ui/parts.css';
import '../../welcome/welcome.css';
import { browser } from 'wxt/browser';
import { panel } from '../../overlay/panel/draw-panel.ts';
import { startSession } from '../../overlay/session.ts';
import { makeView } from '../../overlay/view.ts';
import { world } from '../../overlay/view-contract.ts';
import { ask, onPush } from '../../platform/ask.ts';
import { readTicket } from '../../readers/index.ts';
import { Sample } from '../../welcome/Sample.tsx';

const first = await ask({ type: 'options' });
const browserZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
if (first?.kind === 'options') {
  render(<Sample spoken={first} nowMs={Date.now()} />, document.getElementById('app')!);
  // A page of our own needs nobody to bring them in.
  world.makeView = makeView;
  world.panel = panel;
  startSession({
    window,
    clock: Date.now,
    read: (zone, nowMs) => readTicket(document, new URL(location.href), { zone, browserZone, nowMs }),
    ask,
    onPush,
    makeView: () => world.makeView,
    alive: () => browser.runtime?.id !== undefined,
  }).again();
}
