// Whether the window is dark now: by its own setting, else by the desktop's. A page inside a frame cannot see either.

import { createSubscriber } from "svelte/reactivity";

const desktop = window.matchMedia("(prefers-color-scheme: dark)");

const changed = createSubscriber((update) => {
  const watch = new MutationObserver(update);
  watch.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  desktop.addEventListener("change", update);
  return () => {
    watch.disconnect();
    desktop.removeEventListener("change", update);
  };
});

export function isDark(): boolean {
  changed();
  const { theme } = document.documentElement.dataset;
  return theme ? theme !== "light" : desktop.matches;
}
