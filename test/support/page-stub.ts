/** A page as the content script sees it, with its frames, mutations and navigation in the test's hand. */
export class PageStub extends EventTarget {
  readonly location = { href: 'https://desk.example/tickets/1' };
  readonly document = new EventTarget() as unknown as Document;
  readonly navigation = new EventTarget();
  readonly observers: StubObserver[] = [];
  readonly listeners = new Set<string>();
  frames: (FrameRequestCallback | null)[] = [];
  readonly tasks = new Map<number, () => void>();
  handle = 0;
  time = 0;
  readonly performance = { now: () => this.time };

  get window(): Window {
    return this as unknown as Window;
  }

  requestAnimationFrame(callback: FrameRequestCallback): number {
    return this.frames.push(callback);
  }

  cancelAnimationFrame(handle: number): void {
    this.frames[handle - 1] = null;
  }

  setTimeout(callback: () => void): number {
    this.handle += 1;
    this.tasks.set(this.handle, callback);
    return this.handle;
  }

  clearTimeout(handle: number | undefined): void {
    if (handle !== undefined) this.tasks.delete(handle);
  }

  /** Runs the frames asked for so far, and what waits for them to be drawn; says how many frames there were. */
  frame(): number {
    const due = this.frames.filter((callback) => callback !== null);
    this.frames = [];
    for (const callback of due) callback(this.time);
    for (const [handle, callback] of [...this.tasks]) {
      if (this.tasks.delete(handle)) callback();
    }
    return due.length;
  }

  /** A change of the page's own. */
  mutate(
    record: Partial<MutationRecord> = {
      target: {} as Node,
      addedNodes: [] as unknown as NodeList,
      removedNodes: [] as unknown as NodeList,
    },
  ): void {
    for (const observer of this.observers) observer.deliver([record as MutationRecord]);
  }

  /** What the browser does for pushState: the address first, then the event. */
  go(href: string): void {
    this.location.href = href;
    this.navigation.dispatchEvent(new Event('currententrychange'));
  }

  /** The observer class that the page's scripts find. */
  get MutationObserver(): typeof MutationObserver {
    const page = this;
    return class extends StubObserver {
      constructor(callback: MutationCallback) {
        super(callback, page.observers);
      }
    } as unknown as typeof MutationObserver;
  }
}

class StubObserver {
  readonly #callback: MutationCallback;
  readonly #all: StubObserver[];

  constructor(callback: MutationCallback, all: StubObserver[]) {
    this.#callback = callback;
    this.#all = all;
  }

  observe(): void {
    this.#all.push(this);
  }

  disconnect(): void {
    const index = this.#all.indexOf(this);
    if (index >= 0) this.#all.splice(index, 1);
  }

  deliver(records: MutationRecord[]): void {
    this.#callback(records, this as unknown as MutationObserver);
  }
}
