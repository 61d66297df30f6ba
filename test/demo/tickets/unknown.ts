/** Somebody whom the directory does not know; Spanish pages, relative times with the date in a tooltip. */
import type { DemoAccount } from '../ticket.ts';

const IRENE = { name: 'Irene Quijano', email: 'irene@talleresquijano.example' };

export const unknown: DemoAccount = {
  organisation: 'Talleres Quijano S.L.',
  language: 'es',
  zone: 'Europe/Madrid',
  times: 'tooltip',
  newestFirst: false,
  tickets: [
    {
      id: 4741,
      subject: 'Información sobre precios',
      status: 'new',
      priority: 'low',
      requester: IRENE,
      assignee: null,
      messages: [
        {
          kind: 'customer',
          by: IRENE,
          back: 1,
          at: '12:15',
          text: ['¿Nos pueden enviar los precios para quince puestos?'],
        },
      ],
    },
  ],
};
