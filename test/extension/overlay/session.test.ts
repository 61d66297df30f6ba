import { expect, test, vi } from 'vitest';
import { answer, settled, setUp, useFakeTime } from './session-set-up.ts';

useFakeTime();

test('asks once for a ticket, and shows the answer', async () => {
  const { asked, state } = setUp();
  expect(asked).toHaveLength(1);
  asked[0]!.answer(answer());
  await settled();
  expect(state.shown?.facts.url).toBe('https://desk.example/tickets/1');
});

test('a page without a ticket is asked about with no message, and shows nothing', async () => {
  const { page, asked, state, session } = setUp();
  asked[0]!.answer(answer());
  await settled();
  state.ticket = false;
  page.mutate();
  page.frame();
  expect(state.shown).toBeNull();
  expect(await session.again()).toBe(false);
  expect(asked).toHaveLength(1);
});

test('stale-answer-dropped: asked for 1, gone to 2, the answer for 1 comes last and changes nothing', async () => {
  const { page, asked, state } = setUp();
  page.go('https://desk.example/tickets/2');
  page.frame();
  expect(asked).toHaveLength(2);
  asked[1]!.answer(answer());
  await settled();
  asked[0]!.answer(answer());
  await settled();
  expect(state.shown?.facts.url).toBe('https://desk.example/tickets/2');
});

test('an answer for an address that the page has left without any event is dropped', async () => {
  const { page, asked, state } = setUp();
  page.location.href = 'https://desk.example/tickets/2';
  asked[0]!.answer(answer());
  await settled();
  expect(state.shown).toBeNull();
});

test('one-overlay: 20 times there and back leave one view and one observer, with the facts of the address', async () => {
  const { page, asked, state, makeView } = setUp();
  for (let turn = 0; turn < 20; turn++) {
    for (const id of ['2', '1']) {
      page.go(`https://desk.example/tickets/${id}`);
      page.mutate();
      page.frame();
      asked.at(-1)!.answer(answer());
      await settled();
      expect(state.shown?.facts.id?.value).toBe(id);
    }
  }
  expect(makeView).toHaveBeenCalledTimes(1);
  expect(page.observers).toHaveLength(1);
});

test('the overlay of the ticket that was left is gone before the new one’s answer is there', async () => {
  const { page, asked, state } = setUp();
  asked[0]!.answer(answer());
  await settled();
  page.go('https://desk.example/tickets/2');
  page.frame();
  expect(state.shown).toBeNull();
});

test('mutation-storm: 10,000 changes in one frame are one reading, and an unchanged ticket is not asked about again', async () => {
  const { page, asked, zonesRead } = setUp();
  asked[0]!.answer(answer());
  await settled();
  const before = zonesRead.length;
  for (let change = 0; change < 10_000; change++) page.mutate();
  expect(page.frame()).toBe(1);
  expect(zonesRead.length - before).toBe(1);
  expect(asked).toHaveLength(1);
});

test('a changed ticket is asked about again, and the old answer stays until the new one comes', async () => {
  const { page, asked, state } = setUp();
  asked[0]!.answer(answer());
  await settled();
  state.subject = 'b';
  page.mutate();
  page.frame();
  expect(asked).toHaveLength(2);
  expect(state.shown?.facts.subject?.value).toBe('a');
  asked[1]!.answer(answer());
  await settled();
  expect(state.shown?.facts.subject?.value).toBe('b');
});

test('a site with a zone of its own is read again in that zone before anything is shown', async () => {
  const { asked, zonesRead, state } = setUp();
  asked[0]!.answer(answer('Asia/Seoul'));
  await settled();
  expect(zonesRead.at(-1)).toBe('Asia/Seoul');
  expect(state.shown).toBeNull();
  asked[1]!.answer(answer('Asia/Seoul'));
  await settled();
  expect(state.shown).not.toBeNull();
  expect(asked).toHaveLength(2);
});

test('a change of the directory makes every open overlay ask again', async () => {
  const { asked, push } = setUp();
  asked[0]!.answer(answer());
  await settled();
  push({ type: 'changed' });
  expect(asked).toHaveLength(2);
});

test('a site that is switched off loses its overlay; one on another site stays', async () => {
  const { asked, push, state, session } = setUp();
  asked[0]!.answer(answer());
  await settled();
  push({ type: 'switched-off', origins: ['https://other.example/*'] });
  expect(session.ended).toBe(false);
  push({ type: 'switched-off', origins: ['https://desk.example/*'] });
  expect(session.ended).toBe(true);
  expect(state.shown).toBeNull();
});

test('orphan-after-update: once the extension is gone, the next event ends timers, observers and the overlay', async () => {
  const { page, asked, state, session } = setUp();
  asked[0]!.answer(answer());
  await settled();
  state.alive = false;
  page.mutate();
  page.frame();
  expect(session.ended).toBe(true);
  expect(state.shown).toBeNull();
  expect(page.observers).toHaveLength(0);
  expect(vi.getTimerCount()).toBe(0);
  page.go('https://desk.example/tickets/2');
  expect(page.frame()).toBe(0);
});

test('a background that cannot be reached is asked again at the page’s next change, without an error', async () => {
  const { page, asked, state } = setUp();
  asked[0]!.fail(new Error('Could not establish connection.'));
  await settled();
  page.mutate();
  page.frame();
  asked[1]!.answer(answer());
  await settled();
  expect(state.shown).not.toBeNull();
});

test('the keyboard shortcut reaches the view, and where there is no ticket it does nothing', async () => {
  const { asked, state, push } = setUp();
  push({ type: 'toggle' });
  expect(state.toggled).toBe(0);
  asked[0]!.answer(answer());
  await settled();
  push({ type: 'toggle' });
  expect(state.toggled).toBe(1);
});
