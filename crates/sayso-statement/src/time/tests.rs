//! What is found in a sentence, with type and value; the day of publication is Friday, 18 October 2024.

use super::*;

fn read(text: &str) -> Vec<(String, String)> {
    times(text, Some("2024-10-18".parse().unwrap()), None)
        .into_iter()
        .map(|t| (t.span.of(text).to_owned(), t.value.unwrap_or_else(|| "?".to_owned())))
        .collect()
}

fn one(text: &str) -> (String, String) {
    let all = read(text);
    assert_eq!(all.len(), 1, "{all:?}");
    all.into_iter().next().unwrap()
}

#[test]
fn weekdays_are_the_nearest_before_publication() {
    assert_eq!(one("She said on Monday it fell.").1, "2024-10-14");
    assert_eq!(one("She said on Friday it fell.").1, "2024-10-18");
    assert_eq!(one("She said last Friday it fell.").1, "2024-10-11");
    assert_eq!(one("She said it ends next Monday.").1, "2024-10-21");
}

#[test]
fn verbs_of_what_is_to_come_turn_weekdays_round() {
    assert_eq!(one("She is expected to leave on Monday.").1, "2024-10-21");
    assert_eq!(one("On Monday she will leave.").1, "2024-10-21");
    assert_eq!(one("It had been due to end on Monday.").1, "2024-10-14");
    assert_eq!(one("Up until Monday they had not left.").1, "2024-10-14");
}

#[test]
fn dates_without_year_take_the_nearest_one() {
    assert_eq!(one("It was on Oct. 2 here.").1, "2024-10-02");
    assert_eq!(one("It was on 26 June here.").1, "2024-06-26");
    assert_eq!(one("It will be on 2 December.").1, "2024-12-02");
    assert_eq!(one("It was on February 7, 2022 here."), ("February 7, 2022".into(), "2022-02-07".into()));
    assert_eq!(one("It was in May.").1, "2024-05");
    assert_eq!(
        one("It was on the 25th of March 2022."),
        ("the 25th of March 2022".into(), "2022-03-25".into())
    );
}

#[test]
fn a_day_that_no_month_has_is_no_date() {
    assert!(read("It was on February 31, 2022 here.").iter().all(|t| t.1 != "2022-02-31"));
}

#[test]
fn verbs_and_first_names_are_no_months() {
    assert!(read("May I say it may rain?").is_empty());
    assert!(read("The dockers march on. April Holm led them.").is_empty());
}

#[test]
fn clock_times_and_periods_are_read() {
    assert_eq!(one("It came at 2:03 a.m. there.").1, "2024-10-18T02:03");
    assert_eq!(
        one("It closed at 5 p.m. GMT, Oct. 6, they said."),
        ("5 p.m. GMT, Oct. 6".into(), "2024-10-06T17:00Z".into())
    );
    assert_eq!(one("It took 36 hours.").1, "PT36H");
    assert_eq!(one("It was two days ago.").1, "2024-10-16");
    assert_eq!(one("It was last week.").1, "2024-W41");
    assert_eq!(one("They met in 2005 there.").1, "2005");
}

#[test]
fn figures_beside_other_things_are_no_years() {
    assert!(read("It cost $2005 and weighed 2005 pounds.").is_empty());
    assert!(read("Flight 2005 left.").is_empty());
}

#[test]
fn spoken_years_are_years() {
    assert_eq!(one("It was in nineteen ninety-one.").1, "1991");
}

#[test]
fn titles_are_no_times() {
    assert!(read("He spoke on the programme This Week there.").is_empty());
}

#[test]
fn without_a_publication_date_relative_times_stay_open() {
    let t = times("She said so on Monday.", None, None);
    assert_eq!((t.len(), t[0].value.clone()), (1, None));
    for text in [
        "last week",
        "two days ago",
        "the third quarter",
        "Christmas",
        "the weekend",
        "this morning",
        "a year ago",
    ] {
        let found = times(text, None, None);
        assert!(found.iter().all(|t| t.value.is_none()), "{found:?}");
        assert_eq!(found.len(), 1, "{text}");
    }
}

#[test]
fn counts_beyond_the_calendar_have_no_value() {
    assert_eq!(one("It was 99999 years ago.").1, "?");
    assert_eq!(one("It was 19999 years ago.").1, "?");
    assert_eq!(one("It was 9998 decades ago.").1, "?");
}

#[test]
fn spans_are_in_order_and_apart() {
    let text = "Early on Friday, Oct. 18, 2024, two days later, the '80s, mid-1990s, 9 a.m. Monday; the late 1970s – now.";
    let found = times(text, None, None);
    assert!(found.len() >= 7, "{found:?}");
    assert!(found.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
}

/// The work for each word is bounded: twice the text takes about twice the time. Counting seconds would make a test that
/// fails on a busy machine, so this asks only that a megabyte of the hardest repetitions ends at all.
#[test]
fn a_long_line_of_hard_words_is_read_in_linear_time() {
    for hard in [
        "the the first second ",
        "twenty ",
        "half a ",
        "last ",
        "May ",
        "the year-ago ",
        "1-",
        "a.m. ",
        "' ",
        "the third and ",
        "1/",
        "two- to ",
        "Aug. 7 and ",
        "St. ",
        "eight thirty ",
        "the month of ",
    ] {
        let text = hard.repeat(1_000_000 / hard.len());
        let found = times(&text, Some("2024-10-18".parse().unwrap()), None);
        assert!(found.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    }
}

#[test]
fn a_count_of_people_or_things_is_no_year() {
    for text in [
        "More than 2000 people fled.",
        "Some 2000 Dravian soldiers came.",
        "It covers 2000 square kilometres.",
        "The plant gives 2000 MW.",
    ] {
        assert!(read(text).is_empty(), "{text:?} gives {:?}", read(text));
    }
    assert_eq!(one("It closed in 2000.").1, "2000");
}

#[test]
fn a_short_name_ends_a_sentence_and_an_abbreviation_does_not() {
    assert_eq!(one("The army will stay in Orsk. The fire on Tuesday killed four.").1, "2024-10-15");
    assert_eq!(one("The talks with Gen. Ola Brandt will begin on Tuesday.").1, "2024-10-22");
}

#[test]
fn a_number_beyond_all_counts_is_read_without_harm() {
    assert!(read("9000000000000000000½ decades ago").len() <= 1);
}
