//! What two spellings of a name share: the key under which the table is sorted and searched.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Lower case without accents, apostrophes and hyphens; "St." stands for "Saint", "Mt." for "Mount", "Ft." for "Fort".
///
/// `training/gazetteer.py` sorts the file by the same rule, so both change together.
pub fn key(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    if name.is_ascii() {
        name.chars().for_each(|c| push(&mut plain, c.to_ascii_lowercase()));
    } else {
        for c in name.nfkd().flat_map(char::to_lowercase) {
            push(&mut plain, c);
        }
    }
    let mut out = String::with_capacity(plain.len());
    for word in plain.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(short(word));
    }
    out
}

fn push(out: &mut String, c: char) {
    match c {
        'ø' => out.push('o'),
        'ł' => out.push('l'),
        'đ' | 'ð' => out.push('d'),
        'ı' => out.push('i'),
        'ß' => out.push_str("ss"),
        'æ' => out.push_str("ae"),
        'œ' => out.push_str("oe"),
        'þ' => out.push_str("th"),
        'ʻ' | 'ʼ' | '’' | '‘' | '\'' | '`' => {}
        '-' | '–' => out.push(' '),
        c if is_combining_mark(c) => {}
        c => out.push(c),
    }
}

fn short(word: &str) -> &str {
    match word {
        "saint" | "st." => "st",
        "mount" | "mt." => "mt",
        "fort" | "ft." => "ft",
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_share_a_key() {
        assert_eq!(key("Saint-Étienne"), "st etienne");
        assert_eq!(key("ST. ETIENNE"), "st etienne");
        assert_eq!(key("Łódź"), "lodz");
        assert_eq!(key("Xi’an"), "xian");
        assert_eq!(key("D.C."), "d.c.");
    }
}
