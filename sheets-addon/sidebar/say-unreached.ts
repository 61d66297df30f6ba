/** That Google has not carried a question to the script, in words, with the usual way out. */
import type { Translate } from '#core/language/index.ts';
import type { Unreached } from './client.ts';

export function sayUnreached({ detail }: Unreached, translate: Translate): string {
  const said =
    detail.trim() === ''
      ? translate('sidebar.unreached-silent')
      : translate('sidebar.unreached', { detail: detail.trim() });
  return `${said}\n${translate('sidebar.accounts')}`;
}
