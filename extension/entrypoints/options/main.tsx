import { render } from 'preact';
import '../../ui/tokens.css';
import '../../ui/parts.css';
import '../../ui/form.css';
import '../../options/options.css';
import '../../options/calendars.css';
import '../../options/directory.css';
import '../../options/mappings.css';
import { Options } from '../../options/Options.tsx';
import { askFirst } from '../../platform/ask.ts';
import { keepFocus } from '../../ui/keep-focus.ts';

const first = await askFirst({ type: 'options' });
keepFocus(document.body);
const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
const app = document.getElementById('app')!;
if (first?.kind === 'options')
  render(<Options first={first} zone={timeZone} browserName={navigator.userAgent} clock={Date.now} />, app);
// Without an answer there are no words in the user's language: say it in the one that the page is in.
else render(<p class="part">{first?.text ?? 'Dueline did not answer. Reload this page.'}</p>, app);
