// Every page of the sample sites, as files and in the browser.
const { test, expect, ready } = require('./support/reader.js');
const { violations } = require('./support/axe.js');
const { all, triRiver, triRiverBase, millbrook, decode } = require('./support/sites.js');

const LOOKS = [
  { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { colorScheme: 'dark', viewport: { width: 320, height: 640 } },
  { colorScheme: 'light', viewport: { width: 320, height: 640 } },
  { colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
];

/** The first page of each kind in each language. */
function firstOfEachKind(site) {
  const first = new Map();
  for (const path of site.pages) {
    const key = `${site.language(path)} ${site.kind(path)}`;
    if (!first.has(key)) first.set(key, path);
  }
  return new Set(first.values());
}

/**
 * Pages and looks. Every page of a site's first language is seen in one look, in turn, and the first page of each kind in
 * all four on the larger site; the other languages are the same code with other words: of them the first page of each kind
 * in two looks. EVERY_LANGUAGE=1 sees every page in every language.
 */
function visits() {
  const everyLanguage = process.env.EVERY_LANGUAGE === '1';
  const seen = [];
  for (const site of [triRiver, millbrook]) {
    const first = firstOfEachKind(site);
    const [main] = site.languages;
    site.pages.forEach((path, n) => {
      const inTurn = [LOOKS[n % LOOKS.length]];
      const looks = !first.has(path)
        ? inTurn.filter(() => everyLanguage || site.language(path) === main)
        : everyLanguage || (site === triRiver && site.language(path) === main)
          ? LOOKS
          : [LOOKS[n % 2], LOOKS[2 + (n % 2)]];
      looks.forEach((look) => seen.push({ site, path, look }));
    });
  }
  [...firstOfEachKind(triRiverBase)]
    .filter((path) => everyLanguage || triRiverBase.language(path) === triRiverBase.languages[0])
    .forEach((path, n) => seen.push({ site: triRiverBase, path, look: LOOKS[n % LOOKS.length] }));
  return seen;
}

for (const { site, path, look } of visits()) {
  const { colorScheme, viewport } = look;
  test(`${site.name} /${path} is sound (${colorScheme}, ${viewport.width} px)`, async ({ kept }) => {
    const { page, heard } = await kept(look, site.origin);
    const response = await page.goto(site.url(path));
    expect(response.status()).toBe(200);
    await ready(page);

    const said = await page.evaluate(() => ({
      lang: document.documentElement.lang,
      title: document.title,
      headings: document.querySelectorAll('h1').length,
      focusable: document.querySelector('h1')?.getAttribute('tabindex'),
      notice: document.querySelector('#notice[role=status]')?.textContent.trim(),
      app: document.querySelectorAll('#app').length,
      hidden: [document.documentElement, document.body].map((element) => getComputedStyle(element).overflowX),
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      violations: window.seenByTest.violations,
    }));
    expect.soft(said, 'the page').toMatchObject({
      lang: site.language(path),
      // The app says the same as the file it replaces.
      title: site.title(path),
      headings: 1,
      focusable: '-1',
      notice: '',
      app: 1,
      // Nothing may be cut off to keep the page from being too wide.
      hidden: ['visible', 'visible'],
      wide: 0,
      violations: [],
    });
    expect.soft(await violations(page), 'what axe finds').toEqual([]);
    expect.soft(heard, 'what the browser says').toEqual([]);
  });
}

for (const site of all) {
  test(`${site.name} has a title of its own on every page`, () => {
    expect(site.pages.length).toBeGreaterThan(10);
    for (const language of site.languages) {
      const titles = site.pages.filter((path) => site.language(path) === language).map((path) => site.title(path));
      expect(titles.filter((title, n) => title === '' || titles.indexOf(title) !== n)).toEqual([]);
    }
  });

  test(`${site.name} has the same pages in every language`, () => {
    const of = (language) => site.pages.filter((path) => site.language(path) === language).map((path) => site.plain(path));
    for (const language of site.languages) expect(of(language).sort(), language).toEqual(of(site.languages[0]).sort());
  });

  test(`${site.name} has no link that leads nowhere`, () => {
    const nowhere = [];
    for (const path of site.pages) {
      for (const [, written] of site.html(path).matchAll(/\s(?:href|src)="([^"]*)"/g)) {
        const here = new URL(`http://site${site.base}${path}`);
        const address = new URL(decode(written), here);
        if (address.origin !== here.origin) continue;
        const place = decodeURIComponent(address.pathname);
        const inside = place.startsWith(site.base) ? place.slice(site.base.length) : null;
        const file = inside === null ? null : inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
        const anchor = decodeURIComponent(address.hash.slice(1));
        const there = file !== null && site.has(file);
        if (!there || (anchor && !site.read(file).includes(`id="${anchor}"`))) nowhere.push(`/${path}: ${written}`);
      }
    }
    expect([...new Set(nowhere)]).toEqual([]);
  });

  test(`${site.name} has nothing inline that its policy forbids`, () => {
    const inline = [/<style[\s>]/, /\sstyle="/, /\son[a-z]+="/, /<script(?![^>]*\ssrc=)(?![^>]*type="application\/(?:ld\+)?json")/];
    const found = site.pages.flatMap((path) =>
      inline.filter((pattern) => pattern.test(site.html(path))).map((pattern) => `/${path}: ${pattern}`),
    );
    expect(found).toEqual([]);
  });
}
