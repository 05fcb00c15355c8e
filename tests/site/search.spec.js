// The search over everything: typing, slips of the finger, the address, back and reload, every language, no script.
const { test, expect, listen, ready } = require('./support/reader.js');
const { violations } = require('./support/axe.js');
const { triRiver, triRiverBase, millbrook, parts, inLanguage } = require('./support/sites.js');

const field = (page) => page.locator('#search');
const rows = (page) => page.locator('.finds > li');
const titles = (page) => page.locator('.finds__title');
const count = (page) => page.locator('#list-count [role=status]');

async function open(page, site, path) {
  await page.goto(site.url(path));
  await ready(page);
}

for (const site of [triRiver, triRiverBase, parts]) {
  test(`${site.name}: typing finds, and the address keeps it without new steps back`, async ({ page }) => {
    const heard = listen(page, site.origin);
    await open(page, site, 'about/');
    await page.locator('a.find').click();
    await page.waitForURL(site.url('search/'));
    await ready(page);
    await expect(page.locator('.finder__kinds a')).not.toHaveCount(0);
    const all = await count(page).textContent();
    await field(page).pressSequentially('bus 14');
    await expect(titles(page).first()).toHaveText('Bus 14 until eleven');
    await expect(titles(page).first()).toHaveAttribute('href', `${site.base}activities/late-bus-14/`);
    await expect(count(page)).not.toHaveText(all);
    await expect(page).toHaveURL(site.url('search/?q=bus+14'));
    await expect(field(page)).toBeFocused();
    // What fits is marked, and nothing else.
    await expect(titles(page).first().locator('mark')).toHaveText(['Bus', '14']);
    // A form would load the page anew.
    await page.evaluate(() => (window.sameDocument = true));
    await field(page).press('Enter');
    expect(await page.evaluate(() => window.sameDocument)).toBe(true);
    await page.goBack();
    await page.waitForURL(site.url('about/'));
    expect(heard).toEqual([]);
  });

  test(`${site.name}: a result opens, and back leads to the same results`, async ({ page }) => {
    await open(page, site, 'search/?q=libary');
    await expect(field(page)).toHaveValue('libary');
    await expect(titles(page).first()).toHaveText('Port Wendell Public Library');
    const before = await titles(page).allTextContents();
    await page.reload();
    await ready(page);
    expect(await titles(page).allTextContents()).toEqual(before);
    await titles(page).first().click();
    await page.waitForURL(site.url('partners/port-wendell-library/'));
    await ready(page);
    await expect(page.locator('h1')).toContainText('Port Wendell Public Library');
    await page.goBack();
    await ready(page);
    await expect(field(page)).toHaveValue('libary');
    expect(await titles(page).allTextContents()).toEqual(before);
  });

  test(`${site.name}: kinds narrow what was found, without loading the page`, async ({ page }) => {
    await open(page, site, 'search/?q=school');
    await page.evaluate(() => (window.sameDocument = true));
    const kinds = page.locator('.filters a');
    const activities = kinds.filter({ hasText: /^Activities/ });
    const number = Number(await activities.locator('.count').textContent());
    await activities.click();
    await expect(page).toHaveURL(site.url('search/?kind=activity&q=school'));
    await expect(count(page)).toContainText(String(number));
    await expect(rows(page)).toHaveCount(Math.min(number, 20));
    for (const text of await rows(page).locator('.meta').allTextContents()) expect(text).toMatch(/^Activity/);
    expect(await page.evaluate(() => window.sameDocument)).toBe(true);
    await page.goBack();
    await expect(page).toHaveURL(site.url('search/?q=school'));
    await expect(kinds.first()).toHaveAttribute('aria-current', 'true');
  });

  test(`${site.name}: many results have pages`, async ({ page }) => {
    await open(page, site, 'search/?q=a');
    await expect(rows(page)).toHaveCount(20);
    const first = await titles(page).first().textContent();
    await page.locator('#page-next').click();
    await expect(page).toHaveURL(/\?page=2&q=a#list-count$/);
    await expect(page.locator('#page-previous')).toBeVisible();
    // The focus comes here in the next frame, and would take what is typed from the field.
    await expect(page.locator('#list-count')).toBeFocused();
    expect(await titles(page).first().textContent()).not.toBe(first);
    // Other words begin at the top again.
    await field(page).fill('bus');
    await expect(page).toHaveURL(site.url('search/?q=bus'));
  });

  test(`${site.name}: nothing found leads on`, async ({ page }) => {
    await open(page, site, 'search/');
    await field(page).fill('qqqqzzzz');
    await expect(count(page)).toHaveText('Nothing found');
    await expect(page.locator('main')).toContainText('Nothing has the words “qqqqzzzz”');
    await expect(page.locator('.finder__kinds a').filter({ hasText: 'Activities' })).toHaveAttribute('href', `${site.base}activities/`);
    await field(page).fill('bus qqqqzzzz');
    await expect(page.locator('main')).toContainText('Nothing has all of these words');
    await expect(titles(page)).not.toHaveCount(0);
    await field(page).fill('');
    await expect(page).toHaveURL(site.url('search/'));
    await expect(count(page)).toContainText('can be found');
  });

  test(`${site.name}: Spanish is found without its accents, and keeps the words in the other language`, async ({ page }) => {
    await open(page, site, 'es/search/?q=autobus');
    await expect(titles(page).filter({ hasText: 'Autobús 14 hasta las once' })).toHaveCount(1);
    await field(page).fill('dispensa');
    await expect(titles(page).first()).toHaveText('Despensa abierta después del turno de tarde');
    await expect(titles(page).first()).toHaveAttribute('href', `${site.base}es/activities/evening-pantry/`);
    // The links around the page follow once nobody types.
    const english = page.locator('.languages a[hreflang=en]');
    await expect(english).toHaveAttribute('href', /\?q=dispensa$/);
    await english.click();
    await page.waitForURL(site.url('search/?q=dispensa'));
    await ready(page);
    // Its name in the other language is known here too.
    await expect(titles(page).filter({ hasText: 'Pantry open after the late shift' })).toHaveCount(1);
  });
}

test('Arabic is found however it is written', async ({ page }) => {
  await open(page, millbrook, 'ar/search/');
  const cards = millbrook.feed.activities.find(({ id }) => id === 'act-library-cards');
  for (const typed of ['بطاقات المكتبة', 'بطاقات المكتبه', 'المكتبه بطقات']) {
    await field(page).fill(typed);
    await expect(titles(page).filter({ hasText: inLanguage(cards.title, 'ar', millbrook) }), typed).toHaveCount(1);
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBe(0);
});

test('what is typed before the program is there is searched', async ({ page }) => {
  let go;
  const gate = new Promise((resolve) => (go = resolve));
  await page.route(/\.wasm$/, async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto(triRiver.url('search/'), { waitUntil: 'domcontentloaded' });
  await field(page).pressSequentially('libary');
  go();
  await ready(page);
  await expect(field(page)).toHaveValue('libary');
  await expect(field(page)).toBeFocused();
  await expect(titles(page).first()).toHaveText('Port Wendell Public Library');
  await expect(page).toHaveURL(triRiver.url('search/?q=libary'));
});

test('only the page of the search asks for what can be found', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const index = () => asked.filter((path) => /\/assets\/search-en-[0-9a-f]+\.txt$/.test(path));
  await open(page, triRiver, '');
  expect(index()).toEqual([]);
  await open(page, triRiver, 'search/');
  expect(index()).toHaveLength(1);
});

for (const site of [triRiver, millbrook]) {
  for (const language of site.languages) {
    for (const look of [
      { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
      { colorScheme: 'dark', viewport: { width: 320, height: 640 } },
    ]) {
      test(`${site.name} ${language}: the page is sound (${look.colorScheme}, ${look.viewport.width} px)`, async ({ kept }) => {
        const { page, heard } = await kept(look, site.origin);
        for (const query of ['', '?q=a', '?q=zzzzzzzz']) {
          await page.goto(site.url(site.path(language, `search/${query}`)));
          await ready(page);
          const said = await page.evaluate(() => ({
            headings: document.querySelectorAll('h1').length,
            wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            violations: window.seenByTest.violations,
          }));
          expect.soft(said).toEqual({ headings: 1, wide: 0, violations: [] });
          expect.soft(await violations(page), 'what axe finds').toEqual([]);
          expect.soft(heard, 'what the browser says').toEqual([]);
        }
      });
    }
  }
}

test('if what can be found does not come, the page stays and says so', async ({ page }) => {
  await page.route(/\/assets\/search-en-/, (route) => route.fulfill({ status: 200, contentType: 'text/plain', body: 'commonweal-search' }));
  await page.goto(triRiver.url('search/'));
  await page.waitForFunction(() => document.documentElement.dataset.app === 'failed');
  await expect(page.locator('#notice')).not.toBeEmpty();
  await expect(page.locator('.without-script')).toBeVisible();
  await expect(page.locator('.finder__kinds a').first()).toBeVisible();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  for (const site of [triRiver, triRiverBase]) {
    test(`${site.name}: the page says what to do, and leads to the lists`, async ({ page }) => {
      await page.goto(site.url('about/'));
      await page.locator('a.find').click();
      await page.waitForURL(site.url('search/'));
      await expect(page.locator('.without-script')).toContainText('Find in page');
      await expect(field(page)).toBeHidden();
      await page.locator('.finder__kinds a').filter({ hasText: 'Activities' }).click();
      await page.waitForURL(site.url('activities/'));
    });
  }
});
