//! Is a large case read quickly?

use std::time::{Duration, Instant};

use sayso_testkit::{article, statement};

use crate::support::{Case, put};

const ARTICLES: usize = 600;
const STATEMENTS: usize = 10_000;

#[test]
#[ignore = "measures time, which means nothing on a busy machine"]
fn a_large_case_is_read_in_well_under_a_second() {
    let mut case = Case::new();
    let filling = Instant::now();
    case.act(|act| {
        for number in 0..ARTICLES {
            let sentences = (0..STATEMENTS / ARTICLES + 1).map(|i| {
                format!("Spokesman {number} of the harbour said that ferry {i} of line {number} was late. ")
            });
            let given = article(&format!("paper {number}"), &sentences.collect::<String>().repeat(3));
            put(act, &given);
            let count = STATEMENTS / ARTICLES + usize::from(number < STATEMENTS % ARTICLES);
            let said: Vec<_> = (0..count)
                .map(|i| {
                    statement(&given, &format!("Spokesman {number}"), "said", &format!("ferry {i} of line"))
                })
                .collect();
            assert_eq!(act.replace_statements(&given.id, &said).unwrap(), count);
        }
    });
    let filling = filling.elapsed();
    let reading = Instant::now();
    let snapshot = case.store.snapshot().unwrap();
    let reading = reading.elapsed();
    assert_eq!((snapshot.articles.len(), snapshot.statements.len()), (ARTICLES, STATEMENTS));
    let searching = Instant::now();
    assert_eq!(case.store.search("ferry late", 50).unwrap().len(), 50);
    let searching = searching.elapsed();
    let checking = Instant::now();
    assert!(case.store.check().unwrap().is_empty());
    let bytes = std::fs::metadata(case.store.file()).unwrap().len();
    let times = format!(
        "filling {filling:?}, snapshot {reading:?}, search {searching:?}, check {:?}, {bytes} bytes",
        checking.elapsed()
    );
    assert!(reading < Duration::from_millis(500) && searching < Duration::from_millis(200), "{times}");
    std::io::Write::write_all(&mut std::io::stdout(), format!("{times}\n").as_bytes()).unwrap();
}
