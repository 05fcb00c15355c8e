// The schema, judged by somebody else's reader of schemas: it is one, our samples follow it, and it refuses what is wrong.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { test, expect } = require('@playwright/test');
const Ajv = require('ajv/dist/2020').default;
const { ROOT, triRiver, millbrook } = require('./support/sites.js');

const json = (path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
// Widths of numbers are schemars' own formats: remarks, not rules.
const ajv = new Ajv({ strict: true, allErrors: true, formats: { double: true, uint8: true, uint32: true } });
const validate = ajv.compile(json('docs/feed.schema.json'));

/** What is wrong with a feed, as "place: what". */
function faults(feed) {
  validate(feed);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

for (const [name, feed] of [
  ['the sample in one file', () => json('samples/millbrook/feed.json')],
  ['the published feed of Millbrook', () => millbrook.feed],
  ['the published feed of Tri-River', () => triRiver.feed],
]) {
  test(`${name} follows the schema`, () => {
    expect(faults(feed())).toEqual([]);
  });
}

for (const [name, spoil, place] of [
  ['a misspelt field', (feed) => (feed.goals[0].titel = 'x'), '/goals/0'],
  ['a missing field', (feed) => delete feed.partners[0].name, '/partners/0'],
  ['a word that is none', (feed) => (feed.indicators[0].direction = 'up'), '/indicators/0/direction'],
  ['a number in quotes', (feed) => (feed.indicators[0].unit.decimals = '1'), '/indicators/0/unit/decimals'],
  ['a feed without a coalition', (feed) => delete feed.coalition, ''],
]) {
  test(`the schema refuses ${name}`, () => {
    const feed = json('samples/millbrook/feed.json');
    spoil(feed);
    expect(faults(feed).map((fault) => fault.split(':')[0])).toContain(place);
  });
}
