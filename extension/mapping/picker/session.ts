/** The life of the picker: from the user's wish to show what is what until it is closed, without a trace. */
import { effect, signal as makeSignal } from '@preact/signals';
import { h, render } from 'preact';
import type { FactMapping, MappedFact, StatusWord } from '../../platform/mapping.ts';
import type { AnswerFor, Push, Request } from '../../platform/messages.ts';
import { sayIn } from '../../ui/words.ts';
import { addressShape } from '../address.ts';
import { learnAnchors } from '../anchors.ts';
import { lastReading, watchReadings } from '../contract.ts';
import { valueText } from '../resolve.ts';
import { rootsOf } from '../roots.ts';
import { makePickerLayer } from './layer.ts';
import { markPlaces } from './mark-places.ts';
import type { Done, PickerModel, Step } from './model.ts';
import { Picker } from './Picker.tsx';
import { startPointing } from './pointing.ts';
import { readAnew, takeStream } from './take-stream.ts';

export interface PickerSurroundings {
  window: Window;
  ask: <R extends Request>(request: R) => Promise<AnswerFor<R>>;
  onPush: (callback: (push: Push) => void, signal: AbortSignal) => void;
  /** Reads the page anew. */
  again: () => void;
}

const LONGEST_SHOWN = 80;

/** Gives the way to close it. */
export async function startPicker({ window, ask, onPush, again }: PickerSurroundings): Promise<() => void> {
  const life = new AbortController();
  const { signal } = life;
  const before = window.document.activeElement;
  const layer = makePickerLayer(window.document, signal);
  const step = makeSignal<Step>({ step: 'list' });
  const mapped = makeSignal<readonly FactMapping[]>([]);
  const facts = makeSignal(lastReading()?.amended ?? null);
  const statuses = makeSignal<readonly StatusWord[]>([]);
  const done = makeSignal<Done | null>(null);
  let pointing: AbortController | null = null;

  const load = async () => {
    const answer = await ask({ type: 'mapping' });
    if (answer?.kind !== 'mapping') return null;
    const shape = addressShape(window.location.href);
    statuses.value = answer.statuses;
    mapped.value = answer.mappings.find(({ address }) => address === shape)?.facts ?? [];
    return sayIn(answer);
  };
  const toList = () => {
    pointing?.abort();
    layer.sheet.hidden = true;
    step.value = { step: 'list' };
  };
  const close = () => {
    pointing?.abort();
    life.abort();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
  const point = (fact: MappedFact) => {
    pointing?.abort();
    pointing = new AbortController();
    done.value = null;
    layer.sheet.hidden = false;
    step.value = { step: 'pointing', fact, aimed: null, fits: false };
    startPointing({
      window,
      sheet: layer.sheet,
      frame: layer.frame,
      fact,
      onAim: (element, fits) => {
        const aimed = element && valueText(element).slice(0, LONGEST_SHOWN);
        step.value = { step: 'pointing', fact, aimed, fits };
      },
      onTake: (element) => {
        pointing?.abort();
        layer.sheet.hidden = true;
        const text = valueText(element).slice(0, LONGEST_SHOWN);
        const taken =
          fact === 'messages'
            ? takeStream(window, element)
            : { fact, text, anchors: learnAnchors(element, rootsOf(window.document)) };
        step.value = { step: 'taken', taken };
      },
      onStop: toList,
      signal: AbortSignal.any([signal, pointing.signal]),
    });
  };
  const send = async (mapping: FactMapping, key: Done['key'] | null) => {
    const own = mapped.peek().find(({ fact }) => fact === mapping.fact) ?? {
      fact: mapping.fact,
      anchors: [],
    };
    try {
      const answer = await ask({ type: 'map', mapping });
      if (answer?.kind === 'refused') throw new Error(answer.text);
      done.value = key && { key, detail: '', before: own };
      // A page that is read by a mapping for the first time has nothing yet that reads by it.
      await ask({ type: 'bring', part: 'mapped' });
      await load();
      again();
    } catch (error) {
      done.value = { key: 'failed', detail: String(error), before: own };
    }
    toList();
  };
  const model: PickerModel = {
    step,
    mapped,
    facts,
    statuses,
    done,
    point,
    keep: (mapping) => void send(mapping, mapping.anchors.length > 0 ? 'kept' : 'forgotten'),
    setStatus: async (word, kind) => {
      const answer = await ask({ type: 'map-status', word, kind });
      if (answer?.kind === 'refused') {
        done.value = { key: 'failed', detail: answer.text, before: { fact: 'status', anchors: [] } };
        return;
      }
      await load();
      again();
    },
    setStream: (parts) => {
      const now = step.peek();
      const stream = now.step === 'taken' && now.taken.stream;
      if (stream) step.value = { ...now, taken: { ...now.taken, stream: readAnew(window, stream, parts) } };
    },
    undo: () => {
      const last = done.peek();
      if (last) void send(last.before, null);
    },
    toList,
    close,
  };

  const say = await load();
  if (say === null) close();
  else {
    watchReadings(() => {
      facts.value = lastReading()?.amended ?? null;
    }, signal);
    onPush((push) => {
      if (push.type === 'switched-off') close();
    }, signal);
    layer.panel.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return;
        if (step.peek().step === 'list') close();
        else toList();
      },
      { signal },
    );
    effect(() => {
      const now = step.value;
      const items = now.step === 'taken' ? now.taken.stream?.items : undefined;
      return markPlaces(window, layer.marks, items ?? []);
    });
    layer.sheet.setAttribute('aria-label', say('mapping.keys'));
    render(h(Picker, { model, say }), layer.panel);
  }
  return close;
}
