/** The systems that are asked for their data, alphabetical: what the background may ask, without the readers. */

import { dynamicsPaths } from '../sites/dynamics.ts';
import { freshdeskPaths } from '../sites/freshdesk.ts';
import { jiraPaths } from '../sites/jira.ts';
import { libredeskPaths } from '../sites/libredesk.ts';
import type { SiteId } from '../sites/signs.ts';
import { zendeskPaths } from '../sites/zendesk.ts';
import type { DataPaths } from './json.ts';

export const DATA_PATHS: Partial<Record<SiteId, DataPaths>> = {
  dynamics: dynamicsPaths,
  freshdesk: freshdeskPaths,
  jira: jiraPaths,
  libredesk: libredeskPaths,
  zendesk: zendeskPaths,
};
