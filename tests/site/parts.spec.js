// A large feed is published in parts: each page asks for its own, and shows the same as from the whole.
const { test, expect, ready, settled } = require('./support/reader.js');
const { triRiver, parts } = require('./support/sites.js');

const [indicator] = triRiver.feed.indicators;
const [goal] = triRiver.feed.goals;
const [activity] = triRiver.feed.activities;
const [partner] = triRiver.feed.partners;
const PAGES = [
  '', 'indicators/', `indicators/${indicator.id}/`, `goals/${goal.id}/`, 'activities/', `activities/${activity.id}/`,
  'partners/', `partners/${partner.id}/`, 'news/', 'take-part/', 'promises/', 'who-does-what/', 'how-we-work/',
  'places/', 'standing/', 'es/indicators/', `es/goals/${goal.id}/`,
];
const INDICATOR = `indicators/${indicator.id}/`;

/** The address of the file that a page tells the start script of. */
const told = (path, name) => parts.html(path).match(new RegExp(`\\sdata-${name}="([^"]*)"`))?.[1];
// What a page says, whichever of the two servers it came from.
const words = (page) =>
  page.locator('main').evaluate((main) => main.textContent.replaceAll(location.origin, 'here').replace(/\s+/g, ' ').trim());
const notice = (page) => page.locator('#notice[role=status]');

for (const path of PAGES) {
  test(`/${path} is the same from its part`, async ({ page }) => {
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(parts.url(path));
    await ready(page);
    const data = asked.filter((one) => one.includes('/data/'));
    expect(data).toEqual([told(path, 'part')]);
    const fromPart = await words(page);
    await page.goto(triRiver.url(path));
    await ready(page);
    expect(fromPart).toBe(await words(page));
  });
}

test('another page of the same site is loaded, another view of the same page is not', async ({ page }) => {
  await page.goto(parts.url('indicators/'));
  await ready(page);
  await page.evaluate(() => (window.sameDocument = true));
  await page.locator('.filters a').nth(1).click();
  await expect(page).toHaveURL(/\?/);
  expect(await page.evaluate(() => window.sameDocument)).toBe(true);
  await page.goto(parts.url('indicators/'));
  await ready(page);
  await page.evaluate(() => (window.sameDocument = true));
  await page.locator(`main a[href="${parts.base}${INDICATOR}"]`).first().click();
  await page.waitForURL(parts.url(INDICATOR));
  await ready(page);
  expect(await page.evaluate(() => window.sameDocument)).toBeUndefined();
});

test('a page that is not found is only read: it can stand for any page', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const answer = await page.goto(parts.url('indicators/nothing/'));
  expect(answer.status()).toBe(404);
  await ready(page);
  await expect(page.locator('h1')).toHaveCount(1);
  expect(asked.filter((one) => one.includes('/data/'))).toEqual([]);
});

const other = told('indicators/', 'part');
const FAULTS = {
  'is missing': (route) => route.fulfill({ status: 404, body: '' }),
  'is cut': async (route) => {
    const body = await (await route.fetch()).body();
    await route.fulfill({ status: 200, body: body.subarray(0, body.length - 9) });
  },
  'is that of another page': async (route) => {
    const url = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: new URL(other, url).href }) });
  },
  'names another page': async (route) => {
    const body = await (await route.fetch()).text();
    await route.fulfill({ status: 200, body: body.replace(/"page":"[^"]*"/, '"page":"indicators/other/"') });
  },
};

for (const [what, answer] of Object.entries(FAULTS)) {
  test(`the page stays as it was written if its part ${what}`, async ({ page }) => {
    await page.route(`**${told(INDICATOR, 'part')}`, answer);
    await page.goto(parts.url(INDICATOR));
    const before = await words(page);
    expect(await settled(page)).toBe('failed');
    await expect(notice(page)).toHaveText(/\p{L}{3,}/u);
    expect(await words(page)).toBe(before);
  });
}

// What a reader follows comes with the parts of its own pages, so that their page never loads the whole feed.
const place = triRiver.feed.geographies.find((one) => triRiver.feed.activities.some((activity) => activity.geographies?.includes(one.id)));
const FOLLOWED = [`goals/${goal.id}/`, `places/${place.id}/`, `partners/${partner.id}/`];

test('my page compares what is followed, and loads the parts of these pages alone', async ({ page }) => {
  for (const path of FOLLOWED) {
    await page.goto(parts.url(path));
    await ready(page);
    await page.locator('.follow button').click();
  }
  // As if that had been long ago, and less had been done for the goal.
  await page.evaluate((goal) => {
    const key = `commonweal-mine:${document.getElementById('boot').dataset.base}`;
    const mine = JSON.parse(localStorage.getItem(key));
    for (const follow of mine.follows) follow.latest.on = '2025-01-01';
    const activities = mine.follows.find(({ id }) => id === goal).latest.marks.find(({ of }) => of === 'activities');
    activities.state = activities.text = '1';
    localStorage.setItem(key, JSON.stringify(mine));
  }, goal.id);
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(parts.url('my-page/'));
  await ready(page);
  const items = page.locator('section[aria-labelledby=followed]').getByRole('listitem');
  await expect(items).toHaveCount(FOLLOWED.length);
  const said = await items.allTextContents();
  const many = triRiver.feed.activities.filter(({ goals }) => goals.includes(goal.id)).length;
  expect(said[0]).toContain(`${many}`);
  expect(said[0]).toContain('1 January 2025');
  for (const text of said.slice(1)) expect(text).toContain('Nothing has changed');
  const wanted = [told('my-page/', 'part'), ...FOLLOWED.map((path) => told(path, 'part'))];
  expect([...new Set(asked.filter((one) => one.includes('/data/')))].sort()).toEqual(wanted.sort());
});

test('my page stays as it was written if a part of what is followed does not come', async ({ page }) => {
  await page.goto(parts.url(FOLLOWED[0]));
  await ready(page);
  await page.locator('.follow button').click();
  await page.route(`**${told(FOLLOWED[0], 'part')}`, (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(parts.url('my-page/'));
  expect(await settled(page)).toBe('failed');
  await expect(notice(page)).toHaveText(/\p{L}{3,}/u);
});

test('what a file brings to my page is loaded, too', async ({ page }) => {
  await page.goto(parts.url(FOLLOWED[2]));
  await ready(page);
  await page.locator('.follow button').click();
  const kept = await page.evaluate(() => localStorage.getItem(`commonweal-mine:${document.getElementById('boot').dataset.base}`));
  await page.evaluate(() => localStorage.clear());
  await page.goto(parts.url('my-page/'));
  await ready(page);
  const items = page.locator('section[aria-labelledby=followed]').getByRole('listitem');
  await expect(items).toHaveCount(0);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Bring in a file' }).click()]);
  await chooser.setFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(kept) });
  await expect(items).toHaveCount(1);
  await expect(items).toContainText('You follow this since');
});
