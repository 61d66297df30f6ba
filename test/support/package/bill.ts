/** The bill of materials of what ships: every package in it, as the lock file pins it. The same bytes each time. */

import manifest from '../../../package.json' with { type: 'json' };
import lock from '../../../package-lock.json' with { type: 'json' };

/** What the extension's and the add-on's sources import; a test holds the list to them. */
export const SHIPPED = [
  '@preact/signals',
  'date-holidays',
  'ical.js',
  'luxon',
  'preact',
  'wxt',
  'zod',
] as const;

interface Locked {
  version?: string;
  integrity?: string;
  license?: string;
  dependencies?: Record<string, string>;
}

const PACKAGES: Readonly<Record<string, Locked>> = lock.packages;
/** Of wxt only small modules are bundled, and they bring the browser's own API with them. */
const ONLY_OF: Readonly<Record<string, readonly string[]>> = {
  wxt: ['@wxt-dev/browser', '@wxt-dev/storage'],
};

/** The packages that ship and what they depend on, alphabetical. */
export function shippedPackages(): string[] {
  const found = new Set<string>();
  const visit = (name: string) => {
    const locked = PACKAGES[`node_modules/${name}`];
    if (found.has(name) || !locked) return;
    found.add(name);
    for (const other of ONLY_OF[name] ?? Object.keys(locked.dependencies ?? {})) visit(other);
  };
  for (const name of SHIPPED) visit(name);
  return [...found].sort();
}

/** CycloneDX 1.5. Without a time and a number of its own, which would make two builds differ. */
export function billOfMaterials(): string {
  const components = shippedPackages().map((name) => {
    const { version = '', integrity = '', license } = PACKAGES[`node_modules/${name}`]!;
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
    const [algorithm, digest = ''] = integrity.split('-', 2);
    const hashes =
      algorithm === 'sha512'
        ? [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }]
        : [];
    return {
      type: 'library',
      'bom-ref': purl,
      name,
      version,
      purl,
      ...(hashes.length > 0 && { hashes }),
      ...(license !== undefined && { licenses: [{ license: { name: license } }] }),
    };
  });
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: { type: 'application', name: manifest.name, version: manifest.version },
    },
    components,
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}
