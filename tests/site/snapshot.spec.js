// The snapshot: one file from the disk, with the network off and no script.
const { spawnSync } = require('node:child_process');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { test, expect } = require('@playwright/test');
const { violations } = require('./support/axe.js');
const { ROOT, triRiver } = require('./support/sites.js');

let folder, address;

test.beforeAll(() => {
  test.setTimeout(600_000);
  folder = mkdtempSync(join(tmpdir(), 'snapshot-'));
  const file = join(folder, 'copy.html');
  const program = process.env.COMMONWEAL ?? join(ROOT, 'target/release/commonweal');
  const made = spawnSync(program, ['snapshot', 'samples/tri-river', '--as-of', triRiver.day, '--out', file], { cwd: ROOT });
  expect(made.status, String(made.stderr)).toBe(0);
  address = pathToFileURL(file).href;
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What of the page a reader can see. */
const shown = (page) =>
  page.locator('.copied').evaluateAll((pages) => pages.filter((one) => one.checkVisibility()).map((one) => one.id));

/** The first page of each kind in each language. */
function firstOfEachKind() {
  const first = new Map();
  for (const path of triRiver.pages) {
    const key = `${triRiver.language(path)} ${triRiver.kind(path)}`;
    if (!first.has(key)) first.set(key, path);
  }
  return [...first.values()];
}

test('every page of the site is in the file; those of each kind are shown, and alone', async ({ browser }) => {
  test.setTimeout(600_000);
  const context = await browser.newContext({ javaScriptEnabled: true, offline: true });
  const page = await context.newPage();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  const heard = [];
  page.on('console', (message) => heard.push(message.text()));
  await page.goto(address);
  expect(await shown(page)).toEqual(['overview']);
  const sections = await page.locator('.copied').evaluateAll((pages) => pages.map((one) => one.id));
  const section = (path) => path.replace(/\/$/, '') || 'overview';
  expect(triRiver.pages.map(section).filter((id) => !sections.includes(id))).toEqual([]);
  const wrong = await page.evaluate(async (ids) => {
    const found = [];
    for (const id of ids) {
      location.hash = `#${id}`;
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const seen = [...document.querySelectorAll('.copied')].filter((one) => one.checkVisibility()).map((one) => one.id);
      const headings = document.getElementById(id).querySelectorAll('h1').length;
      if (seen.join() !== id || headings !== 1) found.push(`${id}: ${seen.join()}, ${headings} headings`);
    }
    return found;
  }, firstOfEachKind().map(section));
  expect(wrong).toEqual([]);
  expect(asked).toEqual([address]);
  expect(heard).toEqual([]);
  await context.close();
});

test('a reader without script and network follows links, keeps a table and finds the other language', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true, viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  await page.goto(address);
  const overview = page.locator('[id="overview"]');
  await expect(overview.locator('h1')).toBeVisible();
  await expect(overview.locator('h1')).toHaveCSS('text-align', 'start');
  const nav = overview.getByRole('navigation', { name: 'Main' }).or(overview.locator('.mainnav'));
  await nav.first().getByRole('link', { name: 'Measures', exact: true }).click();
  const list = page.locator('[id="indicators"]');
  await expect(list.locator('h1')).toBeVisible();
  await expect(overview.locator('h1')).toBeHidden();
  await list.locator('main a[href^="#indicators/"]').first().click();
  const own = page.locator('.copied:target');
  await expect(own.locator('h1')).toBeVisible();
  // Within the page, too.
  await own.locator('a.skip').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.copied:has(:target) h1')).toBeVisible();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.copied:has(:target) a[download$=".csv"]').first().click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8').split('\n').length).toBeGreaterThan(2);

  await page.locator('.copied:has(:target) .languages a[lang="es"]').click();
  await expect(page.locator('.copied:target')).toHaveAttribute('lang', 'es');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await context.close();
});

for (const id of ['overview', 'indicators', 'promises', 'es/take-part']) {
  for (const colorScheme of ['light', 'dark']) {
    test(`axe finds nothing on #${id} of the file (${colorScheme})`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme, offline: true, viewport: { width: 320, height: 640 }, bypassCSP: true });
      const page = await context.newPage();
      await page.goto(`${address}#${id}`);
      expect(await shown(page)).toEqual([id]);
      // axe looks at what is hidden, too, which here is the whole site.
      await page.evaluate((section) => {
        document.body.replaceChildren(document.querySelector('body > svg'), document.getElementById(section));
      }, id);
      expect(await violations(page)).toEqual([]);
      await context.close();
    });
  }
}
