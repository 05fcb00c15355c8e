// The built sites as they lie on disk: what the browser is shown is compared with these files.
const { existsSync, readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const ROOT = resolve(__dirname, '../../..');

/** A built site: its name, the base path it was built for, and what its files say. */
class Site {
  constructor(name, base) {
    this.name = name;
    this.base = base;
    this.folder = join(ROOT, 'site', name);
    if (!existsSync(this.folder)) throw new Error(`${this.folder} is missing. Type scripts/sites first.`);
  }

  /** Where the site is served, with the base: http://127.0.0.1:1234/some/base/. Known once the servers run. */
  get origin() {
    return JSON.parse(process.env.SITES)[this.name];
  }

  /** The full address of a path below the base. */
  url(path) {
    return this.origin + path;
  }

  read(file) {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  has(file) {
    return existsSync(join(this.folder, file));
  }

  get feed() {
    this._feed ??= JSON.parse(this.read('data/feed.json'));
    return this._feed;
  }

  /** What the build has told the start script. */
  told(name) {
    return this.html('').match(new RegExp(`\\sdata-${name}="([^"]*)"`))[1];
  }

  /** The default language first. */
  get languages() {
    this._languages ??= this.told('languages').split(' ');
    return this._languages;
  }

  /** The day that the site was built for: year-month-day. */
  get day() {
    return this.told('built');
  }

  /** The published address of the site, or its base. */
  get home() {
    return this.feed.coalition.site?.replace(/\/*$/, '/') ?? this.base;
  }

  /** Every page of the sitemap, as paths below the base: '', 'es/', 'goals/g1/'. */
  get pages() {
    const { home } = this;
    return [...this.read('sitemap.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, written]) => {
      const address = decodeURI(decode(written));
      if (!address.startsWith(home)) throw new Error(`${address} of the sitemap is not below ${home}`);
      return address.slice(home.length);
    });
  }

  language(path) {
    const [first] = path.split('/');
    return this.languages.slice(1).includes(first) ? first : this.languages[0];
  }

  /** The path without its language: 'es/goals/g1/' gives 'goals/g1/'. */
  plain(path) {
    return this.language(path) === this.languages[0] ? path : path.slice(this.language(path).length + 1);
  }

  /** Pages of one kind are written by the same code: 'goals/g1/' and 'goals/g2/' are both 'goals/…'. */
  kind(path) {
    const [list, id] = this.plain(path).split('/');
    return id ? `${list}/…` : list;
  }

  /** The path of a page in a language. */
  path(language, plain) {
    return language === this.languages[0] ? plain : `${language}/${plain}`;
  }

  /** The text of the file behind a page. */
  html(path) {
    return this.read(join(path, 'index.html'));
  }

  title(path) {
    return decode(this.html(path).match(/<title>([^<]*)<\/title>/)?.[1] ?? '');
  }
}

/** A text of the feed in a language: a plain string, or a map of languages. */
function inLanguage(text, language, site) {
  return typeof text === 'string' ? text : (text[language] ?? text[site.languages[0]]);
}

function decode(html) {
  const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
  return html.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) =>
    name ? (named[name] ?? whole) : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
  );
}

const triRiver = new Site('tri-river', '/');
const triRiverBase = new Site('tri-river-base', '/some/base/');
const millbrook = new Site('millbrook', '/');
/** The first one again, published in parts as large feeds are. */
const parts = new Site('tri-river-parts', '/');
/** Both samples below one page. */
const region = new Site('region', '/');

module.exports = { ROOT, Site, triRiver, triRiverBase, millbrook, parts, region, all: [triRiver, triRiverBase, millbrook], inLanguage, decode };
