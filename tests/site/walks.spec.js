// Whether people find what they came for: five questions of a resident, a partner and a staff editor each, on a phone. A walk
// knows no addresses and no class names, only what a person can read, and takes at most three steps.
const { test, expect, ready } = require('./support/reader.js');
const { triRiver } = require('./support/sites.js');

const MOST_STEPS = 3;

test.use({ viewport: { width: 390, height: 844 } });

/** Walks from the overview along links with these words, in the named part of the page if there is one, then reads. */
function walk(who, question, steps, answers) {
  test(`${who}: ${question}`, async ({ page }) => {
    expect(steps.length).toBeLessThanOrEqual(MOST_STEPS);
    await page.goto(triRiver.url(''));
    await ready(page);
    for (const step of steps) {
      const { words, part } = step instanceof RegExp ? { words: step } : step;
      const before = page.url();
      const where = part ? page.getByRole('region', { name: part }) : page;
      const link = where.getByRole('link', { name: words }).filter({ visible: true }).first();
      await link.click();
      await expect.poll(() => page.url(), `where "${words}" leads`).not.toBe(before);
      await ready(page);
    }
    for (const answer of answers) {
      await expect(page.locator('main').getByText(answer).filter({ visible: true }).first(), `${answer} is said`).toBeVisible();
    }
  });
}

walk('resident', 'did they do what they said?', [/^Promises$/], [
  /16 promises: 4 kept, 2 kept in part, 2 broken/,
  /The county budget was not closed in time/,
]);
walk('resident', 'what is going on in my area?', [/^Places$/, /^Millrace$/], [
  /3 activities are going on here: Breathe-easy home visits, Lead-safe windows and Tenant school/,
]);
walk('resident', 'how do I take part without the internet?', [/^Take part$/], [
  /You need no internet and no account for any of them/,
  /Call free of charge, 9 am to 9 pm/,
]);
walk('resident', 'what became of the thing I voted for?', [/^Take part$/, { part: 'Money you decide on', words: /^Neighborhood vote 2025$/ }], [
  /2 of 5 chosen projects are done/,
  /Digging met a sewer from 1911/,
]);
walk('resident', 'do they answer?', [/^Take part$/], [/15 of 18 answered/, /Half of the answers came within 17 days/]);

walk('partner', 'what am I on the hook for?', [/^Partners$/, /^Tri-River Legal Aid$/], [
  /^Help desk at the eviction court$/,
  /next figure due 14 February 2027/,
]);
walk('partner', 'where is nobody at work?', [/^Partners$/, /^Who does what$/], [/No one answers for 1 of 6 goals/]);
walk('partner', 'who decides, and how?', [/^Partners$/, /^How we work$/], [/When everybody agrees \(consensus\)/]);
walk('partner', 'what have I promised?', [/^Partners$/, /^City of Port Wendell$/], [
  /Ten thousand rental homes are inspected by the end of 2026/,
]);
walk('partner', 'can I bring this to a board?', [/^Everyone has a safe home they can keep$/, /^Print for a meeting$/], [
  /Meeting sheet, 22 November 2026/,
  /On the web: http.*\/goals\/stable-homes\//,
]);

walk('staff', 'which goal has nobody who answers for it?', [/^How we work$/], [/One goal has nobody who answers for it/]);
walk('staff', 'what has nobody answered yet?', [/^Take part$/, /^No answer yet/], [/^3 themes$/]);
walk('staff', 'is a review of a pilot overdue?', [/^Activities$/, /^How activities are run$/], [/5 pilots are being tried or were kept/]);
walk('staff', 'which promises are at risk?', [/^Promises$/, /^At risk/], [/^2 promises$/]);
walk('staff', 'how old are our figures?', [/^How we work$/], [/2 figures are overdue/]);
