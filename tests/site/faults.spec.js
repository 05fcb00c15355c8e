// What a reader sees when something is broken: the page stays, and one notice says so.
const { test: base, expect, settled } = require('./support/reader.js');
const { faulty, fault } = require('./support/faulty.js');
const { violations } = require('./support/axe.js');
const { triRiver, triRiverBase, inLanguage } = require('./support/sites.js');

const MiB = 2 ** 20;
const FEED = /\/data\/feed\.json/;
const WASM = /\.wasm/;
const SCRIPT = /\/figures-[^/]*\.js/;
const WORDS = /\/words-[^/]*\.json/;

const test = base.extend({
  /** A broken server in front of the sample site, and a page that heard what should not be. */
  broken: async ({}, use) => {
    const server = await faulty(triRiver);
    await use(server);
    await server.close();
  },
});

const [indicator] = triRiver.feed.indicators;
const PAGE = `indicators/${indicator.id}/`;
const notice = (page) => page.locator('#notice[role=status]');

/** Begins to count how long the page keeps the processor busy: in seconds, and the same on a busy machine. */
async function work(page) {
  const tools = await page.context().newCDPSession(page);
  await tools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await tools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value;
  };
}

/** Seconds of work that a good visit takes here and now: how fast this machine is. */
async function goodVisit(browser) {
  const page = await browser.newPage();
  const worked = await work(page);
  await page.goto(triRiver.url(PAGE));
  expect(await settled(page)).toBe('ready');
  const seconds = await worked();
  await page.close();
  return seconds;
}

/** The page is as it was prerendered, and says in one notice that something is wrong. */
async function standsWithNotice(page, uncaught, { timeout } = {}) {
  await expect(notice(page)).toHaveText(/\p{L}{3,}.*\.\s*\S*/u, { timeout });
  await expect(notice(page)).toHaveCount(1);
  await expect(notice(page)).toBeVisible();
  const said = (await notice(page).textContent()).trim();
  expect(said).not.toMatch(/undefined|NaN|null|\[object|Error|panick|https?:|\{|\}/);
  expect(said.length, said).toBeLessThan(250);
  await expect(page.locator('h1')).toHaveCount(1);
  const { here, file } = await page.evaluate(
    ({ html, home }) => {
      // The file names the address that the site is published at, the app the one that it runs at.
      const runs = location.origin + document.getElementById('boot').dataset.base;
      const words = (of) => of.querySelector('main').textContent.replaceAll(home, runs).replace(/\s+/g, ' ').trim();
      return { here: words(document), file: words(new DOMParser().parseFromString(html, 'text/html')) };
    },
    { html: triRiver.html(PAGE), home: triRiver.home },
  );
  expect(file).toContain(inLanguage(indicator.definition, 'en', triRiver));
  expect(here).toBe(file);
  await expect(page).toHaveTitle(triRiver.title(PAGE));
  // Nothing takes the reader away from where they are.
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  expect(uncaught).toEqual([]);
  return said;
}

function uncaughtOn(page) {
  const uncaught = [];
  page.on('pageerror', (error) => uncaught.push(String(error)));
  page.on('crash', () => uncaught.push('the page crashed'));
  return uncaught;
}

const manyKeys = (most) => {
  const parts = ['{"k0":0'];
  for (let n = 1, length = 8; n < 1_000_000 && length < most; n += 1) {
    parts.push(`,"k${n}":0`);
    length += parts[n].length;
  }
  return `${parts.join('')}}`;
};

const edited = (edit) => (body) => {
  const feed = JSON.parse(body);
  edit(feed);
  return JSON.stringify(feed);
};

/** The feed is there, and cannot be used. */
const USELESS = {
  'a feed that is missing': fault.status(404),
  'a server that fails': fault.status(500),
  'a feed that is cut in the middle': fault.body((body) => body.subarray(0, body.length / 2)),
  'a sign-in page in place of the feed': fault.body(() => '<!doctype html><title>Wi-Fi</title><p>Sign in', 'text/html'),
  'a feed that is not UTF-8': fault.body((body) => Buffer.concat([body.subarray(0, 200), Buffer.from([0xff, 0xfe]), body.subarray(200)])),
  'a feed in UTF-16': fault.body((body) => Buffer.from(`\ufeff${body}`, 'utf16le')),
  'an empty feed': fault.body(() => ''),
  'null in place of the feed': fault.body(() => 'null'),
  'an object that is no feed': fault.body(() => '{}'),
  'a feed with the marks of a merge conflict': fault.body((body) => `<<<<<<< HEAD\n${body}`),
  '5 MiB of brackets': fault.body(() => '['.repeat(5 * MiB - 1)),
  'one text of 5 MiB': fault.body(() => `{"coalition":"${'a'.repeat(5 * MiB - 20)}"}`),
  'as many keys as there is room for': fault.body(() => manyKeys(5 * MiB - 20)),
  'a million keys': fault.body(() => manyKeys(Infinity)),
  'a feed that is too large': fault.body((body) => `${body}${' '.repeat(6 * MiB)}`),
  'a feed of a newer kind': fault.body(edited((feed) => (feed.coalition.schema_version = '9.0.0'))),
  'a feed with an id that is there twice': fault.body(edited((feed) => feed.partners.push(feed.partners[0]))),
  'a feed that names a partner that is not there': fault.body(edited((feed) => (feed.activities[0].lead = 'nobody-at-all'))),
};

for (const [name, spoil] of Object.entries(USELESS)) {
  test(`${name}: the page stays and says so after less than a second of work`, async ({ page, broken, browser }) => {
    const uncaught = uncaughtOn(page);
    const worked = await work(page);
    broken.spoil([FEED, spoil]);
    await page.goto(broken.url(PAGE));
    await expect(notice(page)).not.toHaveText('', { timeout: 15_000 });
    const seconds = await worked();
    // A slow processor works longer at everything: where a good visit takes more than a quarter of a second, so may this.
    expect(seconds, 'seconds of work until the notice').toBeLessThan(Math.max(1, 4 * (await goodVisit(browser))));
    await standsWithNotice(page, uncaught);
    expect(broken.asked.filter((path) => FEED.test(path)).length, 'tries').toBeLessThanOrEqual(4);
  });
}

/** The feed does not come, or not in time. */
const NOT_COMING = {
  'a connection that breaks': fault.cut(0.5),
  'a server that hangs up': fault.hangUp(),
  'a server that never answers': fault.silence(),
  'a feed that comes byte by byte': fault.drip(),
};

for (const [name, spoil] of Object.entries(NOT_COMING)) {
  test(`${name}: the page stays and says so within ten seconds`, async ({ page, broken }) => {
    const uncaught = uncaughtOn(page);
    broken.spoil([FEED, spoil]);
    await page.goto(broken.url(PAGE));
    await standsWithNotice(page, uncaught, { timeout: 13_000 });
  });
}

/** The program itself is broken: it does not start, and the page stays as it was prerendered. */
const NOT_STARTING = {
  'a program that is missing': [WASM, fault.status(404)],
  'a page in place of the program': [WASM, fault.body(() => '<!doctype html>', 'text/html')],
  'a program with one wrong byte': [WASM, fault.body((body) => (body.writeUInt8(body[body.length - 9] ^ 1, body.length - 9), body))],
  'a program that is cut': [WASM, fault.cut(0.5)],
  'a script that is missing': [SCRIPT, fault.status(404)],
  'words that are missing': [WORDS, fault.status(404)],
  'words that are damaged': [WORDS, fault.body((body) => body.subarray(0, 300))],
};

for (const [name, spoil] of Object.entries(NOT_STARTING)) {
  test(`${name}: the page stays and says so`, async ({ page, broken }) => {
    const uncaught = uncaughtOn(page);
    broken.spoil(spoil);
    await page.goto(broken.url(PAGE));
    expect(await settled(page)).toBe('failed');
    await standsWithNotice(page, uncaught);
    // Links are ordinary links again.
    await page.locator(`header nav a[href="${triRiver.base}indicators/"]`).click();
    await expect(page).toHaveTitle(triRiver.title('indicators/'));
  });
}

test('a browser without WebAssembly: the page stays and says so', async ({ page, broken }) => {
  const uncaught = uncaughtOn(page);
  await page.addInitScript(() => delete window.WebAssembly);
  await page.goto(broken.url(PAGE));
  expect(await settled(page)).toBe('failed');
  await standsWithNotice(page, uncaught);
});

test('a program with the wrong type starts all the same', async ({ page, broken }) => {
  broken.spoil([WASM, fault.body((body) => body, 'application/octet-stream')]);
  await page.goto(broken.url(PAGE));
  expect(await settled(page)).toBe('ready');
  await expect(notice(page)).toHaveText('');
});

for (const type of ['text/plain', 'application/octet-stream', 'text/html']) {
  test(`a good feed that is called ${type} is good`, async ({ page, broken }) => {
    broken.spoil([FEED, fault.body((body) => body, type)]);
    await page.goto(broken.url(PAGE));
    expect(await settled(page)).toBe('ready');
    await expect(notice(page)).toHaveText('');
  });
}

for (const name of ['a feed that is missing', 'a feed that is cut in the middle', 'a feed of a newer kind']) {
  test(`${name} after a good visit: the last good figures are shown, with their date`, async ({ page, broken }) => {
    const uncaught = uncaughtOn(page);
    // Newer than what the site was built with: so it is known which of the two is shown.
    const title = 'What the first visit saw';
    broken.spoil([FEED, fault.body(edited((feed) => (feed.indicators[0].title = title)))]);
    await page.goto(broken.url(PAGE));
    expect(await settled(page)).toBe('ready');
    await expect(page.locator('main')).toContainText(title);

    broken.spoil([FEED, USELESS[name]]);
    await page.goto(broken.url('partners/'));
    await page.goto(broken.url(PAGE));
    expect(await settled(page)).toBe('ready');
    await expect(page.locator('main')).toContainText(title);
    await expect(notice(page)).toBeVisible();
    await expect(notice(page)).toContainText(/\d{1,2} [A-Z][a-z]+ 20\d\d/);
    expect(uncaught).toEqual([]);
  });
}

test('a feed that the browser has kept from before the page was built does not replace the page', async ({ page, broken }) => {
  const title = 'What stood here before';
  broken.spoil([FEED, fault.fresh(edited((feed) => (feed.indicators[0].title = title)))]);
  await page.goto(broken.url('partners/'));
  expect(await settled(page)).toBe('ready');
  // The site is there now, and for ten minutes the browser would not ask.
  broken.spoil();
  await page.goto(broken.url(PAGE));
  expect(await settled(page)).toBe('ready');
  await expect(page.locator('main')).not.toContainText(title);
  await expect(page.locator('main')).toContainText(inLanguage(indicator.title, 'en', triRiver));
  await expect(notice(page)).toHaveText('');
});

test('the last good figures of an earlier site are older than the page, and not shown', async ({ page, broken }) => {
  const title = 'What the first visit saw';
  broken.spoil([FEED, fault.body(edited((feed) => (feed.indicators[0].title = title)))]);
  await page.goto(broken.url(PAGE));
  expect(await settled(page)).toBe('ready');
  await expect(page.locator('main')).toContainText(title);

  // A later build has another copy of its feed beside it.
  const [copy] = /assets\/feed-[0-9a-f]+\.json/.exec(triRiver.html(PAGE));
  const later = copy.replace(/[0-9a-f]+\.json$/, 'later.json');
  const isLater = (body) => body.toString().replaceAll(copy, later);
  const shipped = (response) => response.writeHead(200, { 'content-type': 'application/json' }).end(triRiver.read(copy));
  broken.spoil([FEED, fault.status(404)], [/feed-later\.json/, shipped], [new RegExp(`${PAGE}$`), fault.body(isLater)]);
  await page.goto(broken.url(PAGE));
  expect(await settled(page)).toBe('ready');
  await expect(page.locator('main')).not.toContainText(title);
  await expect(notice(page)).toBeVisible();
});

test('an app that was only late takes over, and its notice goes', async ({ page, broken }) => {
  let go;
  const gate = new Promise((resolve) => (go = resolve));
  broken.spoil([WASM, async (response, body, headers) => {
    await gate;
    response.writeHead(200, { ...headers, 'content-length': body.length }).end(body);
  }]);
  // Words and feed have come long ago by then.
  const came = [FEED, WORDS].map((file) => page.waitForEvent('requestfinished', (request) => file.test(request.url())));
  await page.goto(broken.url(PAGE), { waitUntil: 'domcontentloaded' });
  await Promise.all(came);
  await page.waitForFunction(() => document.documentElement.dataset.app === 'loading');
  await page.clock.fastForward(15_500);
  await expect(notice(page)).not.toHaveText('');
  go();
  await page.waitForFunction(() => document.documentElement.dataset.app === 'ready');
  await expect(notice(page)).toHaveText('');
});

test('a notice breaks no rule of accessibility', async ({ page, broken }) => {
  broken.spoil([FEED, fault.status(404)]);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(broken.url(PAGE));
  await expect(notice(page)).not.toHaveText('');
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});

test('faults under a base path are met as well', async ({ page }) => {
  const broken = await faulty(triRiverBase, [[FEED, fault.status(404)]]);
  const uncaught = uncaughtOn(page);
  await page.goto(broken.url(PAGE));
  await standsWithNotice(page, uncaught);
  await broken.close();
});

test('a feed with markup in every text shows it as text', async ({ page, broken }) => {
  const uncaught = uncaughtOn(page);
  const dialogs = [];
  page.on('dialog', (dialog) => (dialogs.push(dialog.message()), dialog.dismiss()));
  const markup = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  broken.spoil([FEED, fault.body(edited((feed) => {
    for (const list of ['goals', 'indicators', 'activities', 'partners']) {
      for (const record of feed[list]) {
        for (const field of ['title', 'name', 'plain_summary']) if (record[field] !== undefined) record[field] = `${markup} ${record.id}`;
      }
    }
  }))]);
  for (const path of ['', PAGE, 'indicators/', 'activities/', 'partners/']) {
    await page.goto(broken.url(path));
    expect(await settled(page)).toBe('ready');
    const { images, scripts } = await page.evaluate(() => ({
      images: document.querySelectorAll('img[src=x]').length,
      scripts: [...document.scripts].filter((script) => script.textContent.includes('alert(2)')).length,
    }));
    expect({ images, scripts }).toEqual({ images: 0, scripts: 0 });
    expect(await page.evaluate(() => window.seenByTest.violations)).toEqual([]);
  }
  await expect(page.locator('main')).toContainText('<img src=x');
  expect(dialogs).toEqual([]);
  expect(uncaught).toEqual([]);
});
