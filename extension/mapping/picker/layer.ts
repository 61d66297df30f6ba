/** The one element of the picker: a closed shadow root with its panel, the sheet over the page and the frame. */
import { render } from 'preact';
import parts from '../../ui/parts.css?inline';
import { addShadowStyles } from '../../ui/shadow-styles.ts';
import tokens from '../../ui/tokens.css?inline';
import styles from './picker.css?inline';

export interface PickerLayer {
  panel: HTMLElement;
  /** Takes the mouse and the keys while the user points; hidden otherwise. */
  sheet: HTMLElement;
  frame: HTMLElement;
  /** Holds the frames around the messages that were found. */
  marks: HTMLElement;
}

const HOST_NAME = 'dueline-picker';
const OWN_EVENTS = [
  'keydown',
  'keyup',
  'keypress',
  'click',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
];

export function makePickerLayer(document: Document, signal: AbortSignal): PickerLayer {
  for (const left of document.querySelectorAll(HOST_NAME)) left.remove();
  const element = document.createElement(HOST_NAME);
  const root = element.attachShadow({ mode: 'closed' });
  addShadowStyles(document, root, tokens + parts + styles);
  const make = (name: string) => {
    const box = document.createElement('div');
    box.className = name;
    root.append(box);
    return box;
  };
  const sheet = make('sheet');
  sheet.tabIndex = -1;
  sheet.setAttribute('role', 'application');
  sheet.hidden = true;
  const frame = make('frame');
  frame.hidden = true;
  const marks = make('marks');
  const panel = make('dock');
  // A click on a place of the page, and a key meant for us, are none of the page's.
  for (const type of OWN_EVENTS) root.addEventListener(type, (event) => event.stopPropagation());
  signal.addEventListener('abort', () => {
    render(null, panel);
    element.remove();
  });
  document.documentElement.append(element);
  return { panel, sheet, frame, marks };
}
