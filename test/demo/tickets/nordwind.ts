/** Premium customer, German pages, machine-readable times, newest message first. */
import { type DemoAccount, type DemoMessage, MARA, ROBOT } from '../ticket.ts';

const GRETA = { name: 'Greta Baum', email: 'greta.baum@nordwind.example' };
const OLE = { name: 'Ole Petersen', email: 'ole.petersen@nordwind.example' };
const TRAINEE = { name: 'Lina Roth', email: 'lina.roth@nordwind.example' };

const acknowledged = (back: number, at: string): DemoMessage => ({
  kind: 'automatic',
  by: ROBOT,
  back,
  at,
  text: ['Wir haben Ihre Nachricht erhalten. Diese Bestätigung wurde automatisch erstellt.'],
});

export const nordwind: DemoAccount = {
  organisation: 'Nordwind Logistik GmbH',
  language: 'de',
  zone: 'Europe/Berlin',
  times: 'machine',
  newestFirst: true,
  tickets: [
    {
      id: 4711,
      subject: 'Tourenplanung rechnet nicht mehr zu Ende',
      status: 'open',
      priority: 'high',
      requester: GRETA,
      assignee: MARA,
      messages: [
        {
          kind: 'customer',
          by: GRETA,
          back: 4,
          at: '16:30',
          text: [
            'Seit heute Mittag bleibt die Tourenplanung bei 40 % stehen, auch nach einem Neustart.',
            'Betroffen sind alle Depots. Wann können wir damit rechnen, dass es wieder läuft?',
          ],
        },
        acknowledged(4, '16:30'),
        {
          kind: 'note',
          by: MARA,
          back: 2,
          at: '10:05',
          text: ['Protokolle liegen vor, der Index ist beschädigt. Antwort an Frau Baum steht noch aus.'],
        },
      ],
    },
    {
      id: 4712,
      subject: 'Zweiter Standort: welche Ports müssen offen sein?',
      status: 'open',
      priority: 'normal',
      requester: OLE,
      assignee: MARA,
      messages: [
        {
          kind: 'customer',
          by: OLE,
          back: 1,
          at: '15:10',
          text: ['Wir binden Bremerhaven an. Welche Ports braucht der Abgleich zwischen den Standorten?'],
        },
        acknowledged(1, '15:10'),
      ],
    },
    {
      id: 4713,
      subject: 'Rechnungslauf doppelt gestartet',
      status: 'new',
      priority: 'high',
      requester: GRETA,
      assignee: null,
      messages: [
        {
          kind: 'customer',
          by: GRETA,
          back: 1,
          at: '12:40',
          text: ['Der Rechnungslauf ist zweimal gestartet. Bitte sagen Sie uns, welcher der beiden gilt.'],
        },
      ],
    },
    {
      id: 4714,
      subject: 'Zertifikat läuft nächste Woche ab',
      status: 'pending',
      priority: 'normal',
      requester: OLE,
      assignee: MARA,
      messages: [
        {
          kind: 'customer',
          by: OLE,
          back: 2,
          at: '10:00',
          text: ['Das Zertifikat der Schnittstelle läuft ab. Erneuern Sie es?'],
        },
        {
          kind: 'staff',
          by: MARA,
          back: 2,
          at: '15:20',
          text: ['Ja, wir tauschen es am Montag vor 9 Uhr. Sie müssen nichts tun.'],
          quoted: ['Ole Petersen schrieb: „Das Zertifikat der Schnittstelle läuft ab. Erneuern Sie es?“'],
        },
      ],
    },
    {
      id: 4715,
      subject: 'Export nach Excel verliert führende Nullen',
      status: 'solved',
      priority: 'low',
      requester: GRETA,
      assignee: MARA,
      messages: [
        {
          kind: 'customer',
          by: GRETA,
          back: 4,
          at: '10:00',
          text: ['Im Export fehlen die führenden Nullen der Postleitzahlen.'],
        },
        {
          kind: 'staff',
          by: MARA,
          back: 1,
          at: '11:00',
          text: ['Mit Version 8.4.2 bleiben sie erhalten. Entschuldigen Sie die späte Antwort.'],
        },
        { kind: 'event', by: MARA, back: 1, at: '11:01', text: ['Status geändert: Offen → Gelöst'] },
      ],
    },
    {
      id: 4716,
      subject: 'Benutzer für die Urlaubsvertretung',
      status: 'pending',
      priority: 'low',
      requester: OLE,
      assignee: MARA,
      messages: [
        {
          kind: 'customer',
          by: OLE,
          back: 2,
          at: '09:30',
          text: ['Können Sie einen Benutzer für die Vertretung anlegen?'],
        },
        {
          kind: 'staff',
          by: MARA,
          back: 2,
          at: '14:00',
          text: ['Ist angelegt, die Zugangsdaten kommen mit getrennter Post.'],
        },
        { kind: 'customer', by: OLE, back: 1, at: '16:05', text: ['Danke, hat geklappt!'] },
      ],
    },
    {
      id: 4717,
      subject: 'Wo finde ich das Handbuch?',
      status: 'new',
      priority: 'low',
      requester: TRAINEE,
      assignee: null,
      messages: [
        {
          kind: 'customer',
          by: TRAINEE,
          back: 1,
          at: '17:45',
          text: ['Ich bin neu in der Disposition. Wo liegt das Handbuch zur Tourenplanung?'],
        },
      ],
    },
  ],
};
