// The app takes the prerendered page over, and from then on does what a reader expects of a page.
const { test, expect, listen, ready, settled } = require('./support/reader.js');
const { triRiver, triRiverBase, inLanguage } = require('./support/sites.js');

const MOST_SHIFT = 0.02;
const SIZES = [
  { width: 1280, height: 800 },
  { width: 320, height: 640 },
];

/** Holds the program back until `go()`, so that a test can do something before the app is there. */
async function holdBack(page) {
  let go;
  const held = new Promise((resolve) => (go = resolve));
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  return go;
}

/** Puts a mark on the document and on the content: a new document has neither, the app's content lacks the second. */
async function mark(page) {
  await page.evaluate(() => {
    window.sameDocument = true;
    document.querySelector('h1').prerendered = true;
  });
}

/**
 * Where the visible parts of the page are. The browser's own measure of layout shift sees none of it when the app
 * takes over, as it follows elements and these are new ones.
 */
function places(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('#app :is(h1, h2, h3, h4, p, li, table, figure, svg, fieldset, footer)')]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.height > 0 && box.top < innerHeight && box.bottom > 0)
      .map(({ element, box }) => {
        const what = `${element.localName} "${element.textContent.trim().slice(0, 30)}"`;
        return `${what} at ${Math.round(box.left)}, ${Math.round(box.top)}, ${Math.round(box.width)} by ${Math.round(box.height)}`;
      }),
  );
}

function isSameDocument(page) {
  return page.evaluate(() => window.sameDocument === true);
}

/** The indicators that the list on the page leads to, each once. */
function listed(page, site, language = site.languages[0]) {
  const start = site.base + site.path(language, 'indicators/');
  return page.locator(`main a[href^="${start}"]`).evaluateAll(
    (links, from) => [...new Set(links.map((link) => link.pathname.slice(from.length)).filter(Boolean))],
    start,
  );
}

for (const site of [triRiver, triRiverBase]) {
  test.describe(site.name, () => {
    const [indicator] = site.feed.indicators;
    const other = site.languages[1];
    const indicatorPage = `indicators/${indicator.id}/`;

    for (const path of ['', 'indicators/', indicatorPage, 'activities/', 'standing/', 'preview/', 'changes/']) {
      for (const viewport of SIZES) {
        test(`/${path} does not move when the app takes over (${viewport.width} px)`, async ({ page }) => {
          await page.setViewportSize(viewport);
          const go = await holdBack(page);
          await page.goto(site.url(path));
          await mark(page);
          await page.waitForTimeout(200);
          const before = await places(page);
          expect(before.length).toBeGreaterThan(5);
          go();
          await ready(page);
          await page.waitForTimeout(300);
          expect(await places(page), 'visible parts').toEqual(before);
          expect(await page.evaluate(() => document.querySelector('h1').prerendered), 'old content').toBeUndefined();
          const { shift, shifts } = await page.evaluate(() => window.seenByTest);
          expect(shift, shifts.join('; ')).toBeLessThanOrEqual(MOST_SHIFT);
        });
      }
    }

    test('a page that is only read stays as it is, and asks for neither words nor feed', async ({ page }) => {
      const asked = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(site.url('method/'));
      await mark(page);
      await ready(page);
      expect(await page.evaluate(() => document.querySelector('h1').prerendered)).toBe(true);
      expect(asked.filter((path) => /words-|feed/.test(path))).toEqual([]);
      await page.getByLabel('Dark').check();
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
      await page.locator(`header nav a[href="${site.base}indicators/"]`).click();
      await expect(page).toHaveURL(site.url('indicators/'));
      await ready(page);
      expect(await isSameDocument(page)).toBe(false);
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    });

    test('taking over keeps the place and the focus', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 700 });
      const go = await holdBack(page);
      await page.goto(site.url('indicators/'));
      await mark(page);
      const link = page.locator('main a[href]').nth(3);
      await link.scrollIntoViewIfNeeded();
      await link.focus();
      await page.evaluate(() => scrollTo(0, 900));
      const where = () =>
        page.evaluate(() => ({
          y: Math.round(scrollY),
          focus: document.activeElement.getAttribute('href'),
          inApp: document.activeElement.closest('#app') !== null,
        }));
      const before = await where();
      expect(before.y).toBeGreaterThan(300);
      expect(before.inApp).toBe(true);
      go();
      await ready(page);
      expect(await page.evaluate(() => document.querySelector('h1').prerendered)).toBeUndefined();
      expect(await where()).toEqual(before);
    });

    test('taking over moves no focus if nothing has it', async ({ page }) => {
      await page.goto(site.url(''));
      await ready(page);
      expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    });

    test('a link shows the next page without loading it, says its title and moves the focus to its heading', async ({ page }) => {
      await page.goto(site.url(''));
      await ready(page);
      await mark(page);
      await page.locator(`header nav a[href="${site.base}indicators/"]`).click();
      await expect(page).toHaveURL(site.url('indicators/'));
      await expect(page).toHaveTitle(site.title('indicators/'));
      await expect(page.locator('h1')).toBeFocused();
      expect(await isSameDocument(page)).toBe(true);
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await page.locator(`main a[href="${site.base}${indicatorPage}"]`).first().click();
      await expect(page).toHaveTitle(site.title(indicatorPage));
      await expect(page.locator('h1')).toBeFocused();
      await expect(page.locator('main')).toContainText(inLanguage(indicator.title, site.languages[0], site));
      expect(await isSameDocument(page)).toBe(true);
    });

    test('the keyboard is enough to follow a link', async ({ page }) => {
      await page.goto(site.url(''));
      await ready(page);
      await page.keyboard.press('Tab');
      await expect(page.locator('a.skip')).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/#main$/);
      await page.locator(`header nav a[href="${site.base}indicators/"]`).focus();
      await page.keyboard.press('Enter');
      await expect(page.locator('h1')).toBeFocused();
      await expect(page).toHaveURL(site.url('indicators/'));
    });

    test('back and forward show the pages as they were left', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 700 });
      await page.goto(site.url('indicators/'));
      await ready(page);
      await mark(page);
      const link = page.locator(`main a[href="${site.base}indicators/${site.feed.indicators.at(-1).id}/"]`).first();
      await link.scrollIntoViewIfNeeded();
      const y = await page.evaluate(() => scrollY);
      expect(y).toBeGreaterThan(300);
      await link.click();
      const last = `indicators/${site.feed.indicators.at(-1).id}/`;
      await expect(page).toHaveTitle(site.title(last));
      await page.goBack();
      await expect(page).toHaveTitle(site.title('indicators/'));
      await expect(page).toHaveURL(site.url('indicators/'));
      await expect.poll(() => page.evaluate(() => scrollY), 'the place in the list').toBeGreaterThan(y - 100);
      await page.goForward();
      await expect(page).toHaveTitle(site.title(last));
      expect(await isSameDocument(page)).toBe(true);
    });

    test('a deep link opens, and opens again', async ({ page }) => {
      const heard = listen(page, site.origin);
      await page.goto(site.url(site.path(other, indicatorPage)));
      await ready(page);
      await expect(page).toHaveTitle(site.title(site.path(other, indicatorPage)));
      await page.reload();
      await ready(page);
      await expect(page).toHaveTitle(site.title(site.path(other, indicatorPage)));
      await expect(page.locator('html')).toHaveAttribute('lang', other);
      expect(heard).toEqual([]);
    });

    test('a filter is in the address, and stays there', async ({ page }) => {
      await page.goto(site.url('indicators/'));
      await ready(page);
      await mark(page);
      const all = await listed(page, site);
      const goal = site.feed.goals.find(({ id }) => {
        const of = site.feed.indicators.filter(({ goals }) => goals?.includes(id));
        return of.length > 0 && of.length < site.feed.indicators.length;
      });
      const some = site.feed.indicators.filter(({ goals }) => goals?.includes(goal.id)).map(({ id }) => `${id}/`);
      const filter = page.locator(`main a[href="${site.base}indicators/?goal=${goal.id}"]`).first();
      await filter.click();
      await expect(page).toHaveURL(site.url(`indicators/?goal=${goal.id}`));
      await expect.poll(async () => (await listed(page, site)).sort()).toEqual([...some].sort());
      await expect(filter).toHaveAttribute('aria-current', 'true');
      expect(await isSameDocument(page)).toBe(true);

      await page.reload();
      await ready(page);
      expect((await listed(page, site)).sort()).toEqual([...some].sort());
      await page.goBack();
      await expect.poll(async () => (await listed(page, site)).length).toBe(all.length);
    });

    test('search filters while somebody types, and keeps the focus', async ({ page }) => {
      await page.goto(site.url('indicators/'));
      await ready(page);
      const all = (await listed(page, site)).length;
      const entries = await page.evaluate(() => history.length);
      const box = page.locator('main input[type=search]');
      await box.click();
      const [word] = inLanguage(indicator.title, site.languages[0], site).match(/\p{L}{5,}/u);
      for (const letter of word) {
        await page.keyboard.press(letter);
        await expect(box).toBeFocused();
      }
      await expect(box).toHaveValue(word);
      await expect.poll(async () => (await listed(page, site)).length).toBeLessThan(all);
      await expect.poll(() => listed(page, site)).toContain(`${indicator.id}/`);
      await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe(word);
      // Typing is not a page a reader wants to go back to.
      expect(await page.evaluate(() => history.length)).toBe(entries);

      await page.reload();
      await ready(page);
      await expect(box).toHaveValue(word);
      expect((await listed(page, site)).length).toBeLessThan(all);

      await box.fill('qqqqqq');
      await expect.poll(() => listed(page, site)).toEqual([]);
      // The list is drawn once more when nobody types, and with it the link: under the pointer it would be another one.
      await expect(page.locator('#filter-0-0 .count')).toHaveText('0');
      await page.locator(`main a[href="${site.base}indicators/"]`).last().click();
      await expect.poll(async () => (await listed(page, site)).length).toBe(all);
      await expect(box).toHaveValue('');
    });

    test('an unknown address in the app shows the page for it, and leads back', async ({ page }) => {
      await page.goto(site.url('indicators/nothing-here/'));
      await ready(page);
      await expect(page.locator('h1')).toHaveCount(1);
      await page.locator(`main a[href="${site.base}"]`).first().click();
      await expect(page).toHaveTitle(site.title(''));
    });

    test('another language is another page, with its own words and no other', async ({ page }) => {
      const asked = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      const words = () => asked.map((path) => path.match(/\/words-([a-z-]+)-[0-9a-f]+\.json$/)?.[1]).filter(Boolean);
      await page.goto(site.url(indicatorPage));
      await ready(page);
      expect([...new Set(words())]).toEqual([site.languages[0]]);
      asked.length = 0;
      await page.locator(`header a[hreflang="${other}"]`).click();
      await expect(page).toHaveURL(site.url(site.path(other, indicatorPage)));
      await ready(page);
      await expect(page.locator('html')).toHaveAttribute('lang', other);
      await expect(page).toHaveTitle(site.title(site.path(other, indicatorPage)));
      expect([...new Set(words())]).toEqual([other]);
    });

    test('every request stays below the base', async ({ page }) => {
      const outside = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(site.origin)) outside.push(request.url());
      });
      for (const path of ['', indicatorPage, site.path(other, 'indicators/')]) {
        await page.goto(site.url(path));
        await ready(page);
      }
      expect(outside).toEqual([]);
    });

    test('nothing is kept in the browser but the last good feed and the theme', async ({ page, context }) => {
      await page.goto(site.url(''));
      await ready(page);
      expect(await context.cookies()).toEqual([]);
      const workers = await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
      expect(workers).toBe(0);
      const kept = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
      expect(kept.length, kept.join(', ')).toBeLessThanOrEqual(2);
    });
  });
}

test('the theme can be chosen, and stays chosen', async ({ page }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(triRiver.url(''));
  await ready(page);
  const light = await background();
  await page.locator('input[name=theme][value=dark]').check();
  await expect.poll(background).not.toBe(light);
  const dark = await background();
  await page.reload();
  // Before the app is there: nothing may flash.
  expect(await background()).toBe(dark);
  await ready(page);
  expect(await background()).toBe(dark);
  await expect(page.locator('input[name=theme][value=dark]')).toBeChecked();
  await page.locator('input[name=theme][value=light]').check();
  await expect.poll(background).toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await background()).toBe(light);
  await page.locator('input[name=theme][value=system], input[name=theme][value=""]').first().check();
  await expect.poll(background).toBe(dark);
});

test('the app starts where nothing can be stored', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = { get: () => { throw new DOMException('refused', 'SecurityError'); } };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) Object.defineProperty(window, name, refuse);
  });
  const heard = listen(page, triRiver.origin);
  await page.goto(triRiver.url('indicators/'));
  expect(await settled(page)).toBe('ready');
  expect(heard).toEqual([]);
});
