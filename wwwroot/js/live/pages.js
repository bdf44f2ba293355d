// @ts-check
/**
 * Draws pages of documents. Loaded only when a slide has one: pdf.js is larger than all else in the room. It runs in a worker of our own
 * origin, without scripts, links, forms or WebAssembly; when it fails, what the page says is shown instead.
 */

const lib = "/lib/pdfjs/";
/** Sharper than this no eye in the room can tell, and a phone's memory is small. */
const widest = 3200;

/** @type {Map<string, Promise<import("/lib/pdfjs/pdf.min.mjs").PDFDocumentProxy>>} */
const documents = new Map();

/** @param {Element} root */
export function drawPages(root) {
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        void draw(/** @type {HTMLCanvasElement} */ (target));
      }
    },
    { rootMargin: "50%" },
  );
  for (const canvas of root.querySelectorAll("canvas[data-pdf]")) near.observe(canvas);
}

/** The document is there before the presenter is at its page. @param {string} address */
export const fetchDocument = (address) => void documentAt(address).catch(() => undefined);

/** @param {HTMLCanvasElement} canvas */
async function draw(canvas) {
  const box = /** @type {HTMLElement} */ (canvas.parentElement);
  while (canvas.isConnected) {
    try {
      await drawOnce(canvas);
      box.classList.remove("is-lost");
      box.classList.add("is-drawn");
      return redrawWhenGrown(canvas);
    } catch {
      box.classList.add("is-lost");
      documents.delete(canvas.dataset.pdf ?? "");
      await new Promise((resolve) => setTimeout(resolve, 5000));
    }
  }
}

/** @param {HTMLCanvasElement} canvas */
async function drawOnce(canvas) {
  const { AnnotationMode } = await import("/lib/pdfjs/pdf.min.mjs");
  const page = await (await documentAt(canvas.dataset.pdf ?? "")).getPage(Number(canvas.dataset.page));
  const plain = page.getViewport({ scale: 1 });
  const wanted = Math.min(widest, Math.max(320, canvas.clientWidth * Math.min(devicePixelRatio, 2)));
  const viewport = page.getViewport({ scale: wanted / plain.width });
  // Drawn aside and then shown whole: the old drawing stays until the new one is there.
  const aside = document.createElement("canvas");
  [aside.width, aside.height] = [Math.round(viewport.width), Math.round(viewport.height)];
  await page.render({ canvas: aside, viewport, annotationMode: AnnotationMode.DISABLE }).promise;
  [canvas.width, canvas.height] = [aside.width, aside.height];
  canvas.getContext("2d")?.drawImage(aside, 0, 0);
}

/** @param {HTMLCanvasElement} canvas */
function redrawWhenGrown(canvas) {
  const watch = new ResizeObserver(() => {
    if (!canvas.isConnected) return watch.disconnect();
    if (canvas.clientWidth * Math.min(devicePixelRatio, 2) < canvas.width * 1.25 || canvas.width >= widest) return;
    watch.disconnect();
    void draw(canvas);
  });
  watch.observe(canvas);
}

/** @param {string} address */
function documentAt(address) {
  const known = documents.get(address);
  if (known) return known;
  const opening = open(address);
  documents.set(address, opening);
  opening.catch(() => documents.delete(address));
  return opening;
}

/** @param {string} address */
async function open(address) {
  const { getDocument, GlobalWorkerOptions, VerbosityLevel } = await import("/lib/pdfjs/pdf.min.mjs");
  GlobalWorkerOptions.workerSrc = `${lib}pdf.worker.min.mjs`;
  return getDocument({
    url: address,
    enableXfa: false,
    useWasm: false,
    wasmUrl: `${lib}wasm/`,
    disableWorkerRendering: true,
    maxImageSize: 64 * 1024 * 1024,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
}
