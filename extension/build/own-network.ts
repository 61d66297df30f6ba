/** Holds our own pages to a line of network policy, whatever the browser lets the extension at large. */
export function ownNetwork(policy: string) {
  return {
    name: 'own-network',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
        injectTo: 'head-prepend' as const,
      },
    ],
  };
}
