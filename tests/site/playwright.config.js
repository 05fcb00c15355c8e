// The browser is Debian's: nothing is downloaded. scripts/browser runs this.
const { defineConfig } = require('@playwright/test');

module.exports = defineConfig({
  testDir: '.',
  outputDir: 'results/traces',
  globalSetup: require.resolve('./support/servers.js'),
  fullyParallel: true,
  workers: 2,
  // A test that fails now and then is a fault, of the site or of the test.
  retries: 0,
  forbidOnly: true,
  // Enough for a machine ten times as slow: only what never comes takes so long. What has a limit of its own names it.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'results/report.json' }]],
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'UTC',
    launchOptions: {
      executablePath: require('./support/chromium.js'),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
