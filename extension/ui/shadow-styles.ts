/** Puts style sheets into a shadow root, whatever the page's policy allows. */
export function addShadowStyles(document: Document, root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox lets no content script adopt a sheet; it exempts a content script's <style> from the page's CSP.
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}
