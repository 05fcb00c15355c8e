// Where on a page a reader arrives: by a link into it, and by going back to what another document has shown.
const { test, expect, ready } = require('./support/reader.js');
const { triRiver } = require('./support/sites.js');

/** How far below the top of the window an element stands, in px, once nothing moves any more. */
async function top(page, id) {
  const now = () => page.locator(`#${id}`).evaluate((element) => Math.round(element.getBoundingClientRect().top));
  let last;
  await expect.poll(async () => {
    const before = last;
    last = await now();
    return last === before;
  }, { intervals: [100] }).toBe(true);
  return last;
}

test.describe('with motion as most people have it', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });
  for (const [path, id] of [['glossary/', 'term-sliding-fee'], ['how-we-work/', 'wg-steering'], ['take-part/', 'fb-ferris-bus']]) {
    test(`a link to ${path}#${id} arrives there`, async ({ page }) => {
      await page.goto(triRiver.url(`${path}#${id}`));
      await ready(page);
      const at = await top(page, id);
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThan(200);
    });
  }
});

test('what a link means stays in view when what is over has gone from above it', async ({ page }) => {
  const later = new Date(`${triRiver.day}T12:00:00Z`);
  later.setUTCDate(later.getUTCDate() + 8);
  const over = triRiver.feed.events.filter(({ start }) => start > triRiver.day && new Date(start) < later);
  expect(over.length).toBeGreaterThan(0);
  await page.clock.setFixedTime(later);
  await page.goto(triRiver.url('events/#evt-2026-12-care-group'));
  await ready(page);
  await expect(page.locator(`#${over[0].id}`)).toHaveCount(1);
  const at = await top(page, 'evt-2026-12-care-group');
  expect(at).toBeGreaterThanOrEqual(0);
  expect(at).toBeLessThan(200);
});

test('back to the search after a reload shows the search', async ({ page }) => {
  await page.goto(triRiver.url('search/?q=millrace'));
  await ready(page);
  await page.locator('main a[href*="/places/"]').first().click();
  await expect(page).toHaveURL(/\/places\/[a-z-]+\/$/);
  await page.reload();
  await ready(page);
  await page.goBack();
  await expect(page).toHaveURL(triRiver.url('search/?q=millrace'));
  await expect(page.locator('#search')).toHaveValue('millrace');
});

test('back to a page that this document does not have loads it', async ({ page }) => {
  await page.goto(triRiver.url('preview/'));
  await ready(page);
  for (const [words, path] of [['Activities', 'activities/'], ['Method', 'method/']]) {
    await page.getByRole('link', { name: words, exact: true }).first().click();
    await expect(page).toHaveURL(triRiver.url(path));
    await page.reload();
    await ready(page);
    await page.goBack();
    await expect(page).toHaveURL(triRiver.url('preview/'));
    await expect(page.locator('#draft-file')).toHaveCount(1);
    await ready(page);
  }
});

test('back after a jump within the page goes to where it began', async ({ page }) => {
  await page.goto(triRiver.url('glossary/'));
  await ready(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
  await page.goBack();
  await expect(page).toHaveURL(triRiver.url('glossary/'));
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
});
