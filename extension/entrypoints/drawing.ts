/** What draws: in a page before the first script that does. */
import { computed, effect, signal, useSignal } from '@preact/signals';
import { Fragment, h, render } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { jsx, jsxs } from 'preact/jsx-runtime';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import * as countdown from '../overlay/countdown.ts';
import * as standing from '../overlay/standing.ts';
import { keepPart } from '../parts/shared.ts';
import * as now from '../state/now.ts';
import * as format from '../ui/format.ts';
import * as parts from '../ui/parts.css?inline';
import * as mark from '../ui/StateMark.tsx';
import * as tokens from '../ui/tokens.css?inline';
import * as words from '../ui/words.ts';

export default defineUnlistedScript(() =>
  keepPart('drawing', {
    '@preact/signals': { computed, effect, signal, useSignal },
    preact: { Fragment, h, render },
    'preact/hooks': { useEffect, useLayoutEffect, useRef, useState },
    'preact/jsx-runtime': { Fragment, jsx, jsxs },
    countdown,
    format,
    mark,
    now,
    parts,
    standing,
    tokens,
    words,
  }),
);
