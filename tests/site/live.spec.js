// A page that stays open: it notices newer figures and offers them, and a page whose files are gone heals itself once.
const { test: base, expect, settled } = require('./support/reader.js');
const { faulty, fault } = require('./support/faulty.js');
const { violations } = require('./support/axe.js');
const { triRiver, parts } = require('./support/sites.js');

const FEED = /\/data\/feed\.json/;
const [indicator] = triRiver.feed.indicators;
const PAGE = `indicators/${indicator.id}/`;
const HTML = new RegExp(`/${PAGE}$`);
const NEWER = 'What is counted since this morning';

const test = base.extend({
  /** A server in front of the sample site that can be told to answer otherwise. */
  server: async ({}, use) => {
    const server = await faulty(triRiver);
    await use(server);
    await server.close();
  },
  // The interval of ten minutes, in the test's hands.
  context: async ({ context }, use) => {
    await context.addInitScript(() => {
      const real = window.setInterval;
      window.setInterval = (work, time, ...more) => (time === 600_000 ? (window.tenMinutesPass = work) && 0 : real(work, time, ...more));
    });
    await use(context);
  },
});

const notice = (page) => page.locator('#notice[role=status]');
const offer = (page) => notice(page).getByRole('button');
const asks = (server, pattern = FEED) => server.asked.filter((path) => pattern.test(path)).length;
const newer = fault.body((body) => {
  const feed = JSON.parse(body);
  feed.indicators[0].title = NEWER;
  // The sentence is then made of the title.
  delete feed.indicators[0].phrase;
  return JSON.stringify(feed);
});

async function open(page, server, path = PAGE) {
  await page.goto(server.url(path));
  expect(await settled(page)).toBe('ready');
}

/** The reader comes back to the page. */
const comesBack = (page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

/** The offer is taken, and the page is loaded anew. */
async function loadsWhatIsOffered(page) {
  await expect(offer(page)).toHaveText('Show the new figures');
  await page.evaluate(() => (window.sameDocument = true));
  await offer(page).click();
  await expect.poll(() => page.evaluate(() => window.sameDocument).catch(() => true)).toBeUndefined();
  expect(await settled(page)).toBe('ready');
}

/** Waits until the feed has been asked for once more, and a while longer, so that something could have come of it. */
async function askedOnceMore(page, server, before, most = 1) {
  await expect.poll(() => asks(server)).toBeGreaterThan(before);
  expect(asks(server)).toBeLessThanOrEqual(before + most);
  await page.waitForTimeout(700);
}

for (const how of ['pointer', 'keyboard']) {
  test(`newer figures are offered, and shown when the reader asks for them by ${how}`, async ({ page, server }) => {
    await open(page, server);
    await page.evaluate(() => window.scrollTo(0, 400));
    const heading = await page.locator('h1').textContent();
    server.spoil([FEED, newer]);
    await comesBack(page);
    await expect(offer(page)).toHaveText('Show the new figures');
    await expect(notice(page)).toContainText(/\d{1,2} [A-Z][a-z]+ 20\d\d|[A-Z][a-z]+ \d{1,2}, 20\d\d/);
    // Nothing has moved or changed under the eyes of the reader.
    expect(await page.locator('h1').textContent()).toBe(heading);
    expect(await page.evaluate(() => window.scrollY)).toBe(400);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);

    await page.evaluate(() => (window.sameDocument = true));
    if (how === 'pointer') await offer(page).click();
    else {
      await offer(page).focus();
      await page.keyboard.press('Enter');
    }
    await expect(page.locator('h1')).toContainText(NEWER);
    await expect(notice(page)).toHaveText('');
    expect(await page.evaluate(() => [window.scrollY, window.sameDocument])).toEqual([400, true]);
    // Whoever pressed a button that is gone goes on at the heading.
    expect(await page.evaluate(() => document.activeElement.localName)).toBe('h1');
    await expect(page).toHaveTitle(new RegExp(NEWER));

    // What has been seen is not offered again.
    const before = asks(server);
    await comesBack(page);
    await askedOnceMore(page, server, before);
    await expect(offer(page)).toHaveCount(0);
  });
}

test('the offer is in the language of the page, and breaks no rule of accessibility', async ({ page, server }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, server, `es/${PAGE}`);
  server.spoil([FEED, newer]);
  await comesBack(page);
  await expect(offer(page)).toHaveText('Mostrar las cifras nuevas');
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(await page.evaluate(() => window.seenByTest.shift)).toBeLessThan(0.02);
  await offer(page).click();
  await expect(page.locator('h1')).toContainText(NEWER);
});

test('what the reader has chosen stays as it is', async ({ page, server }) => {
  await open(page, server, 'indicators/?q=a');
  server.spoil([FEED, newer]);
  await comesBack(page);
  await offer(page).click();
  await expect(offer(page)).toHaveCount(0);
  expect(new URL(page.url()).search).toBe('?q=a');
  await expect(page.getByRole('searchbox').first()).toHaveValue('a');
});

test('a page that is looked at asks every ten minutes; a hidden one asks nothing', async ({ page, server }) => {
  await open(page, server);
  const before = asks(server);
  await page.evaluate(() => window.tenMinutesPass());
  await askedOnceMore(page, server, before);
  await expect(notice(page)).toHaveText('');

  await page.evaluate(() => Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' }));
  server.spoil([FEED, newer]);
  await page.evaluate(() => window.tenMinutesPass());
  await comesBack(page);
  await page.waitForTimeout(700);
  expect(asks(server)).toBe(before + 1);

  await page.evaluate(() => delete document.visibilityState);
  await comesBack(page);
  await expect(offer(page)).toBeVisible();
});

test('without a network nothing is asked; when it comes back, the page asks once', async ({ page, server }) => {
  await open(page, server);
  const before = asks(server);
  await page.context().setOffline(true);
  await page.evaluate(() => window.tenMinutesPass());
  await page.waitForTimeout(500);
  expect(asks(server)).toBe(before);
  await page.context().setOffline(false);
  await askedOnceMore(page, server, before);
});

const USELESS = {
  'a feed that is missing': fault.status(404),
  'a server that fails': fault.status(503),
  'a server that hangs up': fault.hangUp(),
  'a feed that is cut in the middle': fault.body((body) => body.subarray(0, body.length / 2)),
  'a sign-in page': fault.body(() => '<!doctype html><title>Wi-Fi</title>', 'text/html'),
  'a feed that names a partner that is not there': fault.body((body) => String(body).replace(/"lead":\s*"[^"]+"/, '"lead":"nobody-at-all"')),
  'the same feed': null,
};

for (const [name, spoil] of Object.entries(USELESS)) {
  test(`${name} while a page is open: nothing is said, nothing changes`, async ({ page, server }) => {
    const uncaught = [];
    page.on('pageerror', (error) => uncaught.push(String(error)));
    await open(page, server);
    const text = await page.locator('main').textContent();
    const before = asks(server);
    server.spoil([FEED, spoil]);
    await comesBack(page);
    // Where a connection is closed without an answer, the browser itself tries others that it has open.
    await askedOnceMore(page, server, before, name === 'a server that hangs up' ? Infinity : 1);
    await expect(notice(page)).toHaveText('');
    expect(await page.locator('main').textContent()).toBe(text);
    expect(uncaught).toEqual([]);
  });
}

test('on the page of changes, newer figures come with the history that leads to them', async ({ page, server }) => {
  await open(page, server, 'changes/?since=2020-01-01');
  server.spoil([FEED, newer]);
  await comesBack(page);
  await loadsWhatIsOffered(page);
  await expect(page).toHaveURL(server.url('changes/?since=2020-01-01'));
  await expect(notice(page)).toHaveText('');
});

test('a page that is only read asks for nothing', async ({ page, server }) => {
  await open(page, server, 'accessibility/');
  await comesBack(page);
  await page.waitForTimeout(500);
  expect(asks(server)).toBe(0);
});

test.describe('of a feed in parts', () => {
  const inParts = test.extend({
    server: async ({}, use) => {
      const server = await faulty(parts);
      await use(server);
      await server.close();
    },
  });
  // The same part under another address: the name of the page's part says whether there is a newer one.
  const another = fault.body((body) => {
    const [, part] = String(body).match(/ data-part="([^"]*)"/);
    return String(body).replaceAll(part, part.replace('.json', '%2Ejson'));
  });

  inParts('the newer page is offered, and loaded when the reader asks for it', async ({ page, server }) => {
    await open(page, server);
    const before = asks(server, HTML);
    await comesBack(page);
    await expect.poll(() => asks(server, HTML)).toBe(before + 1);
    await page.waitForTimeout(700);
    await expect(notice(page)).toHaveText('');

    server.spoil([HTML, another]);
    await comesBack(page);
    await loadsWhatIsOffered(page);
    await expect(notice(page)).toHaveText('');
    expect(await page.evaluate(() => document.getElementById('boot').dataset.part)).toContain('%2Ejson');
  });

  for (const name of ['a server that fails', 'a server that hangs up', 'a sign-in page']) {
    inParts(`${name} while a page is open: nothing is said`, async ({ page, server }) => {
      await open(page, server);
      const before = asks(server, HTML);
      server.spoil([HTML, USELESS[name]]);
      await comesBack(page);
      await expect.poll(() => asks(server, HTML)).toBeGreaterThan(before);
      await page.waitForTimeout(700);
      await expect(notice(page)).toHaveText('');
    });
  }
});

/** A page that names files which are not there; each page made so names others. */
function torn() {
  let number = 0;
  return fault.body((body) => {
    number += 1;
    return String(body).replaceAll(/figures-[0-9a-f]{12}\.(js|wasm)/g, `figures-${String(number).padStart(12, '0')}.$1`);
  });
}

test('a page of an earlier release whose files are gone is loaded anew, once', async ({ page, server }) => {
  const [old, whole] = [torn(), fault.body((body) => body)];
  let served = 0;
  server.spoil([HTML, (...answer) => (served++ === 0 ? old : whole)(...answer)]);
  await page.goto(server.url(PAGE));
  await page.waitForURL(server.url(PAGE));
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.app).catch(() => '')).toBe('ready');
  await expect(notice(page)).toHaveText('');
  // As it came, the question whether there is another one, and that one.
  expect(asks(server, HTML)).toBe(3);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('a site that stays torn is loaded anew once, and then says so', async ({ page, server }) => {
  server.spoil([HTML, torn()]);
  await page.goto(server.url(PAGE));
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.app).catch(() => '')).toBe('failed');
  await expect(notice(page)).toHaveText(/did not start/);
  await page.waitForTimeout(2000);
  expect(asks(server, HTML)).toBe(3);
  await expect(page.locator('h1')).toHaveCount(1);
});

test('where the page on the server is the same, loading it anew would help nobody', async ({ page, server }) => {
  server.spoil([/\.wasm/, fault.status(404)]);
  await page.goto(server.url(PAGE));
  expect(await settled(page)).toBe('failed');
  await page.waitForTimeout(1000);
  expect(asks(server, HTML)).toBe(2);
});

test('where the browser keeps nothing, a torn page stays and says so', async ({ page, server }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get() {
        throw new DOMException('no', 'SecurityError');
      },
    });
  });
  server.spoil([HTML, torn()]);
  await page.goto(server.url(PAGE));
  expect(await settled(page)).toBe('failed');
  await expect(notice(page)).toHaveText(/did not start/);
  await page.waitForTimeout(1000);
  expect(asks(server, HTML)).toBe(1);
});
