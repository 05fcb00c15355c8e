// Whether people find what they came for: five questions of a resident, a partner and a staff editor each, on a phone. A walk
// knows no addresses and no class names, only what a person can read, and takes at most three steps.
const { test, expect, ready } = require('./support/reader.js');
const { triRiver } = require('./support/sites.js');

const MOST_STEPS = 3;

test.use({ viewport: { width: 390, height: 844 } });

/** Walks from the overview along links with these words, then reads. */
function walk(who, question, steps, answers) {
  test(`${who}: ${question}`, async ({ page }) => {
    expect(steps.length).toBeLessThanOrEqual(MOST_STEPS);
    await page.goto(triRiver.url(''));
    await ready(page);
    for (const words of steps) {
      const before = page.url();
      const link = page.getByRole('link', { name: words }).filter({ visible: true }).first();
      await link.click();
      await expect.poll(() => page.url(), `where "${words}" leads`).not.toBe(before);
      await ready(page);
    }
    for (const answer of answers) {
      await expect(page.locator('main').getByText(answer).filter({ visible: true }).first(), `${answer} is said`).toBeVisible();
    }
  });
}
