//! Caddy. Its `header` replaces what an earlier one has set, so the rules stand there in their own order; `route` keeps
//! it, where Caddy would sort by the length of the paths.

use std::fmt::Write as _;

use super::Place;
use crate::cli::serve::headers::RULES;
use crate::cli::serve::media::KINDS;

const HEAD: &str = "\
# A site of Commonweal at Caddy, written by `commonweal hosting caddy`. Where it goes, and what is left to do:
# docs/hosting/caddy.md.

# What every answer is sent with. Where two paths fit, the later one wins.
(commonweal) {
	route {
";

/// A whole Caddyfile.
pub(super) fn config(place: &Place) -> String {
    let mut text = HEAD.to_owned();
    for (endings, kind) in KINDS {
        let paths: Vec<_> = endings.iter().map(|ending| format!("*.{ending}")).collect();
        let first = endings.first().unwrap_or(&"");
        let _ = writeln!(text, "\t\t@{first} path {}\n\t\theader @{first} Content-Type \"{kind}\"", paths.join(" "));
    }
    let Place { base, below, root, name, listen } = place;
    for rule in RULES {
        // Caddy's paths are written as the rules are.
        for path in rule.patterns(base, below) {
            let _ = writeln!(text, "\t\theader {path} {{");
            for (name, value) in rule.headers {
                let _ = writeln!(text, "\t\t\t{name} \"{value}\"");
            }
            text.push_str("\t\t}\n");
        }
    }
    let address = match listen.as_deref() {
        None => name.clone(),
        Some(port) if port.chars().all(|c| c.is_ascii_digit()) => format!("http://:{port}"),
        Some(address) => format!("http://{address}"),
    };
    let _ = write!(
        text,
        "\t}}
}}

{address} {{
	root * {root}
	# What is no file and no folder with a page is unknown.
	@unknown {{
		not file {{path}}/index.html
		not {{
			file {{path}}
			not path */
		}}
	}}
	route {{
		error @unknown 404
		import commonweal
		# Files that `commonweal build --compress` has packed are sent as they are; others are packed on the way.
		encode gzip
		file_server {{
			precompressed br gzip
		}}
	}}
	# Unknown addresses get the site's own page; the status stays.
	handle_errors {{
		rewrite * {base}404.html
		import commonweal
		encode gzip
		file_server {{
			precompressed br gzip
		}}
	}}
}}
"
    );
    text
}
