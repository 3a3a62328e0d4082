// SPDX-License-Identifier: EUPL-1.2
// Shows the page anew when the preview has something new. Asks only while the page is looked at.
"use strict";
{
  const { seen } = document.currentScript.dataset;
  const address = new URL("version", document.currentScript.src);
  address.search = new URLSearchParams({ seen, path: location.pathname });
  let asking = null;

  const ask = async () => {
    if (asking || document.visibilityState !== "visible") return;
    asking = new AbortController();
    const { signal } = asking;
    while (!signal.aborted) {
      try {
        // The server answers when there is something new, or after a while.
        const answer = await fetch(address, { cache: "no-store", signal });
        if (answer.ok && (await answer.text()) !== seen) {
          location.reload();
          return;
        }
        if (!answer.ok) throw new Error(answer.statusText);
      } catch {
        // The server is away; it may come back.
        if (!signal.aborted) await new Promise((done) => setTimeout(done, 1000));
      }
    }
  };
  const rest = () => {
    asking?.abort();
    asking = null;
  };

  document.addEventListener("visibilitychange", () =>
    document.visibilityState === "visible" ? ask() : rest(),
  );
  addEventListener("pagehide", rest);
  addEventListener("pageshow", ask);
  ask();
}
