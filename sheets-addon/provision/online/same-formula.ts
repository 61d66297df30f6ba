/** Formulas as Sheets gives them back: with another locale's separator, without needless quotes and spaces. */
const STRINGS = /("(?:[^"]|"")*")/;

/** One way of writing for all ways in which Sheets may write the same formula. */
export function plainFormula(formula: string): string {
  return formula
    .split(STRINGS)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/'([A-Za-z_]\w*)'!/g, '$1!')
            .replaceAll(';', ',')
            .replace(/\s+/g, '')
            .replace(/(?<![a-z0-9.])[a-z][a-z0-9.]*(?=\()/g, (name) => name.toUpperCase()),
    )
    .join('');
}

export function isSameFormula(remote: unknown, described: string): boolean {
  return (
    typeof remote === 'string' && (remote === described || plainFormula(remote) === plainFormula(described))
  );
}
