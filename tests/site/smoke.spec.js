// The line from feed to reader, end to end, at the root of a host and below a path: quick, and run before anything else.
const { test, expect } = require('@playwright/test');

const sites = () => JSON.parse(process.env.SITES);
const ready = () => document.documentElement.dataset.app === 'ready';

for (const name of ['tri-river', 'tri-river-base', 'millbrook']) {
  test(`${name}: the app takes over and follows links`, async ({ page }) => {
    const home = sites()[name];
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(home) && !request.url().startsWith('data:')) said.push(`asked for ${request.url()}`);
    });
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => console.error('policy', event.violatedDirective));
    });
    await page.goto(home);
    await page.waitForFunction(ready);
    const title = await page.title();
    await page.locator('.mainnav a').nth(1).click();
    await expect(page).toHaveURL(`${home}indicators/`);
    await expect(page.locator('h1')).toBeFocused();
    expect(await page.title()).not.toBe(title);
    await page.locator('.measure__h a').first().click();
    await expect(page).toHaveURL(/\/indicators\/[a-z0-9-]+\/$/);
    await expect(page.locator('h1')).toHaveCount(1);
    await page.goBack();
    await expect(page).toHaveURL(`${home}indicators/`);
    expect(said).toEqual([]);
  });

  test(`${name}: a search is in the address and survives a reload`, async ({ page }) => {
    await page.goto(`${sites()[name]}indicators/`);
    await page.waitForFunction(ready);
    const all = await page.locator('.measure').count();
    const word = (await page.locator('.measure .meta').last().innerText()).split(/[\s·]+/)[0];
    await page.locator('#search').pressSequentially(word);
    // The whole word, not its first letters: on a slow machine the address bar is written between two keys, too.
    await expect(page).toHaveURL((address) => address.searchParams.get('q') === word);
    await expect(page.locator('#search')).toBeFocused();
    // A key draws the first rows alone; the others follow once nobody types.
    const said = async () => Math.min(20, parseInt(await page.locator('#list-count').innerText(), 10));
    await expect.poll(async () => (await page.locator('.measure').count()) - (await said())).toBe(0);
    const found = await page.locator('.measure').count();
    expect(found).toBeLessThan(all);
    await page.reload();
    await page.waitForFunction(ready);
    await expect(page.locator('.measure')).toHaveCount(found);
    await expect(page.locator('#search')).toHaveValue(word);
  });

  test(`${name}: pages are complete without script, unknown addresses honest`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${sites()[name]}indicators/`);
    const address = await page.locator('.measure__now').first().locator('xpath=..').locator('.measure__h a').getAttribute('href');
    const figure = await page.locator('.measure__val').first().innerText();
    await page.goto(new URL(address, sites()[name]).href);
    await expect(page.locator('.strip')).toContainText(figure);
    await expect(page.locator('.plot > svg')).toHaveCount(1);
    const nowhere = await page.goto(`${sites()[name]}no/such/page/`);
    expect(nowhere.status()).toBe(404);
    await expect(page.locator('h1')).toHaveCount(1);
    await context.close();
  });
}

test('a damaged feed leaves a readable page and one sentence', async ({ page }) => {
  const home = sites()['tri-river'];
  await page.route('**/data/feed.json', (route) => route.fulfill({ body: '{"coalition": {', contentType: 'application/json' }));
  await page.goto(home);
  await expect(page.locator('#notice')).not.toBeEmpty();
  await expect(page.locator('h1')).toHaveCount(1);
});
