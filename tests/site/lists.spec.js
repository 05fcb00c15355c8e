// A list with more rows than are shown at once: an address that names one of them leads to it, wherever it stands.
const { test: base, expect, settled } = require('./support/reader.js');
const { faulty, fault } = require('./support/faulty.js');
const { violations } = require('./support/axe.js');
const { triRiver } = require('./support/sites.js');

const FEED = /\/data\/feed\.json/;
const LAST = 'com-copy-249';

const test = base.extend({
  /** A server in front of the sample site, with a feed in which far more has been promised. */
  server: async ({}, use) => {
    const server = await faulty(triRiver);
    const many = fault.body((body) => {
      const feed = JSON.parse(body);
      const [promise] = feed.commitments;
      for (let n = 0; n < 250; n += 1) feed.commitments.push({ ...promise, id: `com-copy-${n}`, text: `Promise ${n}` });
      return JSON.stringify(feed);
    });
    server.spoil([FEED, many]);
    await use(server);
    await server.close();
  },
});

const row = (page) => page.locator(`#${LAST}`);
const rows = (page) => page.locator('.prom');

async function open(page, server, path) {
  await page.goto(server.url(path));
  expect(await settled(page)).toBe('ready');
}

/** The row is shown, and not all the others. */
async function leads(page) {
  await expect(row(page)).toBeInViewport();
  expect(await rows(page).count()).toBeLessThanOrEqual(100);
  await expect(page).toHaveURL(new RegExp(`/promises/\\?record=${LAST}#${LAST}$`));
}

/** Follows a link as a reader does who finds it on the page. */
const follow = (page, href) =>
  page.evaluate((href) => {
    const link = document.createElement('a');
    link.href = href;
    document.querySelector('main').append(link);
    link.click();
  }, href);

test('an address that is opened leads to a row of a later page, and a reload does again', async ({ page, server }) => {
  await open(page, server, `promises/#${LAST}`);
  await leads(page);
  await page.reload();
  expect(await settled(page)).toBe('ready');
  await leads(page);
});

test('a link from another page leads there, without loading a page', async ({ page, server }) => {
  await open(page, server, 'news/');
  await page.evaluate(() => (window.sameDocument = true));
  await follow(page, server.url(`promises/#${LAST}`));
  await leads(page);
  expect(await page.evaluate(() => window.sameDocument)).toBe(true);
  await page.goBack();
  await expect(page).toHaveURL(server.url('news/'));
});

test('a jump within the page leads there, and back leads back', async ({ page, server }) => {
  await open(page, server, 'promises/');
  const first = await rows(page).first().getAttribute('id');
  await follow(page, `#${LAST}`);
  await leads(page);
  await page.goBack();
  await expect(page).toHaveURL(server.url('promises/'));
  await expect(page.locator(`#${first}`)).toHaveCount(1);
  await expect(row(page)).toHaveCount(0);
});

test('who reads on or searches leaves the row behind', async ({ page, server }) => {
  await open(page, server, `promises/#${LAST}`);
  await leads(page);
  await page.locator('#page-previous').click();
  await expect(page).toHaveURL(/\/promises\/\?page=\d#list-count$/);
  await expect(page.locator('#list-count')).toBeFocused();
  await follow(page, `#${LAST}`);
  await leads(page);
  await page.locator('#search').pressSequentially('Promise 7');
  await expect(page).toHaveURL(/\/promises\/\?q=Promise\+7$/);
  await expect(row(page)).toHaveCount(0);
});

test('a key draws the first rows; the others and the filters follow once nobody types', async ({ page, server }) => {
  await open(page, server, 'activities/');
  const drawn = () => page.evaluate(() => [document.querySelectorAll('.act').length, document.querySelector('#filter-0-0 .count').textContent]);
  const [all, counted] = await drawn();
  // What stands there at once (a timer that is due now runs before that of the pause, however slow the machine), and later.
  const atOnce = await page.evaluate(async () => {
    const field = document.getElementById('search');
    field.value = 'a';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 0));
    return [document.querySelectorAll('.act').length, document.querySelector('#filter-0-0 .count').textContent];
  });
  expect(all).toBeGreaterThan(20);
  expect(atOnce).toEqual([5, counted]);
  await expect.poll(drawn).toEqual([20, String(parseInt(await page.locator('#list-count').innerText(), 10))]);
});

test('what was found stands before the filters, which are opened by hand and stay open for who chooses', async ({ page, server }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, server, 'activities/');
  await expect(page.locator('#filter-0-1')).toBeVisible();
  // At once: for a second letter the filters would be drawn anew, and folded, in the middle of what follows.
  await page.locator('#search').fill('re');
  const folded = page.locator('details.filters');
  await expect(folded).toHaveCount(1);
  await expect(page.locator('#filter-0-1')).toBeHidden();
  expect(await violations(page)).toEqual([]);
  await page.getByText('Filters', { exact: true }).focus();
  await page.keyboard.press('Enter');
  const chosen = page.locator('.filters li:not(:first-child) a:has(.count:not(:text-is("0")))').first();
  const id = await chosen.getAttribute('id');
  await chosen.press('Enter');
  await expect(page.locator(`#${id}`)).toHaveAttribute('aria-current', 'true');
  await expect(page.locator(`#${id}`)).toBeFocused();
  // Taking the choice back leaves the reader where they are, too.
  const all = page.locator(`#${id.replace(/\d+$/, '0')}`);
  await all.press('Enter');
  await expect(all).toHaveAttribute('aria-current', 'true');
  await expect(all).toBeFocused();
  await page.reload();
  expect(await settled(page)).toBe('ready');
  await expect(page.locator('#filter-0-1')).toBeHidden();
});

test('of what no list has the first rows are shown, and pages without a long list stay as they are', async ({ page, server }) => {
  const asked = [];
  page.on('framenavigated', (frame) => asked.push(frame.url()));
  await open(page, server, 'promises/#com-nothing');
  // It is looked for, and the address is left as it was.
  await expect.poll(() => asked).toContain(server.url('promises/?record=com-nothing#com-nothing'));
  await expect.poll(() => asked.at(-1)).toBe(server.url('promises/#com-nothing'));
  await expect(rows(page)).toHaveCount(100);
  await open(page, server, 'news/#com-nothing');
  await expect(page).toHaveURL(server.url('news/#com-nothing'));
});
