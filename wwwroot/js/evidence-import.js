// @ts-check
// Makes an import nicer to watch: a bar that moves without reloading. Without this module the page reloads itself.

const bar = document.querySelector("[data-progress]");
if (bar instanceof HTMLElement) watch(bar);

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

export {};
