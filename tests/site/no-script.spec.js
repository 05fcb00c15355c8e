// The pages without their script: complete, and the same figures as the feed.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { test, expect } = require('./support/reader.js');
const { ROOT, triRiver, triRiverBase, millbrook, inLanguage } = require('./support/sites.js');

async function open(page, site, path) {
  const response = await page.goto(site.url(path));
  return { status: response.status(), main: (await page.locator('main').textContent()).replace(/\s+/g, ' ') };
}

/** The newest figure for everybody in the whole area, or null. */
function latest(site, id) {
  const series = site.feed.series?.find(({ indicator }) => indicator === id);
  const total = series?.lines?.find((line) => !line.dimension && !line.geography);
  const at = total?.value.findLastIndex((value) => value !== null) ?? -1;
  return at < 0 ? null : { period: series.periods[at], value: total.value[at], figures: total.value.filter((v) => v !== null).length };
}

/** All numbers of a text that is written in a language. */
function numbers(text, language) {
  const { decimal, group, minus } = JSON.parse(readFileSync(join(ROOT, `src/words/${language}.json`), 'utf8')).numbers;
  const escape = (sign) => sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const number = new RegExp(`(?:${escape(minus)}|-)?\\d[\\d${escape(group)}]*(?:${escape(decimal)}\\d+)?`, 'g');
  return (text.match(number) ?? []).map((found) =>
    Number(found.replaceAll(group, '').replace(decimal, '.').replace(minus, '-')),
  );
}

test.use({ javaScriptEnabled: false });

for (const site of [triRiver, millbrook]) {
  for (const language of site.languages) {
    for (const indicator of site.feed.indicators) {
      test(`${site.name} says the latest figure of ${indicator.id} without script (${language})`, async ({ page }) => {
        const { status, main } = await open(page, site, site.path(language, `indicators/${indicator.id}/`));
        expect(status).toBe(200);
        expect(main).toContain(inLanguage(indicator.title, language, site));
        expect(main).toContain(inLanguage(indicator.definition, language, site));
        const newest = latest(site, indicator.id);
        if (newest) {
          const { decimals = 0, multiplier = 1 } = indicator.unit;
          const near = (number, value) => Math.abs(number - value) <= 0.5 * 10 ** -decimals + 1e-9;
          // As a reader sees it, with the cells of tables apart.
          const shown = numbers(await page.locator('main').innerText(), language);
          expect(
            shown.some((number) => near(number, newest.value) || near(number, newest.value * multiplier)),
            `${newest.value} of ${newest.period} among ${shown.slice(0, 40).join(' ')} …`,
          ).toBe(true);
          const rows = await page.locator('main table tbody tr').count();
          expect(rows, 'lines of tables').toBeGreaterThanOrEqual(newest.figures);
        }
      });
    }

    for (const list of ['goals', 'activities', 'partners']) {
      test(`${site.name} says the main texts of its ${list} without script (${language})`, async ({ page }) => {
        test.setTimeout(600_000);
        expect(site.feed[list].length).toBeGreaterThan(0);
        for (const record of site.feed[list]) {
          const path = site.path(language, `${list}/${record.id}/`);
          const { main } = await open(page, site, path);
          for (const text of [record.title ?? record.name, record.plain_summary].filter(Boolean)) {
            expect.soft(main, `/${path}`).toContain(inLanguage(text, language, site).replace(/\s+/g, ' '));
          }
        }
      });
    }

    test(`${site.name} says what it is for without script (${language})`, async ({ page }) => {
      const { main } = await open(page, site, site.path(language, ''));
      expect(main).toContain(inLanguage(site.feed.coalition.vision, language, site));
    });
  }
}

for (const site of [triRiver, triRiverBase]) {
  for (const address of ['nothing-here/', 'indicators/nothing-here/', 'nothing-here.html']) {
    test(`${site.name} answers /${address} honestly`, async ({ page }) => {
      const { status } = await open(page, site, address);
      expect(status).toBe(404);
      await expect(page.locator('h1')).toHaveCount(1);
      await expect(page.locator(`main a[href="${site.base}"]`).first()).toBeVisible();
    });
  }
}
