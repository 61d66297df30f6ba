declare module 'addons-linter' {
  interface Message {
    code: string;
    message: string;
    file?: string;
  }
  interface Linter {
    run(): Promise<{ errors: Message[]; notices: Message[]; warnings: Message[] }>;
  }
  export function createInstance(options: { config: Record<string, unknown>; runAsBinary: boolean }): Linter;
}
