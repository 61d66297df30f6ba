/** The systems that are asked for their data, alphabetical: what the background may ask, without the readers. */
import type { DataPaths } from '../anchors/json.ts';
import { dynamicsPaths } from './dynamics.ts';
import { freshdeskPaths } from './freshdesk.ts';
import { jiraPaths } from './jira.ts';
import { libredeskPaths } from './libredesk.ts';
import type { SiteId } from './signs.ts';
import { zendeskPaths } from './zendesk.ts';

export const DATA_PATHS: Partial<Record<SiteId, DataPaths>> = {
  dynamics: dynamicsPaths,
  freshdesk: freshdeskPaths,
  jira: jiraPaths,
  libredesk: libredeskPaths,
  zendesk: zendeskPaths,
};
