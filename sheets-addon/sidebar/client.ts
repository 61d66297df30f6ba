/** Asks the script, and turns every way in which that fails into an answer. */
import type { SidebarAnswer, SidebarRequest, Told } from './protocol.ts';

/** `google.script.run`, as far as it is used. */
interface Runner {
  withSuccessHandler(done: (told: Told) => void): Runner;
  withFailureHandler(failed: (error: { message?: string }) => void): Runner;
  answer(request: SidebarRequest): void;
}

declare const google: { script: { run: Runner } };

/** Nothing came of the question itself: Google has not carried it to the script, or not its answer back. */
export interface Unreached {
  kind: 'unreached';
  /** What Google says of it, in whatever language; it may say nothing. */
  detail: string;
}

export type AskScript = (request: SidebarRequest) => Promise<Told | Unreached>;
/** As the parts of the sidebar ask: what goes wrong is told in words. */
export type Ask = (request: SidebarRequest) => Promise<Told | Extract<SidebarAnswer, { kind: 'failed' }>>;

/** What went wrong, in words; empty where nothing did. */
export function failureIn(answer: SidebarAnswer): string {
  return 'text' in answer ? answer.text : '';
}

export const askScript: AskScript = (request) =>
  new Promise((resolve) => {
    const fail = (error: unknown) => {
      const detail = (error as { message?: unknown } | null)?.message ?? '';
      resolve({ kind: 'unreached', detail: String(detail) });
    };
    try {
      google.script.run.withSuccessHandler(resolve).withFailureHandler(fail).answer(request);
    } catch (error) {
      fail(error);
    }
  });
