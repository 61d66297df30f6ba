/** A few processes beside our own, and who is waiting for one. */
import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Conversion } from './convert.ts';
import { type BadTracker, NotATracker } from './folder.ts';

export interface Workers {
  convert(kind: 'directory' | 'folder' | 'workbook', conversion: Conversion): Promise<void>;
  end(): void;
}

interface Answer {
  bad: BadTracker | null;
}

export function openWorkers(most: number): Workers {
  const idle: ChildProcess[] = [];
  const all = new Set<ChildProcess>();
  const waiting: (() => void)[] = [];
  const take = async (): Promise<ChildProcess> => {
    const worker = idle.pop();
    if (worker) return worker;
    if (all.size < most) return start();
    await new Promise<void>((resolve) => waiting.push(resolve));
    return take();
  };
  const start = () => {
    const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
    const path = fileURLToPath(new URL('./worker.ts', import.meta.url));
    const worker = fork(path, { execArgv: ['--import', loader] });
    all.add(worker);
    return worker;
  };
  const give = (worker: ChildProcess) => {
    // Of one that has died the channel may still be open for a moment.
    if (worker.connected && worker.exitCode === null && worker.signalCode === null) idle.push(worker);
    else all.delete(worker);
    waiting.shift()?.();
  };
  return {
    async convert(kind, conversion) {
      const worker = await take();
      const { bad } = await answerOf(worker, { kind, ...conversion });
      give(worker);
      if (bad) throw new NotATracker(bad);
    },
    end: () => {
      for (const worker of all) worker.disconnect();
    },
  };
}

/** A worker that dies over a file, for want of memory perhaps, makes one bad tracker. */
function answerOf(worker: ChildProcess, wanted: object): Promise<Answer> {
  return new Promise((resolve) => {
    const finish = (answer: Answer) => {
      worker.off('message', finish);
      worker.off('exit', died);
      resolve(answer);
    };
    const died = (code: number | null, signal: string | null) =>
      finish({ bad: { reason: 'unreadable', values: { detail: `${signal ?? code}` } } });
    worker.on('message', finish);
    worker.on('exit', died);
    worker.send(wanted);
  });
}
