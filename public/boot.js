// Starts the app behind the prerendered page. If it cannot, the page simply stays, with one sentence.
const root = document.documentElement;
const boot = document.getElementById("boot").dataset;
const notice = document.getElementById("notice");

// The reader's choice of theme, before anything else is done.
try {
  const theme = localStorage.getItem("commonweal-theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
} catch {
  // Storage is switched off: the system's theme holds.
}

let settled = false;

function fail(reason) {
  if (settled) return;
  settled = true;
  root.dataset.app = "failed";
  notice.textContent = notice.dataset.notStarted;
  console.info("commonweal: the app did not start:", String(reason));
}

// A page that was kept somewhere may name files that are no longer there. If the server has another page by now, it is
// loaded, once: a page that loads itself again and again would be worse than one that stands still. Where the browser
// lets nothing be kept, "once" cannot be known, and the page stays.
const HEALED = "commonweal-healed";
async function heal() {
  if (sessionStorage.getItem(HEALED)) return;
  const answer = await fetch(location.href, { cache: "no-cache", signal: AbortSignal.timeout(4000) });
  const page = answer.ok ? await answer.text() : "";
  const other = (name) => name && !page.includes(`"${name}"`);
  if (!page.includes('id="boot"') || ![boot.script, boot.wasm, boot.words, boot.part, boot.search].some(other)) return;
  sessionStorage.setItem(HEALED, "1");
  location.reload();
  // Nothing more is said on a page that goes away.
  await new Promise(() => {});
}

// The app calls this once it has taken over, or once it knows that it cannot.
globalThis.commonwealSettled = () => {
  settled = true;
  if (root.dataset.app === "failed") heal().catch(() => {});
  else {
    // It was only late.
    if (notice.textContent === notice.dataset.notStarted) notice.textContent = "";
    try {
      sessionStorage.removeItem(HEALED);
    } catch {
      // Nothing was kept.
    }
  }
};

// Words and feed are asked for at once and handed to the app when it runs, which may be seconds later on a slow phone.
// A server has eight seconds to begin its answer, and as many to end it (it can send its first bytes and then fall
// silent) from when the app reads it: what has come by then is not thrown away because the app was late.
const asked = new Map();
function ask(address, how) {
  const stop = new AbortController();
  const wait = () => setTimeout(() => stop.abort(new DOMException("", "TimeoutError")), 8000);
  const begins = wait();
  const answer = fetch(address, { signal: stop.signal, ...how });
  answer.then(() => clearTimeout(begins), () => {});
  asked.set(address, { answer, wait });
}

// The answer for an address, once; the app asks again by itself if it has to.
globalThis.commonwealAsked = (address) => {
  const one = asked.get(address);
  asked.delete(address);
  one?.answer.then(one.wait, () => {});
  return one?.answer;
};

// Calls the app when it is time to look for a newer feed: when the reader comes back to the page, when the network does,
// and every ten minutes; never in a hidden page, and never without a network. The browser asks the server only whether
// anything has changed.
const TEN_MINUTES = 600_000;
globalThis.commonwealWatch = (look) => {
  const now = () => {
    if (document.visibilityState !== "visible" || !navigator.onLine) return;
    // Of a large feed, the page on the server names the part that it is made of now.
    ask(boot.part ? location.pathname : boot.feed, { cache: "no-cache" });
    look();
  };
  document.addEventListener("visibilitychange", now);
  addEventListener("online", now);
  addEventListener("pageshow", (event) => event.persisted && now());
  setInterval(now, TEN_MINUTES);
};

async function start() {
  root.dataset.app = "loading";
  setTimeout(() => fail("it took more than 15 seconds"), 15000);
  if (typeof WebAssembly !== "object" || typeof AbortSignal?.timeout !== "function") throw new Error("this browser is too old");
  // A page that is only read names neither.
  if (boot.words) ask(boot.words);
  // Of a large feed, what this page is made of.
  if (boot.part || boot.feed) ask(boot.part || boot.feed);
  // On the page of the search, what can be found; on that of changes, the history.
  if (boot.search || boot.changes) ask(boot.search || boot.changes);
  // The integrity of a preloaded wasm file is not checked by browsers; that of a fetched one is.
  const [module, response] = await Promise.all([
    import(boot.script),
    fetch(boot.wasm, { integrity: boot.wasmIntegrity }),
  ]);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  await module.default({ module_or_path: response });
}

start().catch(async (reason) => {
  await heal().catch(() => {});
  fail(reason);
});
