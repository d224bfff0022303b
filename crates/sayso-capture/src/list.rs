//! Is the file a list of addresses? One on each line, with empty lines and lines that begin with `#` between them.

use crate::input::is_address;

/// The addresses of a list; `None` where any other line stands in the text.
pub(crate) fn addresses(bytes: &[u8]) -> Option<Vec<String>> {
    let text = std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{FEFF}');
    let mut out = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let is_one = is_address(line) && !line.contains(char::is_whitespace);
        is_one.then(|| out.push(line.to_owned()))?;
    }
    (!out.is_empty()).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_holds_addresses_and_nothing_else() {
        let list = b"# harbour\nhttps://quay.example/1\r\n\n  HTTP://quay.example/2 \n";
        assert_eq!(addresses(list).unwrap(), ["https://quay.example/1", "HTTP://quay.example/2"]);
        for other in [
            &b"https://quay.example/1\nThe quay is shut."[..],
            b"",
            b"# only\n",
            b"https://quay.example said no",
        ] {
            assert_eq!(addresses(other), None);
        }
    }
}
