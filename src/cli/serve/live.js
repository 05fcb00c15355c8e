// Reloads an open page when the site was built anew. Only the local server hands this out; no built site has it.
(() => {
  const here = new URL(document.currentScript.src);
  const shown = here.searchParams.get("site");
  let changes;
  let notice;

  const say = (sentence) => {
    if (!notice) {
      notice = document.createElement("p");
      notice.className = "commonweal-live";
      notice.setAttribute("role", "status");
      // Through the object model, as the policy allows no style in the text of the page.
      Object.assign(notice.style, {
        position: "fixed", insetInline: "1rem", insetBlockEnd: "1rem", zIndex: "1000", margin: "0",
        padding: "0.75rem 1rem", border: "2px solid CanvasText", background: "Canvas", color: "CanvasText",
        font: "1rem/1.4 system-ui, sans-serif", whiteSpace: "pre-line", overflowWrap: "anywhere",
      });
      document.body.append(notice);
    }
    // A frame later, so that the region is there before its words and is read out.
    requestAnimationFrame(() => { notice.textContent = sentence; });
  };

  const listen = () => {
    changes?.close();
    changes = new EventSource(new URL("changes", here));
    changes.addEventListener("site", (event) => { if (shown && event.data !== shown) location.reload(); });
    changes.addEventListener("notice", (event) => say(event.data));
  };

  // A browser opens six connections to one server. Tabs in the background give theirs back, and hear on return
  // what they missed.
  document.addEventListener("visibilitychange", () => (document.hidden ? changes?.close() : listen()));
  if (!document.hidden) listen();
})();
