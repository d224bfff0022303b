//! Which language is it in? What the article says of itself, else what its words look like, else unknown.

use whatlang::Lang;

/// Bytes below which the words say too little: on shorter texts of European languages neighbours are confused.
const ENOUGH: usize = 120;

/// Bytes that are looked at; more do not change the answer and cost time on long texts.
const WINDOW: usize = 20_000;

/// ISO 639-1 codes of the languages that can be recognised and have one.
const CODES: &[(Lang, &str)] = &[
    (Lang::Afr, "af"),
    (Lang::Aka, "ak"),
    (Lang::Amh, "am"),
    (Lang::Ara, "ar"),
    (Lang::Aze, "az"),
    (Lang::Bel, "be"),
    (Lang::Ben, "bn"),
    (Lang::Bul, "bg"),
    (Lang::Cat, "ca"),
    (Lang::Ces, "cs"),
    (Lang::Cmn, "zh"),
    (Lang::Dan, "da"),
    (Lang::Deu, "de"),
    (Lang::Ell, "el"),
    (Lang::Eng, "en"),
    (Lang::Epo, "eo"),
    (Lang::Est, "et"),
    (Lang::Fin, "fi"),
    (Lang::Fra, "fr"),
    (Lang::Guj, "gu"),
    (Lang::Heb, "he"),
    (Lang::Hin, "hi"),
    (Lang::Hrv, "hr"),
    (Lang::Hun, "hu"),
    (Lang::Hye, "hy"),
    (Lang::Ind, "id"),
    (Lang::Ita, "it"),
    (Lang::Jav, "jv"),
    (Lang::Jpn, "ja"),
    (Lang::Kan, "kn"),
    (Lang::Kat, "ka"),
    (Lang::Khm, "km"),
    (Lang::Kor, "ko"),
    (Lang::Lat, "la"),
    (Lang::Lav, "lv"),
    (Lang::Lit, "lt"),
    (Lang::Mal, "ml"),
    (Lang::Mar, "mr"),
    (Lang::Mkd, "mk"),
    (Lang::Mya, "my"),
    (Lang::Nep, "ne"),
    (Lang::Nld, "nl"),
    (Lang::Nob, "nb"),
    (Lang::Ori, "or"),
    (Lang::Pan, "pa"),
    (Lang::Pes, "fa"),
    (Lang::Pol, "pl"),
    (Lang::Por, "pt"),
    (Lang::Ron, "ro"),
    (Lang::Rus, "ru"),
    (Lang::Sin, "si"),
    (Lang::Slk, "sk"),
    (Lang::Slv, "sl"),
    (Lang::Sna, "sn"),
    (Lang::Spa, "es"),
    (Lang::Srp, "sr"),
    (Lang::Swe, "sv"),
    (Lang::Tam, "ta"),
    (Lang::Tel, "te"),
    (Lang::Tgl, "tl"),
    (Lang::Tha, "th"),
    (Lang::Tuk, "tk"),
    (Lang::Tur, "tr"),
    (Lang::Ukr, "uk"),
    (Lang::Urd, "ur"),
    (Lang::Uzb, "uz"),
    (Lang::Vie, "vi"),
    (Lang::Yid, "yi"),
    (Lang::Zul, "zu"),
    (Lang::Cym, "cy"),
];

/// The ISO 639-1 code that a tag stands for: "en-GB" and "eng" give "en"; `None` for what is no language tag.
pub(crate) fn code(tag: &str) -> Option<String> {
    let primary = tag.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let is_code = (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_lowercase());
    match Lang::from_code(primary.as_str()).and_then(short) {
        Some(code) => Some(code.to_owned()),
        None if is_code && primary.len() == 2 => Some(primary),
        None => None,
    }
}

/// The language that the words of `text` are in, where there are enough of them and they leave no doubt.
pub(crate) fn of_text(text: &str) -> Option<String> {
    if text.len() < ENOUGH {
        return None;
    }
    let window = &text[..text.floor_char_boundary(WINDOW)];
    let info = whatlang::detect(window).filter(whatlang::Info::is_reliable)?;
    short(info.lang()).map(str::to_owned)
}

fn short(lang: Lang) -> Option<&'static str> {
    CODES.iter().find(|(l, _)| *l == lang).map(|(_, code)| *code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_give_two_letter_codes() {
        for (tag, expected) in
            [("en", "en"), ("en-GB", "en"), ("EN_us", "en"), ("deu", "de"), (" pt-BR ", "pt"), ("gl", "gl")]
        {
            assert_eq!(code(tag).as_deref(), Some(expected), "{tag}");
        }
        for tag in ["", "somewhat", "e", "12", "x-default", "é"] {
            assert_eq!(code(tag), None, "{tag}");
        }
    }

    #[test]
    fn long_texts_tell_their_language() {
        let english = "The harbour office said on Monday that the quay would stay closed until the divers had finished their \
                       work, and that nobody had been hurt when the crane fell.";
        let german = "Das Hafenamt teilte am Montag mit, der Kai bleibe geschlossen, bis die Taucher ihre Arbeit beendet hätten; \
                      beim Sturz des Krans sei niemand verletzt worden.";
        assert_eq!(of_text(english).as_deref(), Some("en"));
        assert_eq!(of_text(german).as_deref(), Some("de"));
    }

    #[test]
    fn short_texts_do_not() {
        assert_eq!(of_text("Quay shut."), None);
        assert_eq!(of_text(&"1234 5678 ".repeat(40)), None);
    }
}
