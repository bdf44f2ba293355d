// @ts-check
/** Put inside a page that the server's own browser opens: measures every slide, and leaves nothing but the figures. */
addEventListener("load", () => {
  /** Whole numbers of pixels: rounding is no overflow. */
  const tolerance = 2;
  /** @type {number[][]} */
  const found = [];
  [...document.querySelectorAll("iframe")].forEach((frame, screen) => {
    const stages = frame.contentDocument?.querySelectorAll(".stage") ?? [];
    [...stages].forEach((stage, at) => {
      const high = over(stage.scrollHeight, stage.clientHeight);
      const wide = [stage, ...stage.querySelectorAll("pre")].map((e) => over(e.scrollWidth, e.clientWidth));
      if (high || Math.max(...wide)) found.push([at, screen, high, Math.max(...wide)]);
    });
  });
  const root = document.documentElement;
  // @ts-ignore: written before this script by the server.
  const name = `data-${secret}`;
  root.replaceChildren();
  root.setAttribute(name, JSON.stringify(found));

  /** @param {number} whole @param {number} seen */
  function over(whole, seen) {
    return whole > seen + tolerance ? Math.max(1, Math.round(((whole - seen) / seen) * 100)) : 0;
  }
});
