/**
 * Between the content script, which runs on every page of a site; the view, which comes only once there is a ticket
 * to show; and the panel, which comes only once somebody opens it. All run in the extension's own world of the page,
 * where the page sees none of them.
 */
import type { ReadonlySignal } from '@preact/signals';
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import type { Change, LogEntry, Place, WorkView } from '../platform/changes.ts';
import type { ShowWhat } from '../platform/mapping.ts';
import type { NoDirectoryAnswer, PageRequest, TicketAnswer } from '../platform/messages.ts';
import type { Say } from '../ui/words.ts';
import type { Standing } from './standing.ts';

/** The content script's life on one page. */
export interface Session {
  /** Reads the page anew and asks again, whatever was asked before; says whether there is a ticket. */
  again: () => Promise<boolean>;
  end: () => void;
  readonly ended: boolean;
}

/** An answer together with the facts that it was given for. */
export interface Shown {
  facts: TicketFacts;
  answer: TicketAnswer | NoDirectoryAnswer;
}

export interface View {
  show(shown: Shown): void;
  /** Takes the overlay off the page; `show` brings it back. */
  hide(): void;
  /** The keyboard shortcut: opens the panel with the focus in it, or folds it and gives the focus back. */
  toggle(): void;
}

/** What the view needs of its session. */
export interface ViewActions {
  /** Tells the background what the user has done; `null` where it did it, else why not, in words. */
  send(change: PageRequest): Promise<string | null>;
  /** What is shown has grown old, or time has moved it into another state. */
  askAgain(): void;
  /** `false` once the extension is gone from under the page; the session has then ended. */
  alive(): boolean;
}

export type MakeView = (actions: ViewActions, signal: AbortSignal) => View;

/** Who writes what is left by the second; everything else is drawn anew by the minute at most. */
export type Figures = Set<(leftMs: number) => void>;

/** What the panel draws, all of it: it keeps nothing but what is being typed into it. */
export interface PanelProps {
  shown: Shown;
  standing: ReadonlySignal<Standing | null>;
  figures: Figures;
  /** For everything that counts no seconds. */
  nowMs: number;
  /** The zone of the person who looks. */
  zone: string;
  place: Place;
  /** The panel was opened by hand: its first button takes the focus. */
  focus: boolean;
  fold(): void;
  send(change: Change | ShowWhat | Bring): Promise<string | null>;
  dock(place: Place): void;
  /** The header is what the panel is dragged by. */
  drag(event: PointerEvent): void;
  /** Off the page where the overlay is hidden on the site. */
  leave(): void;
}

type Bring = Extract<PageRequest, { type: 'bring' }>;

/** The form of one entry of logged time; `entry` is `null` for a new one. */
export interface WorkProps {
  form: 'work';
  work: WorkView;
  entry: LogEntry | null;
  /** What was left half typed in of it. */
  draft?: LogEntry | null;
  /** Takes down what is typed, as it is typed; 0 hours are none yet. */
  keep?: (entry: LogEntry) => void;
  save: (entry: LogEntry) => void;
  cancel: () => void;
  say: Say;
}

/** The form in which somebody signs a word of theirs. */
export interface NoteProps {
  form: 'note';
  name: string;
  withReason: boolean;
  /** What the button says that ends it. */
  button: string;
  /** What was left half typed in of it. */
  draft: { by: string; reason: string } | null;
  /** Takes down what is typed, as it is typed. */
  keep: (by: string, reason: string) => void;
  save: (by: string, reason: string) => void;
  cancel: () => void;
  say: Say;
}

export type FormProps = WorkProps | NoteProps;

export interface FormsBundle {
  /** Draws into an element; `null` clears it. */
  draw(into: Element, props: FormProps | null): void;
}

export interface PanelBundle {
  css: string;
  /** Draws into an element; `null` clears it. */
  draw(into: Element, props: PanelProps | null): void;
}

const SESSION = Symbol.for('dueline.session');
const VIEW = Symbol.for('dueline.view');
const FORMS = Symbol.for('dueline.forms');
const PANEL = Symbol.for('dueline.panel');

interface World {
  [SESSION]?: Session | undefined;
  [VIEW]?: MakeView;
  [FORMS]?: FormsBundle;
  [PANEL]?: PanelBundle;
}

/** Our own world of the page: a second run of a script finds here what the first one left. */
export const world = {
  get session(): Session | undefined {
    return (globalThis as World)[SESSION];
  },
  set session(session: Session | undefined) {
    (globalThis as World)[SESSION] = session;
  },
  get makeView(): MakeView | undefined {
    return (globalThis as World)[VIEW];
  },
  set makeView(make: MakeView) {
    (globalThis as World)[VIEW] = make;
  },
  get forms(): FormsBundle | undefined {
    return (globalThis as World)[FORMS];
  },
  set forms(forms: FormsBundle) {
    (globalThis as World)[FORMS] = forms;
  },
  get panel(): PanelBundle | undefined {
    return (globalThis as World)[PANEL];
  },
  set panel(panel: PanelBundle) {
    (globalThis as World)[PANEL] = panel;
  },
};
