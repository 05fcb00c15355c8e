// What every test does: open a page as a reader would, listen to everything the browser says, wait for the app.
const { test: plain, expect } = require('@playwright/test');
const { triRiver } = require('./sites.js');

/** Everything that must not happen on a page. Empty after a good visit. */
function listen(page, origin) {
  const heard = [];
  const own = new URL(origin).origin;
  page.on('console', (message) => heard.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => heard.push(`uncaught: ${error}`));
  page.on('dialog', (dialog) => (heard.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== own) heard.push(`request to another origin: ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) heard.push(`${response.status()} ${response.url()}`);
  });
  return heard;
}

/** Runs in the page before anything else: violations of the policy, and how far the layout moves by itself. */
function watch() {
  const seen = { violations: [], shift: 0, shifts: [] };
  Object.defineProperty(window, 'seenByTest', { value: seen });
  addEventListener('securitypolicyviolation', (event) => {
    seen.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
  });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      seen.shift += entry.value;
      const nodes = entry.sources.map(({ node }) => node?.id || node?.className || node?.nodeName);
      seen.shifts.push(`${entry.value.toFixed(4)} ${nodes.join(', ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Makes a context one of a reader on the day that the sites were built for. */
async function prepare(context) {
  await context.clock.setFixedTime(`${triRiver.day}T12:00:00Z`);
  await context.addInitScript(watch);
}

/** Waits until the app has taken over, or has given up. */
async function settled(page, timeout = 30_000) {
  await page.waitForFunction(() => ['ready', 'failed'].includes(document.documentElement.dataset.app), null, { timeout });
  return page.evaluate(() => document.documentElement.dataset.app);
}

async function ready(page) {
  expect(await settled(page), 'what the app says of itself').toBe('ready');
}

const test = plain.extend({
  /**
   * A page for each combination of settings, kept for the worker, and what was heard on it since it was last asked for:
   * the browser need not begin anew for each of hundreds of pages.
   */
  kept: [
    async ({ browser }, use) => {
      const pages = new Map();
      await use(async (settings, origin) => {
        const key = JSON.stringify([settings, origin]);
        if (!pages.has(key)) {
          const context = await browser.newContext(settings);
          await prepare(context);
          const page = await context.newPage();
          pages.set(key, { page, heard: listen(page, origin) });
        }
        const { page, heard } = pages.get(key);
        heard.length = 0;
        return { page, heard };
      });
      await Promise.all([...pages.values()].map(({ page }) => page.context().close()));
    },
    { scope: 'worker' },
  ],
  context: async ({ context }, use) => {
    await prepare(context);
    await use(context);
  },
});

module.exports = { test, expect, listen, ready, settled };
