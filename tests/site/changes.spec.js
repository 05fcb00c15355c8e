// The page of changes, on the site of a feed with a history: three commits in a repository of its own.
const { execFileSync, spawn } = require('node:child_process');
const { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { createInterface } = require('node:readline');
const { test, expect, listen, ready } = require('./support/reader.js');
const { violations } = require('./support/axe.js');
const { ROOT, triRiver } = require('./support/sites.js');

// One site for all tests here.
test.describe.configure({ mode: 'default' });

const PROGRAM = process.env.COMMONWEAL ?? join(ROOT, 'target/release/commonweal');
const BASE = '/some/base/';
let folder;
let server;
let origin;

function commit(day) {
  const date = `${day}T12:00:00Z`;
  const git = (...words) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=N', '-c', 'user.email=n@example.org', ...words], {
      env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    });
  git('init', '-q');
  git('add', 'feed');
  git('commit', '-q', '-m', day);
}

/** Puts a text in place of another one in a table of the feed. */
function revise(file, from, to) {
  const path = join(folder, 'feed', file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

/** Changes a record of the feed. */
function edit(file, change) {
  const path = join(folder, 'feed', file);
  const record = JSON.parse(readFileSync(path, 'utf8'));
  change(record);
  writeFileSync(path, JSON.stringify(record, null, 2));
}

test.beforeAll(async () => {
  test.setTimeout(600_000);
  folder = mkdtempSync(join(tmpdir(), 'changes-'));
  cpSync(join(ROOT, 'samples/tri-river'), join(folder, 'feed'), { recursive: true });
  commit('2026-03-01');
  edit('activities/after-three-larkin.json', (record) => (record.status = 'paused'));
  revise('series/belonging.csv', '2023,,,,58.8,', '2023,,,,59.4,');
  commit('2026-05-02');
  edit('activities/after-three-larkin.json', (record) => (record.status = 'active'));
  revise('series/belonging.csv', '2023,,,,59.4,', '2023,,,,58.3,');
  edit('partners/larkin-youth-council.json', (record) => (record.name = 'Larkin Council of Youth'));
  commit('2026-08-09');
  execFileSync(PROGRAM, ['build', 'feed', '--out', 'site', '--base', BASE, '--as-of', triRiver.day, '--app', join(ROOT, 'dist')], {
    cwd: folder,
  });
  server = spawn(PROGRAM, ['serve', '--site', join(folder, 'site'), '--base', BASE, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  origin = await new Promise((found, failed) => {
    server.once('error', failed);
    server.once('exit', (code) => failed(new Error(`serve ended with code ${code}`)));
    createInterface({ input: server.stdout }).on('line', (line) => {
      const [url] = line.match(/http:\/\/\S+/) ?? [];
      if (url) found(url);
    });
  });
});

test.afterAll(() => {
  server?.kill();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const at = (query = '', language = '') => `${origin}${language}changes/${query}`;
const days = (page) => page.locator('main ol time').allTextContents();
const shown = (page) => page.locator('main h2').textContent();

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('every version is told, and nothing that needs a script is seen', async ({ page }) => {
    await page.goto(at());
    expect(await days(page)).toEqual(['9 August 2026', '2 May 2026', '1 March 2026']);
    await expect(page.locator('main')).toContainText('After three in Larkin is now paused.');
    await expect(page.locator('main')).toContainText('begins with the first version, 1 March 2026');
    for (const control of await page.locator('main :is(select, input)').all()) await expect(control).toBeHidden();
  });
});

test('a record that changed is one link away', async ({ page }) => {
  await page.goto(at());
  await ready(page);
  await page.locator('#main').getByRole('link', { name: 'After three in Larkin' }).first().click();
  // Another program has that page: it is loaded.
  await expect(page).toHaveURL(/\/activities\/after-three-larkin\/$/);
  await ready(page);
  await expect(page.locator('h1')).toHaveText('After three in Larkin');
});

test('since a date: the choice is in the address, and the address shows it again', async ({ page }) => {
  const heard = listen(page, origin);
  await page.goto(at());
  await ready(page);
  await page.locator('#since').fill('2026-05-02');
  await expect(page).toHaveURL(at('?since=2026-05-02'));
  await expect(page.locator('main h2')).toHaveText('2 versions since 2 May 2026');
  expect(await days(page)).toEqual(['9 August 2026', '2 May 2026']);
  await expect(page.locator('#since')).toBeFocused();
  // Paused and taken up again is no change; the new name is one.
  const net = await page.locator('main h2 ~ div').first().textContent();
  expect(net).toContain('Larkin Council of Youth');
  expect(net).not.toContain('paused');
  await page.reload();
  await ready(page);
  expect(await shown(page)).toBe('2 versions since 2 May 2026');
  await expect(page.locator('#since')).toHaveValue('2026-05-02');
  expect(heard).toEqual([]);
});

test('between two versions: the net change', async ({ page }) => {
  await page.goto(at());
  await ready(page);
  await page.locator('#to').selectOption({ index: 1 });
  await expect(page.locator('main h2')).toHaveText('From 1 March 2026 to 2 May 2026');
  await expect(page).toHaveURL(/\?from=[0-9a-f]{12}&to=[0-9a-f]{12}$/);
  await expect(page.locator('main h2 ~ div').first()).toContainText('After three in Larkin is now paused.');
  await page.getByRole('link', { name: 'Show all versions' }).click();
  await expect(page.locator('main h2')).toHaveText('All versions');
  await expect(page).toHaveURL(at());
});

test('the last visit is known to this browser alone', async ({ page, context }) => {
  const asked = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await page.goto(at());
  await ready(page);
  await expect(page.getByRole('link', { name: /last visit/ })).toHaveCount(0);
  await page.evaluate(() => localStorage.setItem('commonweal-visits', '2026-06-15'));
  await page.reload();
  await ready(page);
  const link = page.getByRole('link', { name: 'Since my last visit, 15 June 2026' });
  await expect(link).toBeVisible();
  await link.click();
  await expect(page.locator('main h2')).toHaveText('1 version since 15 June 2026');
  // The same day is one visit.
  await page.reload();
  await ready(page);
  await expect(page.getByRole('link', { name: /15 June 2026/ })).toBeVisible();
  expect((await context.cookies()).length).toBe(0);
  const sent = asked.filter((request) => request.includes('2026-06-15') && !new URL(request.split(' ')[0]).pathname.endsWith('/changes/'));
  expect(sent).toEqual([]);
});

test('without storage the last visit is not offered', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new Error('off'); } }));
  await page.goto(at());
  await ready(page);
  expect(await days(page)).toHaveLength(3);
  await expect(page.getByRole('link', { name: /last visit/ })).toHaveCount(0);
});

test('a history that does not come leaves the page as it was written', async ({ page }) => {
  await page.route('**/data/changes.json', (route) => route.fulfill({ body: '<html>sign in</html>' }));
  await page.goto(at());
  await page.waitForFunction(() => document.documentElement.dataset.app === 'failed');
  expect(await days(page)).toHaveLength(3);
});

const measure = (rest = '', language = '') => `${origin}${language}indicators/belonging/${rest}`;

test('a revised figure is marked alike before and after the app takes over', async ({ page, browser }) => {
  const seen = async (page) => ({
    marks: await page.locator('main svg .was').evaluateAll((all) => all.map((mark) => [mark.tagName, mark.getAttribute('cy'), mark.getAttribute('r')])),
    table: await page.locator('main table').first().textContent(),
    end: await page.locator('.mending').textContent(),
  });
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(measure());
  const before = await seen(plain);
  await context.close();
  expect(before.marks.map(([tag]) => tag)).toEqual(['circle']);
  expect(before.table).toContain('59.4 until 9 August 2026');
  expect(before.end).toContain('Last changed on 9 August 2026');
  await page.goto(measure());
  await ready(page);
  expect(await seen(page)).toEqual(before);
  await page.goto(measure('?show=table'));
  await ready(page);
  await expect(page.locator('main table').first()).toContainText('59.4 until 9 August 2026');
});

test('what was published on earlier days is one link away, and only read', async ({ page }) => {
  await page.goto(measure());
  await ready(page);
  await page.getByRole('link', { name: /^Earlier published figures/ }).click();
  await expect(page).toHaveURL(measure('history/'));
  await expect(page.locator('h1')).toContainText('Earlier published figures');
  await expect(page.locator('main table').first()).toContainText('As published on 9 August 2026');
  await expect(page.locator('main tr', { hasText: '2023' }).first()).toContainText('58.3revised');
  await page.getByRole('link', { name: /^All changes of this site/ }).click();
  await expect(page).toHaveURL(at());
});

for (const width of [320, 1280]) {
  for (const scheme of ['light', 'dark']) {
    test(`axe finds nothing in earlier figures at ${width} px, ${scheme}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: scheme });
      for (const address of [measure('history/', 'es/'), measure('', 'es/')]) {
        await page.goto(address);
        await ready(page);
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    });
  }
}

for (const width of [320, 1280]) {
  for (const scheme of ['light', 'dark']) {
    for (const query of ['', '?since=2026-05-02']) {
      test(`axe finds nothing at ${width} px, ${scheme} ${query}`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme: scheme });
        await page.goto(at(query, 'es/'));
        await ready(page);
        await expect(page.locator('main ol time')).toHaveCount(query ? 2 : 3);
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      });
    }
  }
}
