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

// The app calls this once it has taken over, or once it knows that it cannot.
globalThis.commonwealSettled = () => {
  settled = true;
};

// Words and feed are asked for at once and handed to the app when it runs, which may be seconds later on a slow phone.
// The time is for the whole answer: a server can send its first bytes and then fall silent.
const asked = new Map();
function ask(address) {
  const answer = fetch(address, { signal: AbortSignal.timeout(8000) });
  answer.catch(() => {});
  asked.set(address, answer);
}

// The answer for an address, once; the app asks again by itself if it has to.
globalThis.commonwealAsked = (address) => {
  const answer = asked.get(address);
  asked.delete(address);
  return answer;
};

async function start() {
  root.dataset.app = "loading";
  setTimeout(() => fail("it took more than 15 seconds"), 15000);
  if (typeof WebAssembly !== "object" || typeof AbortSignal?.timeout !== "function") throw new Error("this browser is too old");
  // A page that is only read names neither.
  if (boot.words) ask(boot.words);
  if (boot.feed) ask(boot.feed);
  // The integrity of a preloaded wasm file is not checked by browsers; that of a fetched one is.
  const [module, response] = await Promise.all([
    import(boot.script),
    fetch(boot.wasm, { integrity: boot.wasmIntegrity }),
  ]);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  await module.default({ module_or_path: response });
}

start().catch(fail);
