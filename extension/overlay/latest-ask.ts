/** Asks one question at a time: a newer question ends the older one, whose answer is dropped when it comes. */

export interface LatestAskOptions<Q, A> {
  send: (question: Q, signal: AbortSignal) => Promise<A>;
  receive: (answer: A, question: Q) => void;
  fail: (error: unknown, question: Q) => void;
}

export class LatestAsk<Q, A> {
  readonly #options: LatestAskOptions<Q, A>;
  #current: AbortController | null = null;

  constructor(options: LatestAskOptions<Q, A>) {
    this.#options = options;
  }

  ask(question: Q): void {
    this.cancel();
    const controller = new AbortController();
    this.#current = controller;
    const { signal } = controller;
    this.#options.send(question, signal).then(
      (answer) => {
        if (!signal.aborted) this.#options.receive(answer, question);
      },
      (error: unknown) => {
        if (!signal.aborted) this.#options.fail(error, question);
      },
    );
  }

  /** Ends the question under way, if there is one. */
  cancel(): void {
    this.#current?.abort();
    this.#current = null;
  }
}
