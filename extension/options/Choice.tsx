/** One of a few values, and an example of what the chosen one means. */
interface Props<Value> {
  label: string;
  example: string;
  choices: readonly Value[];
  chosen: Value;
  locked: boolean;
  name: (value: Value) => string;
  onChange: (value: Value) => void;
}

/** A rulebook may say something that is none of the usual choices: it is one of them then. */
export function Choice<Value>({ label, example, choices, chosen, locked, name, onChange }: Props<Value>) {
  const isChosen = (value: Value) => name(value) === name(chosen);
  const all = choices.some(isChosen) ? choices : [chosen, ...choices];
  return (
    <label>
      <span class="soft">{label}</span>
      <select
        class="select"
        disabled={locked}
        value={all.findIndex(isChosen)}
        onChange={({ currentTarget }) => onChange(all[Number(currentTarget.value)]!)}
      >
        {all.map((value, index) => (
          <option key={name(value)} value={index}>
            {name(value)}
          </option>
        ))}
      </select>
      <span class="example">{example}</span>
    </label>
  );
}
