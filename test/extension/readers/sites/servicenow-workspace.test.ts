import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { documentOf, readSite, ticket } from './site-page.ts';

const entry = (kind: string, who: string, at: string) =>
  `<sn-stream-entry data-entry-type="${kind}"><span class="entry-author">${who}</span> <time datetime="${at}">2d</time><div class="entry-body">text</div></sn-stream-entry>`;

it('ServiceNow workspace: fields by their name, work notes are notes', () => {
  const facts = readSite(
    `<body><sn-canvas-appshell-root><div data-field="number">CS0001026</div><div data-field="short_description">Printer stops</div>
    <div data-field="caller_id">Ada Lund</div><div data-field="assigned_to">Bo Kern</div><div data-field="state">Open</div>
    ${entry('comments', 'Ada Lund', '2026-06-08T08:00:00Z')}${entry('work_notes', 'Bo Kern', '2026-06-08T09:00:00Z')}${entry('comments', 'Bo Kern', '2026-06-08T10:00:00Z')}</sn-canvas-appshell-root></body>`,
    'https://nord.service-now.com/now/cwf/agent/record/sn_customerservice_case/1c741bd70b2322007518478d83673af3',
  );
  expect(ticket(facts)).toEqual({
    reader: 'servicenow-workspace',
    id: 'CS0001026',
    subject: 'Printer stops',
    requester: 'Ada Lund',
    status: 'open',
  });
  expect(summary(facts)).toEqual([
    'customer Ada Lund 2026-06-08T08:00:00.000Z',
    'note Bo Kern 2026-06-08T09:00:00.000Z',
    'staff Bo Kern 2026-06-08T10:00:00.000Z',
  ]);
});

/** A field as the workspace builds it: a named element, in whose nested shadow roots the real field stands. */
function shadowed(document: Document, name: string, value: string): Element {
  const field = document.createElement('sn-record-input-connected');
  field.setAttribute('name', name);
  const box = document.createElement('now-input');
  field.attachShadow({ mode: 'open' }).append(box);
  const input = document.createElement('input');
  input.setAttribute('value', value);
  box.attachShadow({ mode: 'open' }).append(input);
  return field;
}

it('ServiceNow workspace: what a field holds is read through the shadow roots of its element', () => {
  const document = documentOf('<body><sn-canvas-appshell-root></sn-canvas-appshell-root></body>');
  const root = document.querySelector('sn-canvas-appshell-root')!.attachShadow({ mode: 'open' });
  const fields = { number: 'CS0001026', short_description: 'Printer stops', caller_id: 'Ada Lund' };
  for (const [name, value] of Object.entries(fields)) root.append(shadowed(document, name, value));
  const facts = readSite(
    document,
    'https://nord.service-now.com/now/sow/record/incident/1c741bd70b2322007518478d83673af3',
  );
  expect(ticket(facts)).toMatchObject({ id: 'CS0001026', subject: 'Printer stops', requester: 'Ada Lund' });
});
