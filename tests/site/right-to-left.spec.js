// Pages in a language that is written from right to left: the layout is mirrored, nothing is torn or cut.
const { test, expect, ready } = require('./support/reader.js');
const { all, inLanguage } = require('./support/sites.js');

const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur'];
const SIZES = [
  { width: 1280, height: 800 },
  { width: 320, height: 640 },
];

const sites = all.filter((site) => site.languages.some((language) => RIGHT_TO_LEFT.includes(language)));

/** The pages of a site in these languages; of pages of one kind, the first two. */
function pages(site) {
  const count = new Map();
  return site.pages.filter((path) => {
    const language = site.language(path);
    if (!RIGHT_TO_LEFT.includes(language)) return false;
    const kind = `${language} ${site.kind(path)}`;
    count.set(kind, (count.get(kind) ?? 0) + 1);
    return count.get(kind) <= 2;
  });
}

/** What is measured in the page. */
function look() {
  const root = document.documentElement;
  const box = (element) => element.getBoundingClientRect();
  const heading = document.querySelector('main h1');
  const range = document.createRange();
  range.selectNodeContents(heading);
  const text = range.getBoundingClientRect();
  const frame = box(document.querySelector('.masthead__in'));
  const first = box(document.querySelector('.mainnav a'));
  const last = box([...document.querySelectorAll('.mainnav a')].at(-1));
  const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && box(element).width > 1;
  const own = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  // Text that stands out of a box that hides what stands out of it. What scrolls by itself can be reached.
  const clipped = [...document.querySelectorAll('#app *')].filter((element) => {
    const { overflowX, display } = getComputedStyle(element);
    return (
      ['hidden', 'clip'].includes(overflowX) &&
      !display.startsWith('inline') &&
      seen(element) &&
      !element.closest('.vh, svg') &&
      element.scrollWidth > element.clientWidth + 1
    );
  });
  // Text beyond the edges of the screen, but not what lies in a frame that scrolls.
  const scrolls = (element) => {
    for (let at = element; at; at = at.parentElement) {
      if (['auto', 'scroll'].includes(getComputedStyle(at).overflowX)) return true;
    }
    return false;
  };
  const outside = [...document.querySelectorAll('main *, header *, footer *')].filter(
    (element) =>
      own(element) &&
      seen(element) &&
      !element.closest('.vh, .skip') &&
      (box(element).left < -1 || box(element).right > root.clientWidth + 1) &&
      !scrolls(element),
  );
  const name = (element) => `${element.tagName}.${element.getAttribute('class')}: ${element.textContent.slice(0, 60)}`;
  // A part in a language of the other direction has to say so, or its full stop stands at the wrong end.
  const foreign = [...document.querySelectorAll('main [lang]:not(:is(:lang(ar), :lang(fa), :lang(he), :lang(ur)))')];
  return {
    dir: root.dir,
    wide: root.scrollWidth - root.clientWidth,
    headingGap: box(heading).right - text.right,
    pageGap: frame.right - text.right,
    navGap: frame.right - first.right,
    navOrder: first.right - last.right,
    navRows: Math.abs(first.top - last.top) < 2 ? 1 : 2,
    clipped: clipped.map(name),
    outside: outside.map(name),
    undirected: foreign.filter((element) => getComputedStyle(element).direction !== 'ltr').map(name),
    spaced: [...document.querySelectorAll('main h1:lang(ar), main h2:lang(ar)')].filter(
      (element) => !['normal', '0px'].includes(getComputedStyle(element).letterSpacing),
    ).length,
  };
}

test('some site is written from right to left', () => {
  expect(sites.map((site) => site.name)).toContain('millbrook');
});

for (const site of sites) {
  for (const path of pages(site)) {
    test(`${site.name} /${path} runs from right to left`, async ({ kept }) => {
      for (const viewport of SIZES) {
        const { page, heard } = await kept({ viewport }, site.origin);
        await page.goto(site.url(path));
        await ready(page);
        const seen = await page.evaluate(look);
        const where = `at ${viewport.width} px`;
        expect.soft(seen, where).toMatchObject({
          dir: 'rtl',
          wide: 0,
          clipped: [],
          outside: [],
          undirected: [],
          spaced: 0,
        });
        // The heading begins at the right end of its box. The one of the overview stands in the second column.
        expect.soft(Math.abs(seen.headingGap), `the heading ${where}`).toBeLessThan(4);
        expect.soft(Math.abs(seen.navGap), `the navigation ${where}`).toBeLessThan(24);
        if (seen.navRows === 1) expect.soft(seen.navOrder, `the order of the navigation ${where}`).toBeGreaterThan(0);
        expect.soft(heard, where).toEqual([]);
      }
    });
  }
}

for (const site of sites) {
  const language = site.languages.find((tag) => RIGHT_TO_LEFT.includes(tag));

  test(`${site.name} has no mark of direction in its addresses (${language})`, async ({ page }) => {
    await page.goto(site.url(site.path(language, '')));
    await ready(page);
    const addresses = await page.locator('a[href]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    const marked = addresses.filter((address) => /[\u200e\u200f\u2066-\u2069]|%E2%80%8[EF]|%E2%81%A[6-9]/i.test(address));
    // Mails and issues that are filled in hold sentences, in which an address is set apart as on the page.
    const isSentence = (address) => address.startsWith('mailto:') || /[?&](title|body|issue%5B|issue\[)/.test(address);
    expect(marked.filter((address) => !isSentence(address))).toEqual([]);
  });

  test(`${site.name} draws time from left to right in every language (${language})`, async ({ page }) => {
    const indicator = site.feed.indicators.find(({ id }) => site.feed.series?.some((one) => one.indicator === id));
    await page.goto(site.url(site.path(language, `indicators/${indicator.id}/`)));
    await ready(page);
    await expect(page.locator('main h1')).toBeVisible();
    const directions = await page
      .locator('main svg:is([role="img"], .spark)')
      .evaluateAll((pictures) => pictures.map((picture) => getComputedStyle(picture).direction));
    expect(directions.length, inLanguage(indicator.title, language, site)).toBeGreaterThan(0);
    expect(new Set(directions)).toEqual(new Set(['ltr']));
  });
}
