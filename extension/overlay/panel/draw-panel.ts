/** Draws the panel from what the view gives it: a bundle of its own, so that a line at rest costs only a line. */
import { h, render } from 'preact';
import formCss from '../../ui/form.css?inline';
import type { PanelBundle } from '../view-contract.ts';
import { Panel } from './Panel.tsx';
import css from './panel.css?inline';

export const panel: PanelBundle = {
  css: formCss + css,
  draw: (into, props) => render(props && h(Panel, props), into),
};
