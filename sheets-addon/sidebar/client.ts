/** Asks the script, and turns every way in which that fails into an answer. */
import type { SidebarAnswer, SidebarRequest, Told } from './protocol.ts';

/** `google.script.run`, as far as it is used. */
interface Runner {
  withSuccessHandler(done: (told: Told) => void): Runner;
  withFailureHandler(failed: (error: { message?: string }) => void): Runner;
  answer(request: SidebarRequest): void;
}

declare const google: { script: { run: Runner } };

export type Ask = (request: SidebarRequest) => Promise<Told | Extract<SidebarAnswer, { kind: 'failed' }>>;

export const askScript: Ask = (request) =>
  new Promise((resolve) => {
    google.script.run
      .withSuccessHandler(resolve)
      .withFailureHandler(({ message }) => resolve({ kind: 'failed', text: message ?? '' }))
      .answer(request);
  });
