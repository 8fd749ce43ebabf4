//! Draws the pages of a PDF. The library is fetched when the first paper is opened.

/** A page's width and height in points. */
export interface Size {
  width: number;
  height: number;
}

export interface Paper {
  pages: number;
  /** How large every page is, the first one first: known before any is drawn. */
  sizes: readonly Size[];
  /** Draws page `n` (from 1) into `sheet` at `width` CSS pixels, with its text over it. */
  draw: (n: number, sheet: HTMLElement, width: number) => Promise<void>;
  close: () => Promise<void>;
}

/** Opens a PDF given as base64. */
export async function openPaper(base64: string): Promise<Paper> {
  // The legacy build also runs in the older web views that desks have.
  const [library, worker] = await Promise.all([
    import("pdfjs-dist/legacy/build/pdf.mjs"),
    import("pdfjs-dist/legacy/build/pdf.worker.mjs?url"),
  ]);
  library.GlobalWorkerOptions.workerSrc = worker.default;
  const data = Uint8Array.from(atob(base64), (it) => it.charCodeAt(0));
  // Our papers carry their fonts; nothing is evaluated and nothing else is fetched.
  const loading = library.getDocument({ data, isEvalSupported: false, useWasm: false, disableFontFace: false });
  const file = await loading.promise;
  const sizes: Size[] = [];
  for (let n = 1; n <= file.numPages; n += 1) {
    const { width, height } = (await file.getPage(n)).getViewport({ scale: 1 });
    sizes.push({ width, height });
  }

  async function draw(n: number, sheet: HTMLElement, width: number): Promise<void> {
    const page = await file.getPage(n);
    const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
    const canvas = document.createElement("canvas");
    const sharp = Math.min(window.devicePixelRatio || 1, 2);
    canvas.width = Math.floor(viewport.width * sharp);
    canvas.height = Math.floor(viewport.height * sharp);
    canvas.setAttribute("aria-hidden", "true");
    // A drawing at another size that is still under way must not land over this one.
    sheet.dataset.width = String(width);
    const words = document.createElement("div");
    words.className = "words";
    sheet.style.setProperty("--total-scale-factor", String(viewport.scale));
    await page.render({ canvas, viewport, transform: [sharp, 0, 0, sharp, 0, 0] }).promise;
    const text = new library.TextLayer({ textContentSource: await page.getTextContent(), container: words, viewport });
    await text.render();
    // Measuring leaves a hidden canvas in the page; it goes when the page is drawn.
    library.TextLayer.cleanup();
    if (sheet.dataset.width === String(width)) sheet.replaceChildren(canvas, words);
  }

  return { pages: file.numPages, sizes, draw, close: () => loading.destroy() };
}
