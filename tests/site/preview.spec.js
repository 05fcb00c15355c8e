// A draft is read in the tab, shown in it and forgotten with it. Nothing of it leaves.
const { execFileSync, spawnSync } = require('node:child_process');
const { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { test, expect, ready } = require('./support/reader.js');
const { violations } = require('./support/axe.js');
const { triRiver, triRiverBase, inLanguage, ROOT } = require('./support/sites.js');

const SAMPLE = join(ROOT, 'samples/tri-river');
const MILLBROOK = join(ROOT, 'samples/millbrook/feed.json');

let folder;
test.beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'draft-'))));
test.afterAll(() => rmSync(folder, { recursive: true }));

/** What the command line prints; findings are no failure. */
function commonweal(...args) {
  const program = process.env.COMMONWEAL ?? join(ROOT, 'target/release/commonweal');
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  expect([0, 1], stderr).toContain(status);
  return stdout;
}

/** The single file of a sample with some of its text replaced. */
function edited(name, ...edits) {
  const text = edits.reduce((text, [from, to]) => {
    expect(text, `${from} has to be in the sample`).toContain(from);
    return text.replace(from, to);
  }, readFileSync(MILLBROOK, 'utf8'));
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Opens the page and counts, from then on, everything that could carry something away. */
async function open(page, site = triRiver, path = 'preview/') {
  await page.goto(site.url(path));
  await ready(page);
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('websocket', (socket) => asked.push(socket.url()));
  const before = await stored(page);
  return {
    async nothingLeft() {
      expect(asked, 'requests since the draft was chosen').toEqual([]);
      expect(await stored(page), 'what the browser keeps').toEqual(before);
      expect(await page.context().cookies()).toEqual([]);
    },
  };
}

function stored(page) {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const kept = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
    const databases = (await indexedDB.databases?.()) ?? [];
    return { local: { ...localStorage }, session: { ...sessionStorage }, caches: kept.flat(), databases: databases.map(({ name }) => name) };
  });
}

/** Chooses a file or a folder and waits for what becomes of it. */
async function choose(page, path, field = '#draft-file') {
  // What is there of an earlier choice is drawn anew, and not only changed.
  await page.evaluate(() => document.getElementById('draft-result')?.classList.add('earlier'));
  await page.setInputFiles(field, path);
  await expect(page.locator('#draft-result:not(.earlier)')).toBeFocused();
}

/** Code and place of each finding, as the page shows them. */
function findings(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('.findings')].flatMap((list) =>
      [...list.querySelectorAll('.finding .meta')].map((meta) => {
        const [, code, line, column] = meta.textContent.match(/ ([A-Z]\d+) · line (\d+), column (\d+)$/);
        return `${code} ${list.previousElementSibling.textContent}:${line}:${column}`;
      }),
    ),
  );
}

for (const site of [triRiver, triRiverBase]) {
  test.describe(site.name, () => {
    test('a draft without errors is the whole site, marked on every page, and nothing leaves', async ({ page }) => {
      const watch = await open(page, site);
      await choose(page, edited('mine.json', ['Valley Together', 'Valley Tomorrow']));
      await expect(page.locator('main')).toContainText('Nothing is wrong with this draft');
      expect(await findings(page)).toEqual([]);
      await page.getByRole('link', { name: 'Look at the draft' }).click();
      await expect(page.locator('h1')).toBeFocused();
      const strip = page.locator('.sample--draft');
      await expect(strip).toContainText('Draft from mine.json. Not published.');
      await expect(page).toHaveTitle(/^Draft: .*Valley Tomorrow/);
      for (const name of ['Measures', 'Activities', 'Take part', 'Promises', 'Places', 'Partners', 'About']) {
        await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click();
        await expect(page.locator('h1')).toBeFocused();
        await expect(strip).toBeVisible();
        await expect(page).toHaveTitle(/^Draft: .*Valley Tomorrow/);
      }
      await page.goBack();
      await expect(strip).toBeVisible();
      await strip.getByRole('link').click();
      await expect(page.locator('#draft-result')).toBeVisible();
      await watch.nothingLeft();
      await page.reload();
      await ready(page);
      await expect(page.locator('#draft-result')).toHaveCount(0);
      await expect(page.locator('.sample--draft')).toHaveCount(0);
    });

    test('a draft speaks every language of the site without asking for any', async ({ page }) => {
      const watch = await open(page, site);
      await choose(page, SAMPLE, '#draft-folder');
      await page.getByRole('link', { name: 'Look at the draft' }).click();
      await page.getByRole('link', { name: 'Español' }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', 'es');
      await expect(page.locator('.sample--draft')).toContainText('Sin publicar');
      await expect(page).toHaveURL(site.url('es/'));
      await page.goBack();
      await expect(page.locator('.sample--draft')).toContainText('Not published');
      await watch.nothingLeft();
    });
  });
}

test('a draft with errors says where, what and how to mend it, and is not shown', async ({ page }) => {
  const watch = await open(page);
  await choose(page, edited('wrong.json', ['"direction": "increase"', '"direction": "incraese"']));
  await expect(page.locator('main')).toContainText('1 error, no warnings and no notices.');
  await expect(page.locator('.finding--error')).toContainText('"incraese" is not a word for this field. Did you mean "increase"?');
  await expect(page.locator('.finding--error mark')).toHaveText('"incraese"');
  await expect(page.getByRole('link', { name: 'Look at the draft' })).toHaveCount(0);
  await expect(page.locator('.sample--draft')).toHaveCount(0);
  await watch.nothingLeft();
  // The same file mended, chosen again.
  await choose(page, edited('wrong.json', ['"direction": "increase"', '"direction": "decrease"']));
  await expect(page.getByRole('link', { name: 'Look at the draft' })).toBeVisible();
});

test('a zip of a whole repository is a draft', async ({ page }) => {
  const inside = join(folder, 'repo-main');
  cpSync(SAMPLE, join(inside, 'feed'), { recursive: true });
  writeFileSync(join(inside, 'README.md'), 'A feed.');
  const zip = join(folder, 'repo-main.zip');
  execFileSync('python3', ['-m', 'zipfile', '-c', zip, inside]);
  const watch = await open(page);
  await choose(page, zip);
  await expect(page.locator('main')).toContainText('Nothing is wrong with this draft');
  await watch.nothingLeft();
});

test('a draft of the same coalition says in words what it would change', async ({ page }) => {
  const mine = join(folder, 'mine');
  cpSync(SAMPLE, mine, { recursive: true });
  const [indicator] = triRiver.feed.indicators;
  const path = join(mine, 'indicators', `${indicator.id}.json`);
  const record = JSON.parse(readFileSync(path, 'utf8'));
  record.definition = { en: 'Counted in another way.', es: 'Contado de otra manera.' };
  writeFileSync(path, JSON.stringify(record, null, 2));
  const watch = await open(page);
  await choose(page, mine, '#draft-folder');
  expect((await findings(page)).map((found) => found.split(' ')[0])).toEqual(['T210']);
  const differs = page.getByRole('region', { name: 'What it would change' });
  await expect(differs.locator('li').first()).toContainText(inLanguage(indicator.title, 'en', triRiver));
  await watch.nothingLeft();
  // The command line says the same.
  const args = ['check', mine, '--previous', SAMPLE, '--format', 'json', '--as-of', triRiver.day];
  expect(JSON.parse(commonweal(...args)).findings.map(({ code }) => code)).toEqual(['T210']);
});

test('a draft can be dropped on the page', async ({ page }) => {
  const watch = await open(page);
  const text = readFileSync(MILLBROOK, 'utf8');
  const dataTransfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'dropped.json'));
    return transfer;
  }, text);
  await page.dispatchEvent('#draft-drop', 'drop', { dataTransfer });
  await expect(page.locator('main')).toContainText('dropped.json');
  await expect(page.getByRole('link', { name: 'Look at the draft' })).toBeVisible();
  await watch.nothingLeft();
});

test('what is large, wrong or hostile gets a sentence', async ({ page }) => {
  await open(page);
  const file = (name, content) => (writeFileSync(join(folder, name), content), join(folder, name));
  const large = file('large.json', '');
  truncateSync(large, 65 * 1024 * 1024);
  const bomb = join(folder, 'bomb.zip');
  execFileSync('python3', ['-c', `import sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:
    with z.open('feed.json', 'w') as f:
        for _ in range(80): f.write(bytes(1 << 20))`, bomb]);
  const cases = [
    [large, 'This is more than 64 MiB'],
    [bomb, 'This is more than 64 MiB'],
    [file('cut.zip', readFileSync(bomb).subarray(0, 400)), 'This zip is damaged'],
    [file('page.html', '<!doctype html><script>alert(1)</script>'), 'This is a web page, not a feed.'],
    [file('picture.png', Buffer.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 255])), 'not saved as UTF-8'],
    [file('deep.json', '['.repeat(5 << 20)), 'nested more than 16 deep'],
    [file('markup.json', '{"<img src=x onerror=alert(1)>": 1}'), 'is not a field of a feed'],
  ];
  for (const [path, sentence] of cases) {
    await choose(page, path);
    await expect(page.locator('main'), path).toContainText(sentence);
  }
});

test('command line and browser say the same of every fixture of the rules', async ({ page }) => {
  test.setTimeout(1_200_000);
  const fixtures = join(ROOT, 'site/fixtures');
  const names = readdirSync(fixtures).sort();
  expect(names.length).toBeGreaterThan(300);
  const watch = await open(page);
  const differ = [];
  for (const name of names) {
    const path = join(fixtures, name);
    const said = JSON.parse(commonweal('check', path, '--format', 'json', '--as-of', triRiver.day));
    const expected = said.findings.map(({ code, path, line, column }) => `${code} ${path}:${line}:${column}`);
    await page.setInputFiles('#draft-file', path);
    await expect(page.locator('section:has(> div > #draft-result)')).toContainText(name);
    const found = await findings(page);
    if (JSON.stringify(found) !== JSON.stringify(expected)) differ.push({ name, found, expected });
  }
  expect(differ).toEqual([]);
  await watch.nothingLeft();
});

for (const [width, colorScheme] of [[320, 'light'], [1280, 'dark']]) {
  test(`the findings have no fault that axe finds (${width} px, ${colorScheme})`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const page = await context.newPage();
    await open(page);
    await choose(page, edited('wrong.json', ['"direction": "increase"', '"direction": "incraese"']));
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await context.close();
  });
}
