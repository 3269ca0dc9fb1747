// Whether the window is dark now: by its own setting, else by the desktop's. A page inside a frame cannot see either.

import { createSubscriber } from "svelte/reactivity";

const desktop = window.matchMedia("(prefers-color-scheme: dark)");
const contrast = window.matchMedia("(prefers-contrast: more)");

const changed = createSubscriber((update) => {
  const watch = new MutationObserver(update);
  watch.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  for (const wish of [desktop, contrast]) wish.addEventListener("change", update);
  return () => {
    watch.disconnect();
    for (const wish of [desktop, contrast]) wish.removeEventListener("change", update);
  };
});

export function isDark(): boolean {
  changed();
  const { theme } = document.documentElement.dataset;
  // Who wishes for more contrast gets white on black, whatever the desktop's own colours.
  return theme ? theme !== "light" : desktop.matches || contrast.matches;
}
