import { expect, test } from 'vitest';
import { LatestAsk } from '../../../extension/overlay/latest-ask.ts';

function setUp() {
  const asked = new Map<
    string,
    { answer: (text: string) => void; fail: (why: string) => void; signal: AbortSignal }
  >();
  const received: string[] = [];
  const failed: unknown[] = [];
  const line = new LatestAsk<string, string>({
    send: (question, signal) =>
      new Promise((resolve, reject) => asked.set(question, { answer: resolve, fail: reject, signal })),
    receive: (answer) => received.push(answer),
    fail: (error) => failed.push(error),
  });
  return { asked, received, failed, line };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('stale-answer-dropped: the answer for the ticket that was left is ignored, however late it comes', async () => {
  const { asked, received, line } = setUp();
  line.ask('1');
  line.ask('2');
  expect(asked.get('1')!.signal.aborted).toBe(true);
  asked.get('2')!.answer('answer for 2');
  await settled();
  asked.get('1')!.answer('answer for 1');
  await settled();
  expect(received).toEqual(['answer for 2']);
});

test('a failure of the question that was left is nobody’s news', async () => {
  const { asked, failed, line } = setUp();
  line.ask('1');
  line.ask('2');
  asked.get('1')!.fail('gone');
  asked.get('2')!.fail('no background');
  await settled();
  expect(failed).toEqual(['no background']);
});

test('after cancelling no answer counts', async () => {
  const { asked, received, line } = setUp();
  line.ask('1');
  line.cancel();
  asked.get('1')!.answer('answer for 1');
  await settled();
  expect(received).toEqual([]);
});
