// @ts-check
/** Sends a form's large file in pieces. After a cut line it goes on where the server says it stopped, also after a reload. */

const pieceBytes = 512 * 1024;
const wholeBytes = 1024 * 1024;

for (const form of document.querySelectorAll("form[data-upload]")) prepare(/** @type {HTMLFormElement} */ (form));

/** @param {HTMLFormElement} form */
function prepare(form) {
  const field = /** @type {HTMLInputElement} */ (form.querySelector("input[type=file]"));
  const id = /** @type {HTMLInputElement} */ (form.elements.namedItem("UploadId"));
  const box = /** @type {HTMLElement} */ (form.querySelector(".upload-progress"));
  const bar = /** @type {HTMLProgressElement} */ (box.querySelector("progress"));
  const words = /** @type {HTMLElement} */ (box.querySelector("[role=status]"));
  const token = /** @type {HTMLInputElement} */ (form.elements.namedItem("__RequestVerificationToken")).value;
  let stop = new AbortController();

  form.addEventListener("submit", (event) => {
    const file = field.files?.[0];
    if (!file || file.size <= wholeBytes || id.value) return;
    event.preventDefault();
    stop = new AbortController();
    void send(file);
  });
  box.querySelector("button")?.addEventListener("click", () => stop.abort());

  /** @param {File} file */
  async function send(file) {
    const key = `upload ${form.dataset.upload} ${file.name} ${file.size} ${file.lastModified}`;
    form.querySelectorAll("button:not([type=button])").forEach((b) => b.toggleAttribute("disabled", true));
    box.hidden = false;
    try {
      const address = (await known(key)) ?? (await announce(file, key));
      await sendFrom(file, address);
      localStorage.removeItem(key);
      say("sent", 100);
      id.value = address.split("/").at(-1) ?? "";
      id.disabled = false;
      field.disabled = true;
      form.submit();
    } catch (fault) {
      if (stop.signal.aborted) await forget(key);
      words.textContent =
        (stop.signal.aborted
          ? box.dataset.cancelled
          : fault instanceof Refused
            ? fault.message
            : box.dataset.refused) ?? "";
      form.querySelectorAll("button:not([type=button])").forEach((b) => b.toggleAttribute("disabled", false));
    }
  }

  /** What this device began to send before, if the server still has it. @param {string} key */
  async function known(key) {
    const address = localStorage.getItem(key);
    if (!address) return null;
    const answer = await patiently(() => fetch(address, { method: "HEAD", signal: stop.signal }));
    if (answer.ok) return address;
    localStorage.removeItem(key);
    return null;
  }

  /** @param {File} file @param {string} key */
  async function announce(file, key) {
    const body = new FormData();
    body.set("kind", form.dataset.upload ?? "");
    body.set("fileName", file.name);
    body.set("length", String(file.size));
    body.set("__RequestVerificationToken", token);
    const answer = await patiently(() => fetch("/uploads", { method: "POST", body, signal: stop.signal }));
    if (!answer.ok) throw new Refused((await answer.json().catch(() => ({}))).problem ?? box.dataset.refused);
    const address = answer.headers.get("Location") ?? "";
    localStorage.setItem(key, address);
    return address;
  }

  /** @param {File} file @param {string} address */
  async function sendFrom(file, address) {
    let offset = await asked(address);
    while (offset < file.size) {
      say("sending", (100 * offset) / file.size, megabytes(offset), megabytes(file.size));
      const begin = offset;
      const answer = await patiently(
        async () => {
          // A piece that was cut off may have come in part.
          if (begin !== offset) return new Response(null, { status: 409 });
          return fetch(address, {
            method: "PATCH",
            headers: {
              "Upload-Offset": String(begin),
              "Content-Type": "application/offset+octet-stream",
              RequestVerificationToken: token,
            },
            body: file.slice(begin, begin + pieceBytes),
            signal: stop.signal,
          });
        },
        async () => void (offset = await asked(address)),
      );
      if (answer.status === 409) offset = await asked(address);
      else if (answer.ok) offset = begin + Math.min(pieceBytes, file.size - begin);
      else throw new Refused(box.dataset.refused);
    }
  }

  /** @param {string} address */
  async function asked(address) {
    const answer = await patiently(() => fetch(address, { method: "HEAD", signal: stop.signal }));
    if (!answer.ok) throw new Refused(box.dataset.refused);
    return Number(answer.headers.get("Upload-Offset"));
  }

  /** Tries until there is an answer: without a line there is none. @param {() => Promise<Response>} ask @param {() => Promise<void>} [again] */
  async function patiently(ask, again) {
    for (let wait = 500; ; wait = Math.min(2 * wait, 8000)) {
      try {
        const answer = await ask();
        if (answer.status < 500) return answer;
      } catch {
        if (stop.signal.aborted) throw new Error("cancelled");
      }
      say("waiting");
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (stop.signal.aborted) throw new Error("cancelled");
      await again?.();
    }
  }

  /** @param {string} key */
  async function forget(key) {
    const address = localStorage.getItem(key);
    localStorage.removeItem(key);
    if (address)
      await fetch(address, { method: "DELETE", headers: { RequestVerificationToken: token } }).catch(() => undefined);
  }

  /** @param {string} what @param {number} [percent] @param {string[]} values */
  function say(what, percent, ...values) {
    if (percent !== undefined) bar.value = percent;
    const text = values.reduce((t, value, at) => t.replace(`{${at}}`, value), box.dataset[what] ?? "");
    if (words.textContent !== text) words.textContent = text;
  }
}

/** @param {number} bytes */
function megabytes(bytes) {
  return (bytes / 1024 / 1024).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
}

class Refused extends Error {}
