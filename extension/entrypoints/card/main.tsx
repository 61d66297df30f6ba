import { render } from 'preact';
import '../../ui/tokens.css';
import '../../ui/parts.css';
import '../../popup/popup.css';
import '../../card/card.css';
import { CardPage } from '../../card/CardPage.tsx';
import { askFirst } from '../../platform/ask.ts';
import { keepFocus } from '../../ui/keep-focus.ts';

const text = location.hash.slice(1);
// The card must not stay behind in the browser's history, which may be shared between computers.
history.replaceState(null, '', location.pathname);
const first = await askFirst({ type: 'read-card', text });
keepFocus(document.body);
const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
const app = document.getElementById('app')!;
if (first?.kind === 'card') {
  render(<CardPage first={first} text={text} nowMs={Date.now()} zone={timeZone} />, app);
} else {
  // Without an answer there are no words in the user's language: say it in the one that the page is in.
  render(<p class="part">{first?.text ?? 'Dueline did not answer. Reload this page.'}</p>, app);
}
