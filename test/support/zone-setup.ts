/** A core project that does not run under the zone in its name would prove nothing. */
const wanted = process.env.DUELINE_TEST_ZONE;
const actual = new Intl.DateTimeFormat().resolvedOptions().timeZone;
if (wanted !== actual)
  throw new Error(`This project should run under TZ=${wanted}, but runs under ${actual}.`);
