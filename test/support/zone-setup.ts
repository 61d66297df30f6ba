/** A core project that does not run under the zone in its name would prove nothing. */
const MINUTE_MS = 60_000;

/** A winter, a summer, and both sides of the date that Apia never had. */
const PROBES = ['2026-01-15T12:00Z', '2026-07-15T12:00Z', '2011-12-29T12:00Z', '2012-01-01T12:00Z'];

/** Compared by what the clocks show: without tzdata, Node calls Asia/Kolkata by its older name. */
function offsetMinutes(zone: string, atMs: number): number {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return (Date.parse(`${format.format(atMs).replace(' ', 'T')}Z`) - atMs) / MINUTE_MS;
}

const wanted = process.env.DUELINE_TEST_ZONE ?? '';
for (const probe of PROBES) {
  const atMs = Date.parse(probe);
  if (-new Date(atMs).getTimezoneOffset() !== offsetMinutes(wanted, atMs)) {
    const actual = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    throw new Error(`This project should run under TZ=${wanted}, but runs under ${actual}.`);
  }
}
