// Frames for other sites, and pictures: inside a page of another origin, without and with script, at every width.
const http = require('node:http');
const { test, expect } = require('@playwright/test');
const { triRiver, millbrook } = require('./support/sites.js');
const { violations } = require('./support/axe.js');

/** The frames of a site, by their paths below the base: in every language, one of each kind. */
function embeds(site) {
  const [first] = site.languages;
  const measured = site.feed.series.map(({ indicator }) => indicator);
  const records = [`indicators/${measured[0]}`, `goals/${site.feed.goals[0].id}`, `activities/${site.feed.activities[0].id}`];
  return site.languages.flatMap((lang) => records.map((record) => `embed/${lang === first ? '' : `${lang}/`}${record}/`));
}

/** A page of another origin that shows a frame, as our guide for staff writes it. */
async function elsewhere(frame) {
  const page = `<!doctype html><title>Elsewhere</title><iframe src="${frame}" title="A measure" width="100%" height="300"></iframe>
    <script>addEventListener('message', ({ data, source }) => {
      if (data?.type !== 'commonweal-height') return;
      for (const frame of document.querySelectorAll('iframe')) if (frame.contentWindow === source) frame.height = data.height;
    });</script>`;
  const server = http.createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

for (const site of [triRiver, millbrook]) {
  for (const path of embeds(site)) {
    test(`${site.name} ${path}: in a page of another origin, as high as its content`, async ({ page }) => {
      const said = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(String(error)));
      const asked = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      const other = await elsewhere(site.url(path));
      await page.goto(other.url);
      const frame = page.frameLocator('iframe');
      await expect(frame.locator('h1')).toHaveCount(1);
      if (site.feed.coalition.sample) await expect(frame.locator('.sample')).toBeVisible();
      const inside = page.frames()[1];
      const height = () => inside.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
      await expect.poll(async () => Number(await page.locator('iframe').getAttribute('height')) - (await height())).toBe(0);
      // When it gets narrower it gets higher, and says so.
      const before = await height();
      await page.setViewportSize({ width: 360, height: 640 });
      await expect.poll(height).toBeGreaterThan(before);
      await expect.poll(async () => Number(await page.locator('iframe').getAttribute('height')) - (await height())).toBe(0);
      expect(said).toEqual([]);
      expect(asked.filter((path) => /wasm|boot|words|feed\.json/.test(path))).toEqual([]);
      other.close();
    });

    test(`${site.name} ${path}: takes its theme from the address, and axe finds nothing`, async ({ page }) => {
      for (const [theme, scheme, width] of [['dark', 'light', 320], ['light', 'dark', 640]]) {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width, height: 640 });
        await page.goto(`${site.url(path)}?theme=${theme}`);
        expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(theme);
        expect(await violations(page)).toEqual([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(wide, `${theme} at ${width}`).toBe(0);
      }
    });
  }

  test(`${site.name}: a frame is complete without script, and every link leaves it`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const path of embeds(site)) {
      await page.goto(site.url(path));
      await expect(page.locator('h1')).toBeVisible();
      await expect(page.locator('footer a').first()).toHaveAttribute('target', '_blank');
      await expect(page.locator('base')).toHaveAttribute('target', '_blank');
      if (path.includes('indicators')) await expect(page.locator('svg[role="img"]')).toBeVisible();
    }
    await context.close();
  });

  test(`${site.name}: only frames may be framed`, async ({ request }) => {
    const own = await request.get(site.url(''));
    expect(own.headers()['x-frame-options']).toBe('DENY');
    for (const path of embeds(site)) {
      const { 'content-security-policy': policy, 'x-frame-options': frames } = (await request.get(site.url(path))).headers();
      expect(policy).toContain('frame-ancestors *');
      expect(frames).not.toBe('DENY');
    }
  });

  test(`${site.name}: pictures and cards are there, for every language and for other origins`, async ({ request }) => {
    const [first] = site.languages;
    const { indicator } = site.feed.series[0];
    for (const lang of site.languages) {
      const folder = `pictures/${lang === first ? '' : `${lang}/`}indicators/${indicator}`;
      for (const [kind, type] of [['svg', 'image/svg+xml'], ['png', 'image/png']]) {
        const answer = await request.get(site.url(`${folder}.${kind}`));
        expect(answer.status(), `${folder}.${kind}`).toBe(200);
        expect(answer.headers()['content-type']).toContain(type);
        expect(answer.headers()['cross-origin-resource-policy']).toBe('cross-origin');
      }
      const page = site.read(`${lang === first ? '' : `${lang}/`}index.html`);
      const [, card] = page.match(/<meta property="og:image" content="([^"]+)">/);
      const home = site.feed.coalition.site?.replace(/\/*$/, '/') ?? site.base;
      const bytes = await (await request.get(site.url(card.replace(home, '')))).body();
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    }
  });
}

test('what a page says about sharing it can be copied, and leads there', async ({ page, context }) => {
  const { indicator } = triRiver.feed.series[0];
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(triRiver.url(`indicators/${indicator}/`));
  await page.waitForFunction(() => document.documentElement.dataset.app === 'ready');
  await page.locator('.share > summary').click();
  const texts = page.locator('.share textarea');
  await expect(texts).toHaveCount(3);
  const frame = await texts.nth(1).inputValue();
  expect(frame).toMatch(new RegExp(`^<iframe src="https?://[^"]+/embed/indicators/${indicator}/" title="[^"]+"`));
  await page.locator('.share button').nth(1).click();
  await expect(page.locator('.share [role="status"]')).not.toBeEmpty();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(frame);
  const picture = await texts.nth(2).inputValue();
  const [, source] = picture.match(/<img src="https?:\/\/[^/]+\/([^"]+)" alt="[^"]+"/);
  expect((await page.request.get(triRiver.url(source))).status()).toBe(200);
});
