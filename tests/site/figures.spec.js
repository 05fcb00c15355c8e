// What a reader does with a figure: walks through it by key, keeps a view by its address, takes it away, prints it.
const { readFileSync } = require('node:fs');
const { test, expect } = require('@playwright/test');

const { violations } = require('./support/axe');

const home = () => JSON.parse(process.env.SITES)['tri-river'];
const ready = (page) => page.waitForFunction(() => document.documentElement.dataset.app === 'ready');
const PAGE = 'indicators/chronic-absence/';

/** The forms that the measure and one counted in numbers can be seen in: address, and the kind of its picture. */
const FORMS = [
  [`${PAGE}`, '.plot > svg[role="img"]'],
  [`${PAGE}?by=meal-status`, '.rows > svg[role="img"]'],
  [`${PAGE}?by=meal-status&form=line`, '.plot > svg[role="img"]'],
  [`${PAGE}?by=meal-status&form=each`, '.multiples .mult'],
  [`${PAGE}?by=places`, '.multiples .mult'],
  [`${PAGE}?by=places&form=now`, '.rows > svg[role="img"]'],
  ['indicators/homelessness/?form=now', '.rows > svg[role="img"]'],
  ['indicators/homelessness/?by=places&form=shares', '.rows--full > svg[role="img"]'],
];

for (const [address, picture] of FORMS) {
  test(`walk: every figure of ${address} is reached and spoken by key alone`, async ({ page }) => {
    await page.goto(home() + address);
    await ready(page);
    await expect(page.locator(picture).first()).toBeVisible();
    const slider = page.locator('#walk');
    // The only stop of the Tab key in the figure; all figures are behind it.
    for (let presses = 0; presses < 60; presses += 1) {
      if (await slider.evaluate((it) => it === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await expect(slider).toBeFocused();
    await page.keyboard.press('Home');
    const last = Number(await slider.getAttribute('max'));
    const heard = [];
    for (let stop = 0; stop <= last; stop += 1) {
      const spoken = await slider.getAttribute('aria-valuetext');
      await expect(page.locator('.walk output')).toHaveText(spoken);
      expect(spoken).toMatch(/\S: \S/);
      heard.push(spoken);
      await page.keyboard.press('ArrowRight');
    }
    expect(new Set(heard).size).toBe(last + 1);

    // What is heard is what the table says: each figure of the table is among the words.
    await page.goto(`${home()}${address}${address.includes('?') ? '&' : '?'}show=table`);
    await ready(page);
    const cells = await page.locator('.fig table td.n:not(.soft)').allInnerTexts();
    const counted = cells.filter((text) => /\d/.test(text) && !/ of /.test(text));
    expect(counted.length).toBeGreaterThan(1);
    for (const figure of counted) expect(heard.some((words) => words.includes(figure)), figure).toBe(true);
  });

  test(`address: ${address} shows the same after a reload, in light and dark without a fault`, async ({ page }) => {
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await page.goto(home() + address);
      await ready(page);
      const seen = () => page.locator('.chartsec').innerHTML();
      const before = await seen();
      await page.reload();
      await ready(page);
      expect(await seen()).toBe(before);
      expect(await violations(page)).toEqual([]);
    }
  });
}

test('address: the links of the figure make it, Back goes back through them', async ({ page }) => {
  await page.goto(home() + PAGE);
  await ready(page);
  await page.locator('main').getByRole('link', { name: 'Places', exact: true }).click();
  await expect(page).toHaveURL(/\?by=places$/);
  await page.getByRole('link', { name: 'Side by side', exact: true }).click();
  await expect(page).toHaveURL(/\?by=places&form=now$/);
  await page.getByRole('link', { name: 'Table', exact: true }).click();
  await expect(page).toHaveURL(/\?by=places&form=now&show=table$/);
  await expect(page.locator('.fig table')).toBeVisible();
  await page.goBack();
  await expect(page.locator('.rows > svg[role="img"]')).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(home() + PAGE);
  await expect(page.locator('.plot > svg[role="img"]')).toBeVisible();
});

test('address: what nobody knows shows everybody', async ({ page }) => {
  await page.goto(`${home()}${PAGE}?by=nonsense&form=nonsense&show=nonsense`);
  await ready(page);
  await expect(page.locator('.plot > svg[role="img"]')).toBeVisible();
  await expect(page.locator('#by-0')).toHaveAttribute('aria-current', 'true');
  await expect(page.locator('#show-0')).toHaveAttribute('aria-current', 'true');
});

test('pointer: pointing at a period says its figure', async ({ page }) => {
  await page.goto(home() + PAGE);
  await ready(page);
  await page.locator('.stripes rect').first().hover();
  await expect(page.locator('.ring')).toHaveCount(1);
  await expect(page.locator('.walk output')).toContainText('2014-15');
});

/** Presses a button of the downloads and reads the file. */
async function taken(page, address, button) {
  await page.goto(`${home()}${address}${address.includes('?') ? '&' : '?'}show=downloads`);
  await ready(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('take: the figures shown, and no others, as a table', async ({ page }) => {
  const { name, bytes } = await taken(page, `${PAGE}?by=meal-status`, 'The figures shown here (CSV)');
  expect(name).toBe('chronic-absence-meal-status.csv');
  const rows = bytes.toString('utf8').trim().split('\r\n');
  expect(rows[0]).toMatch(/^indicator,title,unit,period,/);
  const periods = new Set(rows.slice(1).map((row) => row.match(/,(SY\d{4}),/)[1]));
  expect([...periods].sort()).toEqual(['SY2021', 'SY2025']);
  expect(rows[1]).toContain('percent');
  const all = await page.getByRole('link', { name: 'All figures (CSV)' }).getAttribute('href');
  const whole = (await (await page.request.get(new URL(all, home()).href)).text()).trim().split('\r\n');
  for (const row of rows) expect(whole).toContain(row);
});

for (const [address, words] of [
  [PAGE, '22 in 100 students miss 18 or more school days'],
  [`${PAGE}?by=meal-status`, 'Family income'],
  [`${PAGE}?by=places`, 'is lowest with'],
  ['indicators/homelessness/?by=places&form=shares', 'is lowest with'],
]) {
  test(`take: the picture of ${address} as SVG says what it is`, async ({ page }) => {
    const { name, bytes } = await taken(page, address, 'The picture as SVG');
    expect(name).toMatch(/\.svg$/);
    const text = bytes.toString('utf8');
    expect(text).toMatch(/^<\?xml/);
    const { title, said } = await page.evaluate((svg) => {
      const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
      if (document.querySelector('parsererror')) throw new Error(document.documentElement.textContent);
      return {
        title: document.querySelector('title').textContent,
        said: [...document.querySelectorAll('text')].map((it) => it.textContent).join(' '),
      };
    }, text);
    expect(title).toContain(words);
    for (const part of ['Source: ', 'Latest figure: ', 'License: ', 'In ', home(), 'invented']) expect(said).toContain(part);
  });
}

test('take: the picture as PNG opens and is as large as its SVG, twice as dense', async ({ page }) => {
  const svg = (await taken(page, PAGE, 'The picture as SVG')).bytes.toString('utf8');
  const { name, bytes } = await taken(page, PAGE, 'The picture as PNG');
  expect(name).toBe('chronic-absence.png');
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  expect(width).toBe(2160);
  expect(height).toBe(Math.floor(Number(svg.match(/ height="([\d.]+)"/)[1])) * 2);
  // It is a picture of something: many colours, dark and light.
  const colours = await page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const pen = canvas.getContext('2d');
    pen.drawImage(image, 0, 0);
    const { data: pixels } = pen.getImageData(0, 0, canvas.width, canvas.height);
    const seen = new Set();
    for (let at = 0; at < pixels.length; at += 4) seen.add((pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2]);
    return [...seen];
  }, bytes.toString('base64'));
  expect(colours.length).toBeGreaterThan(20);
  expect(colours).toContain(0x1d3fa8);
});

test('take: the link and the citation are copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${home()}${PAGE}?by=places&show=downloads`);
  await ready(page);
  await page.getByRole('button', { name: 'Copy the link to this view' }).click();
  await expect(page.locator('.take [role="status"]')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  await page.getByRole('button', { name: 'Copy how to cite it' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('Tri-River Healthy Communities (2026)');
});

test('print: on A4 nothing of a measure is cut off', async ({ page }) => {
  await page.goto(home() + PAGE);
  await ready(page);
  await page.emulateMedia({ media: 'print' });
  // The printable width of A4 with the margins of the style, in px.
  await page.setViewportSize({ width: Math.floor(((210 - 26) / 25.4) * 96), height: 1000 });
  const cut = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const visible = (it) => it.checkVisibility({ visibilityProperty: true }) && it.getClientRects().length > 0;
    const out = [...document.querySelectorAll('main *')].filter((it) => visible(it) && !it.closest('.vh') && !it.closest('pattern'));
    return out
      .map((it) => [it, it.getBoundingClientRect()])
      .filter(([, box]) => box.width > 0 && (box.right > width + 1 || box.left < -1))
      .map(([it, box]) => `${it.tagName} ${it.getAttribute('class') ?? ''} ${Math.round(box.left)}–${Math.round(box.right)}: ${it.textContent.slice(0, 40)}`);
  });
  expect(cut).toEqual([]);
  // What scrolls on a screen would be cut on paper.
  const scrolls = await page.evaluate(() =>
    [...document.querySelectorAll('main .scroll')].filter((it) => it.scrollWidth > it.clientWidth + 1).map((it) => it.getAttribute('aria-label')),
  );
  expect(scrolls).toEqual([]);
  // The table of the figure stands on paper although it is folded on the screen.
  await expect(page.locator('.fig .more table')).toBeVisible();
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
});
