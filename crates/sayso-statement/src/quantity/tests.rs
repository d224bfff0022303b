//! Figures in news sentences: what is counted, and what only looks like it.

use super::{lexicon::HEDGES, quantities};

/// Words, low, high, unit and relation.
type Row = (String, Option<f64>, Option<f64>, String, &'static str);

fn read(text: &str) -> Vec<Row> {
    let row = |q: sayso_model::Quantity| {
        (q.span.of(text).to_owned(), q.low, q.high, q.unit.unwrap_or_default(), q.relation.as_str())
    };
    quantities(text, &[]).into_iter().map(row).collect()
}

fn one(text: &str) -> Row {
    let all = read(text);
    assert_eq!(all.len(), 1, "{text:?} gives {all:?}");
    all.into_iter().next().unwrap()
}

fn exact(words: &str, value: f64, unit: &str) -> Row {
    (words.into(), Some(value), Some(value), unit.into(), "=")
}

fn none(texts: &[&str]) {
    for text in texts {
        assert!(read(text).is_empty(), "{text:?} gives {:?}", read(text));
    }
}

#[test]
fn hedges_open_one_end() {
    assert_eq!(
        one("up to 12,000 soldiers will go"),
        ("up to 12,000 soldiers".into(), None, Some(12000.0), "soldiers".into(), "<")
    );
    assert_eq!(
        one("more than 40 people died"),
        ("more than 40 people".into(), Some(40.0), None, "people".into(), ">")
    );
    assert_eq!(
        one("around 3,000 of them"),
        ("around 3,000".into(), Some(3000.0), Some(3000.0), String::new(), "~")
    );
    assert_eq!(
        one("nearly 300 homes burned"),
        ("nearly 300 homes".into(), Some(300.0), Some(300.0), "homes".into(), "~")
    );
}

#[test]
fn no_hedge_hides_a_longer_one() {
    for (i, (longer, _)) in HEDGES.iter().enumerate() {
        let hiding = HEDGES[..i].iter().find(|(h, _)| longer.ends_with(&format!(" {h}")));
        assert!(hiding.is_none(), "{longer:?} is hidden by {hiding:?}");
    }
    assert_eq!(one("no fewer than 40 people died").4, ">");
    assert_eq!(one("no more than 40 people died").4, "<");
}

#[test]
fn hedges_behind_the_figure_count() {
    assert_eq!(one("he saw 500+ shells").4, ">");
    assert_eq!(one("he saw 40 or more shells").0, "40 or more shells");
    assert_eq!(
        one("it took 30 minutes or so"),
        ("30 minutes or so".into(), Some(30.0), Some(30.0), "min".into(), "~")
    );
    assert_eq!(one("a 20-odd year wait").4, "~");
}

#[test]
fn magnitudes_glued_to_a_figure_are_read() {
    assert_eq!(one("worth £1.5bn in all").1, Some(1.5e9));
    assert_eq!(one("worth $40m in all").1, Some(4e7));
    assert_eq!(one("worth $70.3 billion in all").1, Some(70_300_000_000.0));
    assert_eq!(one("a wall 12 m high"), exact("12 m", 12.0, "m"));
}

#[test]
fn currencies_have_one_code_in_all_their_forms() {
    for (text, unit) in [
        ("it cost $5 then", "USD"),
        ("it cost US$5 then", "USD"),
        ("it cost HK$9.2m then", "HKD"),
        ("it cost A$5 then", "AUD"),
        ("it cost 5 Danish crowns then", "DKK"),
        ("it cost EUR 5 then", "EUR"),
        ("it cost Rs 5 then", "INR"),
        ("it cost Rs. 5 then", "INR"),
        ("it cost 5 roubles then", "RUB"),
        ("it cost 500 pounds then", "GBP"),
        ("a 500-pound bomb fell", "lb"),
        ("he weighs 200 pounds now", "lb"),
    ] {
        assert_eq!(one(text).3, unit, "{text}");
    }
    assert_eq!(one("got Rs 500 crore from it"), exact("Rs 500 crore", 5e9, "INR"));
}

#[test]
fn vague_counts_have_open_ends() {
    assert_eq!(
        one("several hundred kilos of it"),
        ("several hundred kilos".into(), None, None, "kg".into(), "=")
    );
    assert_eq!(one("tens of thousands of dollars").3, "USD");
    assert_eq!(one("dozens of boats").3, "boats");
}

#[test]
fn measures_are_plain() {
    assert_eq!(one("500kg of it"), exact("500kg", 500.0, "kg"));
    assert_eq!(one("40 per cent of it"), exact("40 per cent", 40.0, "%"));
    assert_eq!(one("a flat of 90 square metres"), exact("90 square metres", 90.0, "m²"));
    assert_eq!(one("a flat of 90m2"), exact("90m2", 90.0, "m²"));
    assert_eq!(one("at 60 miles per hour"), exact("60 miles per hour", 60.0, "mph"));
    assert_eq!(one("the 40-metre mast"), exact("40-metre", 40.0, "m"));
    assert_eq!(one("a 20-year-old man"), exact("20-year-old", 20.0, "years"));
    assert_eq!(one("a magnitude 6.5 tremor"), exact("6.5", 6.5, "magnitude"));
    assert_eq!(one("It had a magnitude of 6.5."), exact("6.5", 6.5, "magnitude"));
    assert_eq!(one("the magnitude-6.1 tremor"), exact("6.1", 6.1, "magnitude"));
    assert_eq!(one("four-and-a-half feet of it"), exact("four-and-a-half feet", 4.5, "ft"));
    assert_eq!(one("it was -5 degrees Celsius"), exact("-5 degrees Celsius", -5.0, "°C"));
}

#[test]
fn the_counted_noun_is_found() {
    for (text, unit) in [
        ("two underwater explosions shook it", "explosions"),
        ("three former harbour workers were held", "workers"),
        ("12 South Korean sailors left", "sailors"),
        ("12 Dutch and Danish boats left", "boats"),
        ("40 people across the bay", "people"),
        ("31 Leopard 2 tanks came", "tanks"),
        ("two Su-34 jets came", "jets"),
        ("a 15-member council met", "members"),
        ("one Kestovian soldier was hurt", "soldier"),
        ("two of Holm's deputies left", "deputies"),
        ("three sank", ""),
    ] {
        assert_eq!(one(text).3, unit, "{text}");
    }
    let two = read("three of the 12 boats sank");
    assert_eq!((two[0].3.as_str(), two[1].0.as_str()), ("boats", "12 boats"));
}

#[test]
fn ranges_have_both_ends() {
    for (text, low, high) in [
        ("between 10 and 20 ships sank", 10.0, 20.0),
        ("10 to 20 ships sank", 10.0, 20.0),
        ("10-20 ships sank", 10.0, 20.0),
        ("10–20 ships sank", 10.0, 20.0),
        ("six to eight hundred ships sank", 600.0, 800.0),
        ("it cost £3 to £7 million", 3e6, 7e6),
        ("the toll rose between 15% and 18%", 15.0, 18.0),
        ("it fell from £90 a crate to £55", 55.0, 90.0),
        ("two or three ships sank", 2.0, 3.0),
        ("it took one to two days", 1.0, 2.0),
    ] {
        let row = one(text);
        assert_eq!((row.1, row.2), (Some(low), Some(high)), "{text}");
    }
}

#[test]
fn what_is_reached_is_no_range() {
    let rows = read("Sales rose 5% to $4.2bn.");
    assert_eq!((rows[0].4, rows[1].4), ("up", "="));
    assert_eq!(read("The ferry fare went up 9 percent to 812.40.").len(), 2);
}

#[test]
fn verbs_of_change_give_the_direction() {
    for (text, relation) in [
        ("it rose by 4.5 percent there", "up"),
        ("it rose sharply by 12 metres", "up"),
        ("they widened the lead of the crew by 12 percent", "up"),
        ("lock fees slipped 4.25%", "down"),
        ("lock fees were at -8.5%", "down"),
        ("the army lost 12 ships", "="),
        ("he gave up 12 seats", "="),
        ("an increase of 12 jobs", "="),
        ("a 7% increase", "="),
        ("it rose more than 3 percent", ">"),
    ] {
        assert_eq!(one(text).4, relation, "{text}");
    }
}

#[test]
fn a_bracket_takes_over_the_hedge() {
    let rows = read("It flew more than 100 kilometres (60 miles).");
    assert_eq!((rows[1].1, rows[1].2, rows[1].4), (Some(60.0), None, ">"));
    assert_eq!(read("It fell $1.20, or 1.4%, then.")[1].4, "down");
}

#[test]
fn fractions_are_shares() {
    assert_eq!(one("two-thirds of the crew left"), exact("two-thirds of the crew", 2.0 / 3.0, "crew"));
    assert_eq!(one("half the officers left").3, "officers");
    assert_eq!(one("a quarter of the population fled").3, "population");
    assert_eq!(one("half the company's").3, "");
    assert_eq!(one("one in five homes").1, Some(0.2));
    assert_eq!(one("he ran 1 1/2 miles"), exact("1 1/2 miles", 1.5, "mi"));
    assert_eq!(one("half a million people"), exact("half a million people", 5e5, "people"));
    assert_eq!(one("two and a half hours"), exact("two and a half hours", 2.5, "h"));
}

#[test]
fn numbers_of_names_count_nothing() {
    none(&[
        "The new Harbour Line 2 opened.",
        "The alliance invoked Article 5 after 9/11.",
        "The G7 and the G-20 met.",
        "An Su-34, an F-16 and a MiG-29 came.",
        "The S&P 500 fell as the Nasdaq 100 rose.",
        "Holm flew a 640 Falkner home.",
        "The Five Eyes and the Group of Seven agreed.",
        "Their 5G phones ran iOS 17 in Room 12.",
        "The pictures showed Pier Six in the dark.",
        "The operator said pump 4 failed and reactor 3 was shut.",
        "Resolution 1701 and No. 2 reactor came up.",
        "It crossed Harbour Line 1 and 2, and pumps 3 and 4 failed.",
    ]);
}

#[test]
fn headlines_and_lines_keep_their_figures_apart() {
    assert_eq!(one("Blast Kills 12 in Harbour Town"), exact("12", 12.0, ""));
    assert_eq!(one("Storm Leaves Three Villages Dark").3, "villages");
    assert_eq!(one("It took 9\n\nBystanders wave"), exact("9", 9.0, ""));
    none(&["It met one-on-one on Air Force One.", "It began 48 minutes ago, in nineteen ninety-one."]);
}

#[test]
fn codes_and_addresses_count_nothing() {
    none(&[
        "Call 555-0134 or +44 20 7946 0958 or 1-800-555-0100.",
        "He lives at 575 Harbour Road.",
        "See example.org/2024/12 and version 1.2.3.",
        "It lies at 54°52′49″N there.",
        "The id is 778257943577919488.",
    ]);
}

#[test]
fn dates_and_clock_times_count_nothing() {
    none(&[
        "It left at eleven in the evening.",
        "It began at 7 p.m., 19:30 or 0401 GMT, at seven o'clock.",
        "It was on March 12, on 12 March and on Sept. 11.",
        "In 2018 the 2024 elections were far, like the 1995 accord.",
        "The 1990s, his 30s, the 21st century and the 2006-07 season.",
    ]);
    assert_eq!(one("a load of 2000 containers"), exact("2000 containers", 2000.0, "containers"));
    assert_eq!(one("at least 2000 came").1, Some(2000.0));
}

#[test]
fn scores_and_ratios_count_nothing() {
    none(&["They won 3-1 and lost 0-2.", "It was 2-2 at the end.", "A 2 to 1 margin.", "They voted 52-48."]);
}

#[test]
fn pronouns_articles_and_ordinals_count_nothing() {
    none(&[
        "No one was there, and one of the best left.",
        "A man and an officer came an hour later, one by one.",
        "The two had met; a third man came second.",
        "The first half of the 12th match.",
        "Mara Holm, 54, and Ana Ruiz (61) came.",
        "1. First of all\n\n2. Then",
    ]);
    assert_eq!(one("One soldier was killed"), exact("One soldier", 1.0, "soldier"));
}

#[test]
fn taken_words_count_nothing() {
    let text = "12 men came on the 3 days";
    let taken = sayso_testkit::span(text, "3 days");
    assert_eq!(quantities(text, &[taken]).len(), 1);
}

#[test]
fn a_capital_behind_a_figure_does_not_name_it() {
    assert_eq!(one("A bomb killed 12 Friday"), exact("12", 12.0, ""));
    assert_eq!(one("It wounded 34 Monday"), exact("34", 34.0, ""));
    let fired: Vec<f64> = read("They fired 40 Kinzhal and 3 Iskander").iter().filter_map(|r| r.1).collect();
    assert_eq!(fired, [40.0, 3.0]);
}

#[test]
fn a_hedged_one_counts() {
    assert_eq!(one("At least one was killed"), ("At least one".into(), Some(1.0), None, String::new(), ">"));
    assert_eq!(one("more than one of them sank").4, ">");
    none(&["They spoke with some one there.", "No one was killed."]);
}

#[test]
fn a_single_letter_is_no_noun() {
    assert_eq!(one("They said one T-72 burned"), exact("one", 1.0, ""));
}

#[test]
fn glued_m_is_a_million_of_things_and_a_metre_of_length() {
    for (text, value, unit) in [
        ("More than 1.5m people fled", 1.5e6, "people"),
        ("it shipped 3m barrels", 3e6, "barrels"),
        ("they cut 2m tonnes", 2e6, "t"),
        ("Flu cases hit 500m.", 5e8, ""),
        ("2 mln people fled", 2e6, "people"),
        ("it made 1 mln.", 1e6, ""),
        ("it made 3 bn bricks", 3e9, "bricks"),
        ("a 12m wall", 12.0, "m"),
        ("it rose 5m.", 5.0, "m"),
        ("the 100m hurdles", 100.0, "m"),
        ("it stands 30m high", 30.0, "m"),
        ("swells reached 9m", 9.0, "m"),
    ] {
        let row = one(text);
        assert_eq!((row.1, row.3.as_str()), (Some(value), unit), "{text}");
    }
}

#[test]
fn no_two_figures_overlap() {
    for text in
        ["for ½ Rs. 20 fares", "one US$3 toll", "one US $3 toll", "4 Rs 20", "5 m -3", "one EUR 4 fare"]
    {
        let spans: Vec<_> = quantities(text, &[]).iter().map(|q| q.span).collect();
        assert!(spans.windows(2).all(|w| w[0].end <= w[1].start), "{text:?} gives {spans:?}");
    }
    assert_eq!(one("one US$3 toll").0, "US$3");
    assert_eq!(
        read("½ Rs. 20").last().map(|r| (r.0.clone(), r.3.clone())),
        Some(("Rs. 20".into(), "INR".into()))
    );
}

#[test]
fn figures_of_other_countries_are_read_whole() {
    assert_eq!(one("12 000 soldiers left"), exact("12 000 soldiers", 12_000.0, "soldiers"));
    assert_eq!(one("it cost €5,3 million"), exact("€5,3 million", 5_300_000.0, "EUR"));
    assert_eq!(one("3 out of 4 piers closed").1, Some(0.75));
}

#[test]
fn makes_and_resolutions_count_nothing() {
    none(&["A 737-800 landed.", "Their 4K film.", "The 737-800 was late.", "He ran a 10K."]);
    assert_eq!((one("700-800 men came").1, one("700-800 men came").2), (Some(700.0), Some(800.0)));
    assert_eq!(one("over 20K parcels").1, Some(20_000.0));
}

#[test]
fn counted_groups_keep_their_capitals() {
    assert_eq!(one("the vote of 40 MPs was lost").3, "MPs");
    assert_eq!(one("they held 12 Chechens there").3, "Chechens");
    assert_eq!(one("Storm Drowns 12 Sailors").3, "sailors");
}
