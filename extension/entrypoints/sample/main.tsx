/** The sample ticket: a page of our own, read by the same scripts and shown by the same overlay as a real one. */
import { render } from 'preact';
import '../../ui/tokens.css';
import '../../ui/parts.css';
import '../../welcome/welcome.css';
import { withParts } from '../../parts/shared.ts';
import { askFirst } from '../../platform/ask.ts';
import { Sample } from '../../welcome/Sample.tsx';

const first = await askFirst({ type: 'options' });
if (first?.kind === 'options') {
  render(<Sample spoken={first} nowMs={Date.now()} />, document.getElementById('app')!);
  // The background brings them into a ticket's page; a page of our own brings them in itself. The content script comes
  // first, as others use its part, and once more when all are there.
  for (const src of withParts(['overlay', 'view', 'panel', 'forms', 'reader', 'overlay'])) {
    const script = document.createElement('script');
    script.src = src;
    script.async = false;
    document.head.append(script);
  }
}
