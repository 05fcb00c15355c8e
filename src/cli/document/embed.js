// All that runs in a frame of another site: the theme that its address asks for, and its height for the page around.
const root = document.documentElement;

const theme = new URLSearchParams(location.search).get("theme");
if (theme === "light" || theme === "dark") root.dataset.theme = theme;

// A height is no secret, so any page may hear it. Without a page that listens, the frame keeps the height it was given.
if (parent !== window && typeof ResizeObserver === "function") {
  new ResizeObserver(() => {
    parent.postMessage({ type: "commonweal-height", height: Math.ceil(root.getBoundingClientRect().height) }, "*");
  }).observe(root);
}
