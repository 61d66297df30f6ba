import 'wxt/browser';

// WXT generates a narrower one beside its build output, which a type check must not depend on.
declare module 'wxt/browser' {
  interface WxtRuntime {
    getURL(path: string): string;
  }
}
