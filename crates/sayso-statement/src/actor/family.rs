//! Which word of a person's name is the family's?

/// Family names that stand first where two short syllables follow.
const EASTERN: &[&str] = &[
    "Ahn", "An", "Baek", "Cho", "Choe", "Choi", "Chung", "Han", "Heo", "Hong", "Hwang", "Jang", "Jeon",
    "Jeong", "Jin", "Jo", "Joo", "Jung", "Kang", "Kim", "Ko", "Kwak", "Kwon", "Lee", "Lim", "Min", "Moon",
    "Nam", "No", "Noh", "Oh", "Pak", "Park", "Rhee", "Ri", "Roh", "Ryu", "Seo", "Shin", "Sim", "Sohn", "Son",
    "Song", "Suh", "Yang", "Yoo", "Yoon", "Yu", "Yun",
];

/// Letters of such a syllable at most: "Hyeon".
const SHORT_SYLLABLE: usize = 6;

/// The family name: the last word, but the first of names as Korean and Chinese ones are written ("Han Seo-jun", "Kim Dae Ho").
pub(crate) fn family_name(name: &str) -> &str {
    let words: Vec<&str> = name.split(' ').collect();
    let hyphened = |w: &str| w.split_once('-').is_some_and(|(_, rest)| rest.starts_with(char::is_lowercase));
    let eastern = match words[..] {
        [_, given] => hyphened(given),
        [first, a, b] => EASTERN.contains(&first) && a.len() <= SHORT_SYLLABLE && b.len() <= SHORT_SYLLABLE,
        _ => false,
    };
    if eastern { words[0] } else { words.last().copied().unwrap_or_default() }
}
