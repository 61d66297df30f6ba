/** Our scripts start without WXT's frame around them, which reports to the console what the browser reports anyway. */
const FRAME = 'virtual:wxt-unlisted-script-entrypoint?';

export function plainStart() {
  return {
    name: 'plain-start',
    enforce: 'pre' as const,
    transform(_code: string, id: string) {
      const [, script] = id.split(FRAME);
      return script
        ? { code: `import script from ${JSON.stringify(script)};\nexport default script.main();`, map: null }
        : null;
    },
  };
}
