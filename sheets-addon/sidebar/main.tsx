/** Wiring: the sidebar's page, in the language of its browser until the script says another. */
import { render } from 'preact';
import { languageFor } from '#core/language/index.ts';
import { askScript } from './client.ts';
import { keepFocus } from './keep-focus.ts';
import { Sidebar } from './Sidebar.tsx';
import './sidebar.css';

const app = document.getElementById('app')!;
keepFocus(app);
render(<Sidebar ask={askScript} language={languageFor(navigator.languages)} />, app);
