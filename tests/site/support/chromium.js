// The path of the browser: CHROMIUM, or `chromium` as the shell would find it.
const { accessSync, constants } = require('node:fs');
const { delimiter, isAbsolute, join } = require('node:path');

const name = process.env.CHROMIUM || 'chromium';
const places = isAbsolute(name) ? [name] : process.env.PATH.split(delimiter).map((folder) => join(folder, name));
const found = places.find((path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
});
if (!found) throw new Error(`There is no ${name}. Type scripts/tools test first.`);

module.exports = found;
