// Several coalitions on one page: it runs nothing, and leads to each of them.
const { test, expect, ready } = require('./support/reader.js');
const { violations } = require('./support/axe.js');
const { region } = require('./support/sites.js');

for (const [path, colorScheme, width] of [
  ['', 'light', 1280],
  ['', 'dark', 320],
  ['es/', 'light', 320],
  ['ar/', 'dark', 1280],
  ['ar/', 'light', 320],
]) {
  test(`the page over all is sound (/${path}, ${colorScheme}, ${width} px)`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
    const page = await context.newPage();
    const asked = [];
    page.on('request', (request) => asked.push(request.resourceType()));
    expect((await page.goto(region.url(path))).status()).toBe(200);
    expect(asked.filter((kind) => !['document', 'stylesheet', 'other'].includes(kind))).toEqual([]);
    await expect(page.locator('h1')).toHaveCount(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
}

test('a partner goes from the page over all to a figure of one coalition, whose app starts there', async ({ page }) => {
  await page.goto(region.url(''));
  const shared = page.getByRole('region', { name: 'Third graders reading at grade level' });
  await expect(shared.getByRole('row')).toHaveCount(3);
  await shared.getByRole('link').last().click();
  await expect(page).toHaveURL(region.url('again/indicators/ind-reading-g3/'));
  await ready(page);
});

test('a link to the page over all is shown with a card', async ({ request }) => {
  for (const path of ['', 'es/', 'ar/']) {
    const [, card] = region.read(`${path}index.html`).match(/<meta property="og:image" content="\/([^"]+)">/);
    const bytes = await (await request.get(region.url(card))).body();
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  }
});

test('an unknown address says so, and leads back', async ({ page }) => {
  const answer = await page.goto(region.url('nobody/'));
  expect(answer.status()).toBe(404);
  await page.getByRole('main').getByRole('link').click();
  await expect(page).toHaveURL(region.url(''));
});
