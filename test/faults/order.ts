/** Whether rows were written in the order in which they were made. */

/** Keys that were carried out before an earlier one about the same thing. */
export function disorderOf(
  written: readonly string[],
  about: ReadonlyMap<string, string>,
  foreign: ReadonlySet<string>,
): string[] {
  // What was taken back before it was sent was never to be written.
  const made = [...about.keys()].filter((key) => written.includes(key) && !foreign.has(key));
  return made.filter((key, index) =>
    made
      .slice(0, index)
      .some(
        (earlier) => about.get(earlier) === about.get(key) && written.indexOf(earlier) > written.indexOf(key),
      ),
  );
}
