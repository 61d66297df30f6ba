/** Draws the forms of the panel: a bundle of its own, which comes only once somebody has something to write. */
import { h, render } from 'preact';
import type { FormProps, FormsBundle } from '../view-contract.ts';
import { NoteForm } from './NoteForm.tsx';
import { WorkForm } from './WorkForm.tsx';

export const forms: FormsBundle = {
  draw: (into, props) => {
    const isNew = props !== null && into.firstChild === null;
    render(props && formOf(props), into);
    if (isNew) into.querySelector('input')?.focus();
  },
};

function formOf(props: FormProps) {
  return props.form === 'work' ? h(WorkForm, props) : h(NoteForm, props);
}
