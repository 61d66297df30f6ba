import 'wxt/browser';

// WXT generates these beside its build output, which a type check must not depend on.
declare module 'wxt/browser' {
  interface WxtRuntime {
    getURL(path: string): string;
  }
}

declare global {
  interface ImportMeta {
    readonly env: {
      /** Built for Firefox; a constant of the build. */
      readonly FIREFOX: boolean;
    };
  }
}
