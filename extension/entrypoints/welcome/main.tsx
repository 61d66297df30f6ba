import { render } from 'preact';
import '../../ui/tokens.css';
import '../../ui/parts.css';
import '../../options/directory.css';
import '../../welcome/welcome.css';
import { askFirst } from '../../platform/ask.ts';
import { keepFocus } from '../../ui/keep-focus.ts';
import { Welcome } from '../../welcome/Welcome.tsx';

const first = await askFirst({ type: 'options' });
keepFocus(document.body);
const app = document.getElementById('app')!;
if (first?.kind === 'options') render(<Welcome first={first} />, app);
// Without an answer there are no words in the user's language: say it in the one that the page is in.
else render(<p class="part">{first?.text ?? 'Dueline did not answer. Reload this page.'}</p>, app);
