//! `commonweal hosting`: what a web server has to be told so that it sends a site as it is meant, with the headers of
//! [`super::serve::headers`]. The files in `hosting/` are what this prints; a test compares them.

mod caddy;
mod cloudfront;
mod nginx;

use clap::ValueEnum;

use super::CLEAN;
use super::build::name_below;
use super::serve::{base_path, headers};

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The server or host
    host: Host,
    /// The path under which the host serves the site
    #[arg(long, value_name = "/PATH/", default_value = "/")]
    base: String,
    /// A site below a page over several coalitions, by its name in `build --with NAME=FEED`; may be given again
    #[arg(long, value_name = "NAME", value_parser = name_below)]
    with: Vec<String>,
    /// For nginx and Caddy: the folder with the site. Below a path, the folder in which the site lies at that path
    #[arg(long, value_name = "DIR", default_value = "/srv/our-site")]
    root: String,
    /// For nginx and Caddy: the name of the host, as readers type it
    #[arg(long, default_value = "our-town.example.org")]
    name: String,
    /// For nginx and Caddy behind another server, or to try it: a port, or an address and a port. Caddy then gets no
    /// certificate
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<String>,
}

/// Servers and hosts that are told by a file.
#[derive(Clone, Copy, ValueEnum)]
enum Host {
    /// A block for nginx's sites-enabled
    Nginx,
    /// A Caddyfile
    Caddy,
    /// A function for CloudFront in front of S3
    Cloudfront,
    /// The file _headers of Netlify and Cloudflare Pages, which every built site holds already
    Headers,
}

/// Where a server finds the site.
struct Place {
    /// Begins and ends with a slash.
    base: String,
    /// The names of sites that lie below the page at the base path.
    below: Vec<String>,
    root: String,
    name: String,
    listen: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Result<u8, String> {
    let place = Place {
        base: base_path(&arguments.base).map_err(|why| format!("{why}."))?,
        below: arguments.with.clone(),
        root: plain("--root", &arguments.root)?.trim_end_matches('/').to_owned(),
        name: plain("--name", &arguments.name)?.to_owned(),
        listen: arguments.listen.as_deref().map(|listen| plain("--listen", listen).map(str::to_owned)).transpose()?,
    };
    super::out(&match arguments.host {
        Host::Nginx => nginx::config(&place),
        Host::Caddy => caddy::config(&place),
        Host::Cloudfront => cloudfront::function(&place),
        Host::Headers => headers::headers_file(&place.base, &place.below),
    });
    Ok(CLEAN)
}

/// A value that means the same to every server: what has a meaning in their languages is not let in.
fn plain<'a>(name: &str, text: &'a str) -> Result<&'a str, String> {
    let is_plain = |letter: char| letter.is_alphanumeric() || "/.:_~-[]".contains(letter);
    if !text.is_empty() && text.chars().all(is_plain) {
        return Ok(text);
    }
    Err(format!("{name} may hold letters, digits and / . : _ ~ - [ ], and no blanks: {text}."))
}

/// A pattern of the rules: a whole path, or a beginning and that it goes on.
fn path(pattern: &str) -> (&str, bool) {
    pattern.strip_suffix('*').map_or((pattern, false), |beginning| (beginning, true))
}
