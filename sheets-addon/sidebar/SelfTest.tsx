/** What this environment makes of cases whose result is known. */
import type { Translate } from '#core/language/index.ts';
import type { SelfTestResult } from './protocol.ts';

export function SelfTest({ results, translate }: { results: SelfTestResult[]; translate: Translate }) {
  const wrong = results.filter(({ expected, found }) => expected !== found);
  const passed = results.length - wrong.length;
  return (
    <>
      <p class={wrong.length === 0 ? 'good' : ''}>
        {translate('sidebar.self-test-passed', { passed, count: results.length })}
      </p>
      <p class="quiet">
        {translate(wrong.length === 0 ? 'sidebar.self-test-about' : 'sidebar.self-test-out')}
      </p>
      <ul>
        {wrong.map(({ name, expected, found }) => (
          <li key={name} class="violation">
            {translate('sidebar.self-test-wrong', { name, expected, found })}
          </li>
        ))}
      </ul>
    </>
  );
}
