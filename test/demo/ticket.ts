/** What the demo desk knows of a ticket: written down as data, shown by the pages. */
import type { Language } from '#core/language/index.ts';

export interface DemoPerson {
  name: string;
  email: string;
}

export interface DemoMessage {
  kind: 'customer' | 'staff' | 'note' | 'automatic' | 'event';
  by: DemoPerson;
  /** Weekdays back from the day of the demo's now, and the wall time there in the customer's zone. */
  back: number;
  at: string;
  text: string[];
  quoted?: string[];
}

export type DemoStatus = 'new' | 'open' | 'pending' | 'solved' | 'closed';

export interface DemoTicket {
  id: number;
  subject: string;
  status: DemoStatus;
  priority: 'low' | 'normal' | 'high';
  requester: DemoPerson;
  assignee: DemoPerson | null;
  messages: DemoMessage[];
}

/** How a customer's part of the desk looks: desks differ in language, in how they write times, and in their order. */
export interface DemoAccount {
  organisation: string;
  language: Language;
  zone: string;
  /** `machine`: time elements with an offset; `text`: dates as text, the zone stated; `tooltip`: "3 hours ago". */
  times: 'machine' | 'text' | 'tooltip';
  newestFirst: boolean;
  tickets: DemoTicket[];
}

export const MARA: DemoPerson = { name: 'Mara Vogt', email: 'mara.vogt@kontor.example' };
export const JONAS: DemoPerson = { name: 'Jonas Keil', email: 'jonas.keil@kontor.example' };
export const ROBOT: DemoPerson = { name: 'Kontor Desk', email: 'no-reply@kontor.example' };
