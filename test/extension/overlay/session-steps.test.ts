/** A page may take long to read: it has its turn meanwhile, and half a page is never asked about. */
import { expect, test } from 'vitest';
import { answer, settled, setUp, useFakeTime } from './session-set-up.ts';

useFakeTime();

test('a long reading gives the page its turn between its steps, and asks when it is done', async () => {
  const { page, asked, state, session } = setUp();
  asked[0]!.answer(answer());
  await settled();
  state.steps = [undefined, undefined];
  state.subject = 'b';
  const told = session.again();
  page.frame();
  expect(asked).toHaveLength(1);
  page.frame();
  expect(asked).toHaveLength(2);
  expect(await told).toBe(true);
});

test('a change in the middle of a reading has it begin anew: nothing is asked of half a page', async () => {
  const { page, asked, state, session } = setUp();
  asked[0]!.answer(answer());
  await settled();
  state.steps = [undefined];
  state.subject = 'b';
  const told = session.again();
  page.go('https://desk.example/tickets/2');
  page.frame();
  expect(asked).toHaveLength(1);
  page.frame();
  expect(asked.slice(1).map(({ request }) => request.type === 'ticket' && request.facts.url)).toEqual([
    'https://desk.example/tickets/2',
  ]);
  expect(await told).toBe(true);
});

test('whoever waits for a reading is told that there is no ticket where the extension goes meanwhile', async () => {
  const { page, state, session } = setUp();
  state.steps = [undefined];
  const told = session.again();
  state.alive = false;
  page.mutate();
  page.frame();
  expect(await told).toBe(false);
  expect(await session.again()).toBe(false);
});

test('a reading that fails says so on the console, and nobody waits for it', async () => {
  const { page, state, session } = setUp();
  state.steps = [undefined];
  const told = session.again();
  state.broken = true;
  expect(() => page.frame()).toThrow('broken page');
  expect(await told).toBe(false);
});
