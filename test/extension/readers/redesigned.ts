/** A page after its vendor's next redesign: the same words and elements, other names. */
export function withRandomNames(html: string, seed: number): string {
  let state = seed;
  const random = () => {
    // A small generator with a seed: a failure can be run again.
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return `x${state.toString(36)}`;
  };
  return html.replace(/ (class|id|data-[\w-]+)="[^"]*"/g, (_whole, name: string) =>
    name.startsWith('data-') ? ` data-${random()}="${random()}"` : ` ${name}="${random()}"`,
  );
}
