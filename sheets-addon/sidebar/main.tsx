/** Wiring: the sidebar's page, in the language of its browser until the script says another. */
import { render } from 'preact';
import { languageFor } from '#core/language/index.ts';
import { askScript } from './client.ts';
import { Sidebar } from './Sidebar.tsx';
import './sidebar.css';

render(
  <Sidebar ask={askScript} language={languageFor(navigator.languages)} />,
  document.getElementById('app')!,
);
