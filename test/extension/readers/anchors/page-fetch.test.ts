/** Whom a script in a page asks for the system's data: the page's origin, and where that is forbidden, the background. */
import { expect, it } from 'vitest';
import type { Request } from '../../../../extension/platform/messages.ts';
import { pageFetch } from '../../../../extension/platform/page-fetch.ts';

function setUp({ forbids, heldToPolicy }: { forbids: boolean; heldToPolicy: boolean }) {
  const asked: string[] = [];
  const fetchAt = pageFetch({
    fetch: async (url) => {
      asked.push(`page ${url}`);
      if (forbids) throw new TypeError('NetworkError');
      return new Response('{"by":"page"}');
    },
    ask: async (request: Request) => {
      asked.push(`background ${'path' in request ? request.path : ''}`);
      return { kind: 'system-data', text: '{"by":"background"}' } as never;
    },
    origin: () => 'https://desk.example',
    heldToPolicy,
  });
  return { asked, by: async () => (await fetchAt('/a')).json() };
}

it('a page that allows it is asked with its own session, and nobody else', async () => {
  const { asked, by } = setUp({ forbids: false, heldToPolicy: true });
  expect(await by()).toEqual({ by: 'page' });
  expect(asked).toEqual(['page https://desk.example/a']);
});

it('a page that forbids it is not tried again: each try is a report of its policy to the site', async () => {
  const { asked, by } = setUp({ forbids: true, heldToPolicy: true });
  expect(await by()).toEqual({ by: 'background' });
  expect(await by()).toEqual({ by: 'background' });
  expect(asked).toEqual(['page https://desk.example/a', 'background /a', 'background /a']);
});

it('where no policy holds us, a failure is the network’s, and the background is left alone', async () => {
  const { asked, by } = setUp({ forbids: true, heldToPolicy: false });
  await expect(by()).rejects.toThrow('NetworkError');
  expect(asked).toEqual(['page https://desk.example/a']);
});
