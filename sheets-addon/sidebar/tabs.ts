/** What the sidebar can show, in the order of its buttons. */
import type { MessageKey } from '#core/language/index.ts';
import type { Unreached } from './client.ts';
import type { SidebarRequest, Told } from './protocol.ts';

export interface Shown {
  request: SidebarRequest;
  /** `null` while it is waited for. */
  answer: Told | Unreached | null;
}

export const WIZARD: SidebarRequest = { ask: 'wizard' };

export const TABS: readonly { key: MessageKey; request: SidebarRequest }[] = [
  { key: 'sidebar.check', request: { ask: 'check' } },
  { key: 'sidebar.log-time', request: { ask: 'form', tab: 'activities' } },
  { key: 'sidebar.add-case', request: { ask: 'form', tab: 'cases' } },
  { key: 'sidebar.new-engagement', request: WIZARD },
  { key: 'sidebar.agenda', request: { ask: 'agenda', engagement: null } },
  { key: 'sidebar.export', request: { ask: 'exports' } },
  { key: 'sidebar.settings', request: { ask: 'settings' } },
  { key: 'sidebar.self-test', request: { ask: 'self-test' } },
];
