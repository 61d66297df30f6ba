/** Functions that came after the format's first edition are stored under a longer name. */
import type { FunctionName } from '#core/tracker/index.ts';

const LATER: readonly FunctionName[] = ['ISOWEEKNUM', 'MINIFS', 'UNICHAR', 'UNICODE'];
export const storedName = (name: FunctionName) => (LATER.includes(name) ? `_xlfn.${name}` : name);
