/** Objects that throw at whatever they do not model, and count each call. */

export type Strict = <T extends object>(kind: string, model: T) => T;

/** A call that fails, as Google's do now and then: before it does anything, or after it has. */
export interface Fault {
  /** How many calls from now on go well. */
  after: number;
  isDone: boolean;
}

const UNAVAILABLE = 'Service Spreadsheets failed while accessing document.';

export function strictWith(
  calls: Map<string, number>,
  trace: string[],
  faults: { next: Fault | null },
  clock: { nowMs: number; perCallMs: number },
): Strict {
  return (kind, model) =>
    new Proxy(model, {
      get(target, name, receiver) {
        if (typeof name === 'symbol' || name === 'toJSON' || name === 'then')
          return Reflect.get(target, name, receiver);
        if (!(name in target)) throw new Error(`The stand-in does not model ${kind}.${name}`);
        const member = Reflect.get(target, name, receiver) as unknown;
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) => {
          calls.set(`${kind}.${name}`, (calls.get(`${kind}.${name}`) ?? 0) + 1);
          trace.push(`${kind}.${name}`);
          clock.nowMs += clock.perCallMs;
          const call = () => (member as (...given: unknown[]) => unknown).apply(target, args);
          const fault = faults.next;
          if (fault === null || fault.after-- > 0) return call();
          faults.next = null;
          if (fault.isDone) call();
          throw new Error(UNAVAILABLE);
        };
      },
      set(_, name) {
        throw new Error(`The stand-in does not model setting ${kind}.${String(name)}`);
      },
    });
}

/** What has come with a call before: it throws at whatever is not modelled, and looking at it asks nothing of Google. */
export function fetched<T extends object>(kind: string, model: T): T {
  return new Proxy(model, {
    get(target, name, receiver) {
      if (typeof name !== 'symbol' && name !== 'toJSON' && !(name in target)) {
        throw new Error(`The stand-in does not model ${kind}.${name}`);
      }
      return Reflect.get(target, name, receiver);
    },
  });
}

/** A builder whose setters are remembered, each with its arguments. */
export function builder<T>(
  strict: Strict,
  kind: string,
  setters: readonly string[],
  build: (record: Record<string, unknown[]>) => T,
): object {
  const record: Record<string, unknown[]> = {};
  const model: object = strict(kind, {
    ...Object.fromEntries(
      setters.map((name) => [
        name,
        (...args: unknown[]) => {
          record[name] = args;
          return model;
        },
      ]),
    ),
    build: () => build(record),
  });
  return model;
}
