/** Whether a name that turns the direction of writing turns what stands beside it: read off where letters stand. */

/** Turns what follows to be written from right to left, and never ends it: what a hostile name would hold. */
const TURN = '\u202e';
/** What such names begin with, so that they are told from the words beside them. */
const MARK = `${TURN}Qx`;

/** A name that turns: the first of its letters are the same in all. */
export const turning = (name: string): string => MARK + name.replaceAll(/[^A-Za-z]/g, '');

/**
 * The body of a function over `root`: words beside a turning name whose letters stand from right to left. Letters are
 * looked at in pairs, each with the next on its line; those of the names themselves are passed over.
 */
export const TURNED = `
  const found = [];
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const place = (node, index) => {
    const range = document.createRange();
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    return range.getBoundingClientRect();
  };
  let names = 0;
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const parent = node.parentElement;
    if (!parent || parent.closest('style, script, option') || !parent.checkVisibility()) continue;
    const words = node.data.replace(/${TURN}Qx[A-Za-z]*/g, (name) => {
      names++;
      return ' '.repeat(name.length);
    });
    for (let index = 0; index + 1 < words.length; index++) {
      if (!/\\p{L}\\p{L}/u.test(words.slice(index, index + 2))) continue;
      const [one, next] = [place(node, index), place(node, index + 1)];
      if (one.width === 0 || next.width === 0 || Math.abs(one.top - next.top) > 2) continue;
      if (next.left < one.left) {
        found.push(words.trim().slice(0, 60) + ' in ' + parent.outerHTML.slice(0, 120));
        break;
      }
    }
  }
  return names === 0 ? ['no turning name is shown'] : found;
`;
