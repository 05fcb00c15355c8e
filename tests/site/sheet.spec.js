// A meeting sheet is one side of paper: every goal of both samples, on A4 and on Letter. My page asks nothing of anybody.
const { readFileSync, writeFileSync } = require('node:fs');
const { test, expect } = require('@playwright/test');

const { violations } = require('./support/axe');

const sites = () => JSON.parse(process.env.SITES);
const ready = (page) => page.waitForFunction(() => document.documentElement.dataset.app === 'ready');

/** Pages of a PDF as Chromium writes it: the objects of pages are not compressed. */
const pages = (pdf) => (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

/** The app moves the focus in the next frame, in the middle of what is typed or clicked by then: waits until it has. */
const focusMoved = (page) => page.evaluate(() => new Promise(requestAnimationFrame));

/** The goals that a site has sheets of, from its overview. */
async function goals(page, home) {
  await page.goto(home);
  const found = await page.locator('a[href*="/goals/"]').evaluateAll((links) => links.map((link) => new URL(link.href).href));
  return [...new Set(found.filter((href) => /\/goals\/[^/]+\/$/.test(href)))];
}

for (const sample of ['tri-river', 'millbrook']) {
  test(`sheet: every goal of ${sample} fits on one side of A4 and of Letter`, async ({ page }) => {
    test.setTimeout(600_000);
    const home = sites()[sample];
    const all = await goals(page, home);
    expect(all.length).toBeGreaterThan(0);
    for (const goal of all) {
      await page.goto(`${goal}sheet/`);
      await ready(page);
      await page.emulateMedia({ media: 'print', colorScheme: 'light' });
      for (const format of ['A4', 'Letter']) {
        const pdf = await page.pdf({ format, printBackground: true });
        expect(pages(pdf), `${goal} on ${format}`).toBe(1);
      }
      // Nothing is cut at the side either.
      await page.setViewportSize({ width: Math.floor(((210 - 26) / 25.4) * 96), height: 1000 });
      const cut = await page.locator('main .sheet *').evaluateAll((all) =>
        all.filter((it) => it.checkVisibility() && it.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map((it) => it.outerHTML.slice(0, 80)),
      );
      expect(cut).toEqual([]);
      await page.emulateMedia({ media: null });
      await page.setViewportSize({ width: 1280, height: 800 });
    }
  });
}

test('slides: arrows, Home and End go through them, the address says where, and each prints on a page', async ({ page }) => {
  await page.goto(`${sites()['tri-river']}present/`);
  await ready(page);
  const count = await page.locator('.slide').count();
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  expect(pages(await page.pdf({ format: 'A4', landscape: true }))).toBe(count);
  await page.emulateMedia({ media: null });
  // Whoever begins the show, or comes by a link into it, has the keys at once.
  await page.goto(`${sites()['tri-river']}present/?slide=2`);
  await ready(page);
  await expect(page.locator('main h1')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/slide=1$/);
  await page.goto(`${sites()['tri-river']}present/`);
  await ready(page);
  await page.getByRole('link', { name: 'Show them one by one' }).press('Enter');
  await expect(page).toHaveURL(/slide=1$/);
  await expect(page.locator('main h1')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/slide=2$/);
  await expect(page.locator('main h1')).toBeFocused();
  await page.keyboard.press('End');
  await expect(page).toHaveURL(new RegExp(`slide=${count}$`));
  await expect(page.locator('main h1')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(new RegExp(`slide=${count}$`));
  await page.keyboard.press('Home');
  await expect(page).toHaveURL(/slide=1$/);
  expect(await violations(page)).toEqual([]);
});

test('my page: what is followed and meant is kept here, asked of nobody, taken away and deleted', async ({ page }) => {
  const home = sites()['tri-river'];
  const [goal] = await goals(page, home);
  await page.goto(goal);
  await ready(page);
  await page.getByRole('button', { name: 'Follow on my page' }).click();
  await expect(page.getByRole('button', { name: 'Stop following' })).toBeFocused();
  await page.goto(`${home}my-page/`);
  await ready(page);
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByLabel('A new goal').fill('Read aloud');
  await page.keyboard.press('Enter');
  await focusMoved(page);
  await page.getByLabel('A new step for “Read aloud”').fill('Get a card');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The step is added to “Read aloud”.')).toBeFocused();
  await page.getByLabel('Get a card', { exact: true }).check();
  await expect(page.getByText('1 of 1 step done')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as a file' }).click()]);
  const path = await download.path();
  expect(JSON.parse(readFileSync(path, 'utf8')).goals[0].text).toBe('Read aloud');
  await page.getByText('Delete everything on my page').click();
  await page.getByRole('button', { name: 'Yes, delete everything' }).click();
  await expect(page.getByText('Everything is deleted.')).toBeVisible();
  await expect(page.getByText('Everything is deleted.')).toBeFocused();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('commonweal-mine')))).toEqual([]);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Bring in a file' }).click()]);
  await chooser.setFiles(path);
  await expect(page.getByRole('heading', { name: 'Read aloud' })).toBeVisible();
  // A file of as many goals shows these, and not those that were there.
  const other = `${path}.other`;
  writeFileSync(other, readFileSync(path, 'utf8').replace('Read aloud', 'Sing together'));
  const [again] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Bring in a file' }).click()]);
  await again.setFiles(other);
  await expect(page.getByRole('heading', { name: 'Sing together' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Read aloud' })).toHaveCount(0);
  expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([]);
});

test('my page: works without storage, and loses nothing that it cannot read', async ({ page, context }) => {
  const home = sites()['tri-river'];
  await page.goto(`${home}my-page/`);
  await ready(page);
  const key = await page.evaluate(() => `commonweal-mine:${document.getElementById('boot').dataset.base}`);
  await page.evaluate((key) => localStorage.setItem(key, '{"not": "ours"'), key);
  await page.reload();
  await ready(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save what was kept' }).click()]);
  expect(readFileSync(await download.path(), 'utf8')).toBe('{"not": "ours"');
  const other = await context.newPage();
  await other.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new Error('off'); } }));
  await other.goto(`${home}my-page/`);
  await ready(other);
  await expect(other.getByText('does not let the page keep anything')).toBeVisible();
  await other.getByLabel('A new goal').fill('Read aloud');
  await other.keyboard.press('Enter');
  await expect(other.getByRole('heading', { name: 'Read aloud' })).toBeVisible();
});
