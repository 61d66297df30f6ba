import { render } from 'preact';
import '../../ui/tokens.css';
import '../../ui/parts.css';
import '../../popup/popup.css';
import { ask } from '../../platform/ask.ts';
import { activeTab } from '../../platform/look.ts';
import { Popup } from '../../popup/Popup.tsx';

const tab = await activeTab();
const first = await ask({ type: 'popup', url: tab?.url ?? null, engagement: null });
const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
if (first?.kind === 'popup') {
  render(
    <Popup first={first} tab={tab} nowMs={Date.now()} zone={timeZone} />,
    document.getElementById('app')!,
  );
} else {
  // Without an answer there are no words in the user's language: say it in the one that the page is in.
  render(
    <p class="part">{first?.text ?? 'Dueline did not answer. Open this once more.'}</p>,
    document.getElementById('app')!,
  );
}
