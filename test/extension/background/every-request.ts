/** A sound example of every question that the background answers; a new kind does not compile without one. */
import type { OwnRequest, PageRequest } from '../../../extension/platform/messages.ts';

type Examples<R extends { type: string }> = { [T in R['type']]: Extract<R, { type: T }> };

/** The desk whose pages ask. */
export const DESK = 'https://desk.example';
const at = { fromMs: 1_780_900_000_000, untilMs: 1_780_900_000_000, zone: 'offset', shown: '10:00' } as const;
const source = 'semantics' as const;

const facts: Extract<PageRequest, { type: 'ticket' }>['facts'] = {
  url: `${DESK}/tickets/1`,
  reader: 'generic',
  changed: 'redmine',
  language: 'en',
  id: { value: '1', source, shown: 'Ticket' },
  subject: { value: 'Printer', source },
  requester: { value: { name: 'Ada', email: 'ada@acme.example' }, source },
  organisation: { value: 'Acme', source },
  created: { value: at, source },
  deadline: { value: at, source },
  status: { value: { shown: 'Open', kind: 'open' }, source },
  priority: { value: 'High', source },
  assignee: { value: 'Bo', source },
  messages: [{ role: 'customer', author: { name: 'Ada', email: 'ada@acme.example' }, at, source }],
  earlierMessages: 2,
  unread: ['roles'],
  mapping: { unfit: ['status'] },
};
const row = {
  url: facts.url,
  id: '1',
  subject: 'Printer',
  requester: { name: 'Ada', email: 'ada@acme.example' },
  organisation: 'Acme',
  status: { shown: 'Open', kind: 'open' as const },
  created: at,
  changed: at,
};
const entry = {
  date: '2026-06-08',
  hours: 1.5,
  deliverable: 'maintenance',
  method: 'e-mail' as const,
  note: 'called',
  weeklyCall: false,
};
const readings = {
  businessDay: 'same-time' as const,
  answeredBy: 'any-staff' as const,
  dueSoonMinutes: 60,
  warnFromShare: 0.8,
};

export const OF_A_PAGE: Examples<PageRequest> = {
  acknowledge: { type: 'acknowledge', facts, finding: 'contacts E-1', by: 'Mira', reason: 'agreed' },
  'add-case': { type: 'add-case', facts },
  draft: {
    type: 'draft',
    facts,
    draft: { id: 'A-1', entry: { ...entry, hours: 0 } },
  },
  'answer-needed': { type: 'answer-needed', facts, inquiryMs: at.fromMs },
  bring: { type: 'bring', part: 'panel' },
  keep: { type: 'keep', look: { folded: true, hidden: false, place: { corner: 'top-left', x: 8, y: 16 } } },
  log: { type: 'log', facts, engagement: 'E-1', id: 'W-1', entry },
  map: { type: 'map', mapping: { fact: 'status', anchors: [{ by: 'label', value: 'Status' }] } },
  'map-status': { type: 'map-status', word: 'Wartend', kind: 'pending' },
  mapping: { type: 'mapping' },
  'no-answer': { type: 'no-answer', facts, inquiryMs: at.fromMs, by: 'Mira' },
  'open-options': { type: 'open-options' },
  pick: { type: 'pick', facts, engagement: 'E-1', scope: 'ticket' },
  'remove-case': { type: 'remove-case', facts },
  rows: { type: 'rows', rows: [row] },
  'set-zone': { type: 'set-zone', zone: 'Europe/Berlin' },
  'start-timer': { type: 'start-timer', facts, engagement: 'E-1' },
  'stop-timer': { type: 'stop-timer', keep: true },
  ticket: { type: 'ticket', facts, view: true },
  unacknowledge: { type: 'unacknowledge', facts, finding: 'contacts E-1' },
  unlog: { type: 'unlog', facts, id: 'W-1' },
  unpick: { type: 'unpick', facts },
};

export const OF_OUR_OWN: Examples<OwnRequest> = {
  'add-days': {
    type: 'add-days',
    calendar: 'berlin',
    added: {
      holidays: [{ date: '2026-12-25', name: 'Christmas', kind: 'holiday' }],
      halfDays: [{ date: '2026-12-24', name: 'Eve', spans: [{ from: '09:00', to: '12:00' }] }],
    },
  },
  'calendar-year': { type: 'calendar-year', calendar: 'berlin', year: 2026 },
  'card-maker': { type: 'card-maker' },
  'check-directory': { type: 'check-directory', text: '{}' },
  diagnose: { type: 'diagnose' },
  'export-directory': { type: 'export-directory' },
  'export-set-aside': { type: 'export-set-aside' },
  'forget-set-aside': { type: 'forget-set-aside' },
  'export-mappings': { type: 'export-mappings' },
  'trust-key': { type: 'trust-key', id: 'E-1', trust: false },
  'forget-card': { type: 'forget-card', id: 'E-1' },
  'forget-mapping': { type: 'forget-mapping', site: DESK, address: '/tickets/#', fact: 'status' },
  'forget-picks': { type: 'forget-picks' },
  'import-mappings': { type: 'import-mappings', text: '{}' },
  'keep-card': { type: 'keep-card', text: 'card', trust: true },
  'make-card': {
    type: 'make-card',
    engagement: 'E-1',
    shared: { contacts: true, hours: false },
    signed: true,
    page: 'https://cards.example',
  },
  mappings: { type: 'mappings' },
  'open-options': { type: 'open-options' },
  options: { type: 'options' },
  'pause-reminders': { type: 'pause-reminders', until: 'hour', zone: 'Europe/Berlin' },
  popup: { type: 'popup', url: facts.url, engagement: 'E-1' },
  'read-card': { type: 'read-card', text: 'card' },
  'remind-before': { type: 'remind-before', minutes: 30, on: true },
  'remove-day': { type: 'remove-day', calendar: 'berlin', date: '2026-12-25' },
  'remove-directory': { type: 'remove-directory' },
  'renew-key': { type: 'renew-key', undo: true },
  'replace-directory': { type: 'replace-directory', text: '{}' },
  'set-language': { type: 'set-language', language: 'de' },
  'set-readings': { type: 'set-readings', readings },
  'set-reminders': {
    type: 'set-reminders',
    changed: {
      on: true,
      overdue: true,
      person: 'M-1',
      quiet: { from: '18:00', until: '08:00' },
      badge: true,
    },
  },
  'set-site-zone': { type: 'set-site-zone', origin: DESK, zone: 'Europe/Berlin' },
  'set-status-word': { type: 'set-status-word', site: DESK, word: 'Wartend', kind: 'pending' },
  'show-example': { type: 'show-example' },
  'show-on-site': { type: 'show-on-site', url: facts.url },
  trackers: { type: 'trackers', action: { do: 'set-client', id: 'client', secret: 'secret' } },
  'try-readings': { type: 'try-readings', readings },
  'undo-directory': { type: 'undo-directory' },
};
