// The rules of axe. axe-core itself and not its wrapper for Playwright: the wrapper wants a newer Node, and opens a
// page of its own for every look.
const { readFileSync } = require('node:fs');

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on a page, one line each: the rule, the place, and why. */
async function violations(page) {
  await page.evaluate(source);
  return page.evaluate(async (tags) => {
    const { violations: found } = await window.axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
      // Styles are of this origin and applied already: nothing to fetch.
      preload: false,
    });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`),
    );
  }, TAGS);
}

module.exports = { violations };
