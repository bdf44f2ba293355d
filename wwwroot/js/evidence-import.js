// @ts-check
// Makes an import nicer to watch: a bar that moves without reloading, for the upload and for the work after it. Without this
// module the form is sent as it stands, and the page reloads itself.

const bar = document.querySelector("[data-progress]");
if (bar instanceof HTMLElement) watch(bar);

const form = document.querySelector("[data-upload]");
if (form instanceof HTMLFormElement) form.addEventListener("submit", (event) => send(event, form));

/** @param {HTMLElement} section */
async function watch(section) {
  const address = section.dataset.progress ?? "";
  const progress = section.querySelector("progress");
  const percent = section.querySelector(".percent");
  const said = section.querySelector("[role=status]");
  const pattern = (percent?.textContent ?? "").replace(/\d+/, "{0}");
  let spoken = 0;
  for (;;) {
    await new Promise((done) => setTimeout(done, 600));
    let now;
    try {
      const answer = await fetch(address, { headers: { Accept: "application/json" } });
      if (!answer.ok) break;
      now = await answer.json();
    } catch {
      continue; // The line is away; the import goes on without us.
    }
    if (now.stage !== section.dataset.stage) break;
    if (progress) progress.value = now.percent;
    const text = pattern.replace("{0}", String(now.percent));
    if (percent) percent.textContent = text;
    // Each fifth is said aloud, not each step.
    if (said && Math.trunc(now.percent / 20) !== spoken) {
      spoken = Math.trunc(now.percent / 20);
      said.textContent = text;
    }
  }
  location.reload();
}

/**
 * @param {SubmitEvent} event
 * @param {HTMLFormElement} sending
 */
function send(event, sending) {
  const input = /** @type {HTMLInputElement | null} */ (sending.querySelector("input[type=file]"));
  const file = input?.files?.[0];
  const status = document.getElementById("sending");
  const progress = status?.querySelector("progress");
  const text = status?.querySelector("span");
  if (!file || !status || !progress || !text) return;
  event.preventDefault();
  status.hidden = false;
  if (file.size > Number(sending.dataset.largest)) {
    progress.hidden = true;
    text.textContent = sending.dataset.tooLarge ?? "";
    return;
  }
  const button = /** @type {HTMLButtonElement | null} */ (sending.querySelector("button"));
  if (button) button.disabled = true;
  const request = new XMLHttpRequest();
  request.upload.addEventListener("progress", (sent) => {
    if (sent.lengthComputable) progress.value = (100 * sent.loaded) / sent.total;
  });
  request.addEventListener("load", () => {
    if (request.status < 400) location.assign(request.responseURL);
    else sending.submit();
  });
  // Sent once more the plain way, so that the browser itself says what is wrong with the line.
  request.addEventListener("error", () => sending.submit());
  request.open("POST", sending.action);
  request.send(new FormData(sending));
}
export {};
