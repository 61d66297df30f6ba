import { render } from 'preact';
import '../../ui/tokens.css';
import '../../ui/parts.css';
import '../../popup/popup.css';
import { MINUTE_MS } from '#core/time/units.ts';
import { askFirst } from '../../platform/ask.ts';
import { activeTab } from '../../platform/look.ts';
import { Popup } from '../../popup/Popup.tsx';
import { startNow } from '../../state/now.ts';
import { keepFocus } from '../../ui/keep-focus.ts';

const tab = await activeTab();
const first = await askFirst({ type: 'popup', url: tab?.url ?? null, engagement: null });
keepFocus(document.body);
const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
if (first?.kind === 'popup') {
  const { now } = startNow({
    clock: Date.now,
    // At the start of each minute of the clock, as a clock on the wall does.
    pace: (nowMs) => MINUTE_MS - (nowMs % MINUTE_MS),
    page: document,
    signal: new AbortController().signal,
  });
  render(<Popup first={first} tab={tab} now={now} zone={timeZone} />, document.getElementById('app')!);
} else {
  // Without an answer there are no words in the user's language: say it in the one that the page is in.
  render(
    <p class="part">{first?.text ?? 'Dueline did not answer. Open this once more.'}</p>,
    document.getElementById('app')!,
  );
}
