/** A ticket page that no reader knows, and the same page after a redesign. */
import { parseHTML } from '../../support/dom.ts';

/** Thursday 11 June 2026, 11:30 in Berlin. */
export const NOW_MS = Date.parse('2026-06-11T11:30:00+02:00');

export const OPTIONS = { zone: 'Europe/Berlin', browserZone: 'America/Lima', nowMs: NOW_MS };

export function documentOf(body: string, lang = 'en'): Document {
  return parseHTML(
    `<!doctype html><html lang="${lang}"><head><title>Vorgang 17</title></head><body>${body}</body></html>`,
  ).document as unknown as Document;
}

export const BEFORE = `
<div id="app"><div class="css-1x9z"><h1>Something is broken</h1>
<div class="card"><span class="k">Kundin</span><span id="who" data-field="client-name" class="v who">Ada Lund &lt;ada@nord.example&gt;</span></div>
<div class="card"><span class="k">Haus</span><span class="v">Nord AG</span></div>
<div class="card"><span class="k">Letzte Nachricht der Kundin</span><span class="v">10.06.2026 14:00</span></div>
</div></div>`;

/** Other boxes, other classes, no id: labels and the data attribute have stayed. */
export const AFTER = `
<main><section><header><h2>Something is broken</h2></header>
<dl><dt>Haus:</dt><dd>Süd GmbH</dd>
<dt>Kundin:</dt><dd><a href="/people/3"><b data-field="client-name">Bo Kern &lt;bo@sued.example&gt;</b></a></dd>
<dt>Letzte Nachricht der Kundin:</dt><dd>09.06.2026 09:30</dd></dl></section></main>`;

export const GONE = '<main><p>Another page altogether, of 09.06.2026 09:30</p></main>';
