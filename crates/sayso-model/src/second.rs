//! Statements that two people read without knowing of each other's reading: who asked, what each read.

use crate::{
    id::StatementId,
    review::{Act, Review, Standing},
    statement::Stance,
};

/// A statement of which a second reading was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondReading {
    /// The statement.
    pub statement: StatementId,
    /// The number of the decision that asked.
    pub asked: u64,
    /// Who asked, and stands for the first reading.
    pub asked_by: String,
    /// How it was read then.
    pub first: Stance,
    /// Who read it second, and how; the stance is `None` where they found that the article does not say this.
    pub second: Option<(String, Option<Stance>)>,
}

/// The second readings that decisions which hold ask for and give, in the order in which they were asked for. `of` gives those decisions
/// alone that are about one statement, or all.
pub fn second_readings<'a>(of: impl Iterator<Item = &'a (Review, Standing)>) -> Vec<SecondReading> {
    let mut out: Vec<SecondReading> = Vec::new();
    for (review, _) in of.filter(|(_, standing)| *standing == Standing::Holds) {
        match &review.act {
            Act::AskSecond { statement, first } => out.push(SecondReading {
                statement: statement.clone(),
                asked: review.number,
                asked_by: review.author.clone(),
                first: *first,
                second: None,
            }),
            Act::ReadSecond { statement, stance } => {
                let open = out.iter_mut().find(|s| s.second.is_none() && s.statement == *statement);
                if let Some(open) = open {
                    open.second = Some((review.author.clone(), *stance));
                }
            }
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_answers_the_question_that_is_open() {
        let statement = StatementId::from_written("s1");
        let review = |number, author: &str, act| {
            let (author, reason) = (author.to_owned(), String::new());
            let time = jiff::Timestamp::UNIX_EPOCH;
            (Review { number, author, time, act, reason, before: None }, Standing::Holds)
        };
        let ask = || Act::AskSecond { statement: statement.clone(), first: Stance::Asserts };
        let read = |stance| Act::ReadSecond { statement: statement.clone(), stance };
        let mut all = [
            review(0, "Bo", read(None)),
            review(1, "Ana", ask()),
            review(2, "Bo", read(Some(Stance::Denies))),
            review(3, "Ana", ask()),
        ];
        let found = second_readings(all.iter());
        assert_eq!(found.iter().map(|s| s.asked).collect::<Vec<_>>(), [1, 3]);
        assert_eq!(found[0].second, Some(("Bo".to_owned(), Some(Stance::Denies))));
        assert_eq!(found[1].second, None);
        // An undone reading leaves the question open.
        all[2].1 = Standing::Undone;
        assert_eq!(second_readings(all.iter())[0].second, None);
    }
}
