//! May a program fetch this? The rules of robots.txt (RFC 9309).

use std::time::Duration;

/// Bytes of robots.txt that are read: what RFC 9309 asks for at least.
pub(super) const MAX_BYTES: usize = 500 * 1024;

/// The rules that a site has for us.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Robots {
    /// Patterns of paths with whether they are allowed.
    rules: Vec<(String, bool)>,
    /// The pause that the site asks for.
    pub pause: Option<Duration>,
}

impl Robots {
    /// No rules: everything may be fetched.
    pub fn none() -> Self {
        Self::default()
    }

    /// Nothing may be fetched: what holds while a site cannot say.
    pub fn all_refused() -> Self {
        Self { rules: vec![("/".to_owned(), false)], pause: None }
    }

    /// Reads the groups for `agent`, else those for all programs.
    pub fn parse(text: &str, agent: &str) -> Self {
        let (mut own, mut general) = (None::<Self>, None::<Self>);
        // Whether the present group is ours or everybody's, and whether its rules have begun.
        let (mut is_own, mut is_general, mut has_rules) = (false, false, true);
        for (key, value) in text.lines().take(20_000).filter_map(line) {
            if key == "user-agent" {
                if has_rules {
                    (is_own, is_general, has_rules) = (false, false, false);
                }
                let name = value.split('/').next().unwrap_or_default();
                is_own |= name.eq_ignore_ascii_case(agent);
                is_general |= value == "*";
                continue;
            }
            has_rules = true;
            for (applies, group) in [(is_own, &mut own), (is_general, &mut general)] {
                if applies {
                    group.get_or_insert_default().take(&key, value);
                }
            }
        }
        own.or(general).unwrap_or_default()
    }

    fn take(&mut self, key: &str, value: &str) {
        match key {
            "allow" | "disallow" if !value.is_empty() => self.rules.push((value.to_owned(), key == "allow")),
            "crawl-delay" => {
                let seconds = value.parse().ok().filter(|s: &f64| s.is_finite() && *s >= 0.0 && *s < 1e6);
                self.pause = seconds.map(Duration::from_secs_f64);
            }
            _ => {}
        }
    }

    /// Whether a path with its query may be fetched: the longest pattern decides, and of two equally long ones that which allows.
    pub fn allows(&self, path: &str) -> bool {
        let matching = self.rules.iter().filter(|(pattern, _)| matches(pattern, path));
        matching
            .max_by_key(|(pattern, allowed)| (pattern.len(), *allowed))
            .is_none_or(|(_, allowed)| *allowed)
    }
}

fn line(line: &str) -> Option<(String, &str)> {
    let (key, value) = line.split('#').next()?.split_once(':')?;
    Some((key.trim().trim_start_matches('\u{FEFF}').to_ascii_lowercase(), value.trim()))
}

/// Whether a path begins as the pattern says, where `*` stands for anything and a last `$` for the end.
fn matches(pattern: &str, path: &str) -> bool {
    let (pattern, to_end) = pattern.strip_suffix('$').map_or((pattern, false), |p| (p, true));
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| path.strip_prefix(first)) else { return false };
    let parts: Vec<&str> = parts.collect();
    let Some((last, between)) = parts.split_last() else { return !to_end || rest.is_empty() };
    for part in between {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    if to_end { rest.ends_with(last) } else { rest.contains(last) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SITE: &str = "User-agent: other\nDisallow: /\n\nUser-agent: *\nUser-agent: Sayso/1\nDisallow: /private # no\n\
        Allow: /private/open\nDisallow: /*.pdf$\nDisallow: /a*b*c\nCrawl-delay: 2.5\n\nUser-agent: third\nDisallow: /x\n";

    #[test]
    fn the_longest_rule_of_our_group_decides() {
        let robots = Robots::parse(SITE, "sayso");
        assert_eq!(robots.pause, Some(Duration::from_millis(2500)));
        for (path, allowed) in [
            ("/", true),
            ("/private", false),
            ("/private/open/1", true),
            ("/x", true),
            ("/a.pdf", false),
            ("/a.pdf?x", true),
            ("/a1b2c3", false),
            ("/a1c", true),
        ] {
            assert_eq!(robots.allows(path), allowed, "{path}");
        }
        assert!(!Robots::parse(SITE, "other").allows("/x"));
        assert!(Robots::parse("Disallow: /\nnonsense", "sayso").allows("/"));
        assert!(!Robots::all_refused().allows("/") && Robots::none().allows("/"));
    }

    #[test]
    fn patterns_take_time_that_grows_with_the_path_alone() {
        let pattern = format!("{}$", "*a".repeat(2_000));
        assert!(!matches(&pattern, &"a".repeat(1_999)));
    }
}
