// What a first visit to the overview asks for. The sizes are weighed by scripts/sizes.
const { test, expect, ready } = require('./support/reader.js');
const { triRiver } = require('./support/sites.js');

const MOST_REQUESTS = 14;

test('a first visit asks for few files, all of them named in the page', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(triRiver.url(''));
  await ready(page);
  console.log(`requests of a first visit: ${asked.length}\n  ${asked.join('\n  ')}`);
  expect(asked.length).toBeLessThanOrEqual(MOST_REQUESTS);
  // No file is asked for twice: a preload that is not used is a file for nothing.
  expect(asked.filter((path, n) => asked.indexOf(path) !== n)).toEqual([]);
  // No chain: nothing has to be read before it is known that something else is needed.
  const html = triRiver.html('');
  expect(asked.filter((path) => path !== '/' && !html.includes(path.split('/').at(-1)))).toEqual([]);
});
