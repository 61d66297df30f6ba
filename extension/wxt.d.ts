import 'wxt/browser';

// WXT generates a narrower one beside its build output, which a type check must not depend on.
declare module 'wxt/browser' {
  interface WxtRuntime {
    getURL(path: string): string;
  }
}

/** What WXT writes into the build for each browser. */
declare global {
  interface ImportMetaEnv {
    readonly FIREFOX: boolean;
  }
  interface ImportMeta {
    readonly env: ImportMetaEnv;
  }
}
