/** The place of a form, which is brought into the page once it is needed. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type FormProps, type PanelProps, world } from '../view-contract.ts';

export function Form({ send, ...props }: FormProps & Pick<PanelProps, 'send'>) {
  const into = useRef<HTMLDivElement>(null);
  const [, setBrought] = useState(false);
  useLayoutEffect(() => {
    const element = into.current!;
    if (!world.forms) void send({ type: 'bring', part: 'forms' }).then(() => setBrought(true));
    return () => world.forms?.draw(element, null);
  }, []);
  useLayoutEffect(() => world.forms?.draw(into.current!, props as FormProps));
  return <div ref={into} />;
}
