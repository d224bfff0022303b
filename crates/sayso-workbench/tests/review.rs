//! Each decision of a person on the sample of a small case: what follows from it, and that undoing it brings everything back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::LazyLock;

use sayso_model::{
    Act, ActorKind, Capture, Claim, CopyVerdict, List, Location, MediaType, Origin, Reliability, Review,
    Snapshot, Span, Stance, Standing, Statement, Status, second_readings,
};
use sayso_origin::{OriginInput, article_origins, statement_origins};
use sayso_workbench::{Engines, Silent, Workbench};
use tempfile::TempDir;

static ENGINES: LazyLock<Engines> = LazyLock::new(|| Engines::shipped().unwrap());

const NEWS: [&str; 4] = [
    "url: https://post.example/1\noutlet: The Velmora Post\npublished: 2031-03-04\nlang: en\n\n\
     Mayor Ana Brill said that the bridge in Orme had collapsed on Monday night.\n\
     Bo Harrow, the harbour master, denied that the bridge in Orme had collapsed on Monday night.\n",
    "url: https://coast.example/2\noutlet: Coast Daily\npublished: 2031-03-04\nlang: en\n\n\
     Governor Ilse Quent said that the bridge in Orme had collapsed on Monday night.\n",
    "url: https://bay.example/3\noutlet: Bay News\npublished: 2031-03-05\nlang: en\n\n\
     Mayor Brill said that the bridge in Orme had collapsed on Monday night. She said that 17 people had been hurt in the \
     tunnel fire at Tarve.\n",
    "url: https://wire.example/4\noutlet: North Wire\npublished: 2031-03-05\nlang: en\n\n\
     Dr Cem Vance said that the tunnel fire at Tarve had hurt 17 people.\n",
];

struct Case {
    case: Workbench,
    _folder: TempDir,
}

/// Origins are worked out again only within reach of a decision, and are what they would be if all were.
fn assert_origins_follow(case: &Snapshot) {
    let by_hand =
        |(r, s): &(Review, Standing)| matches!(r.act, Act::SetOrigin { .. }) && *s == Standing::Holds;
    if case.reviews.iter().any(by_hand) {
        return;
    }
    let statements: Vec<Statement> = case.statements.iter().cloned().collect();
    let (articles, actors, reuse) = (&case.articles, &case.actors, &case.reuse);
    let all = statement_origins(OriginInput { articles, statements: &statements, actors, reuse });
    assert_eq!(case.origins, List::from(all));
    assert_eq!(*case.article_origins, article_origins(articles, reuse));
}

impl Case {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut case = Workbench::create(folder.path()).unwrap();
        let capture = |(i, text): (usize, &&str)| {
            let location = Location::File(format!("{i}.txt"));
            let time = "2031-03-05T20:00:00Z".parse().unwrap();
            Capture::new(location, time, MediaType::Text, text.as_bytes().to_vec())
        };
        case.add(&NEWS.iter().enumerate().map(capture).collect::<Vec<_>>()).unwrap();
        case.refresh(&ENGINES, &Silent).unwrap();
        Self { case, _folder: folder }
    }

    fn now(&self) -> Snapshot {
        self.case.snapshot().unwrap()
    }

    /// Decides, and gives the case as it is then.
    fn decide(&mut self, act: Act, reason: &str) -> Snapshot {
        let now = self.now();
        self.case.decide(&now, "Ana", "2031-03-06T08:00:00Z".parse().unwrap(), act, reason).unwrap();
        let after = self.now();
        assert_origins_follow(&after);
        after
    }

    fn refuses(&mut self, act: Act, reason: &str) -> String {
        let now = self.now();
        let time = "2031-03-06T08:00:00Z".parse().unwrap();
        let refused = self.case.decide(&now, "Ana", time, act, reason).unwrap_err().to_string();
        assert_eq!(self.now().reviews.len(), now.reviews.len(), "what is refused leaves no trace");
        refused
    }

    /// Undoes the last decision and holds the case to what it was before it.
    fn undone(&mut self, before: &Snapshot) {
        let last = self.now().reviews.last().unwrap().0.number;
        let after = self.decide(Act::Undo { review: last }, "");
        let same = |a: &Snapshot, b: &Snapshot| {
            a.claims == b.claims
                && a.statements == b.statements
                && a.actors == b.actors
                && a.origins == b.origins
                && a.reuse == b.reuse
        };
        assert!(same(&after, before), "undoing brings everything back");
        assert_eq!(after.reviews[after.reviews.len() - 2].1, Standing::Undone);
        assert_eq!(self.case.verify().unwrap().differences, [""; 0]);
    }
}

/// The claim about the bridge: the one with a denial.
fn bridge(now: &Snapshot) -> &Claim {
    let denies = |c: &&Claim| c.positions.iter().any(|p| p.stance == Stance::Denies);
    now.claims.iter().find(denies).unwrap()
}

fn with_stance(now: &Snapshot, claim: &Claim, stance: Stance) -> Statement {
    let found = claim.statements.iter().map(|id| now.statement(id).unwrap()).find(|s| s.stance == stance);
    found.unwrap().clone()
}

#[test]
fn rejecting_the_denial_moves_the_status_and_undoing_moves_it_back() {
    let mut case = Case::new();
    let before = case.now();
    let claim = bridge(&before).clone();
    assert_eq!(claim.status, Status::Contested);
    let denial = with_stance(&before, &claim, Stance::Denies);
    let after = case.decide(Act::Reject { statement: denial.id.clone() }, "a misreading");
    let moved = after.claim(&claim.id).unwrap();
    assert_ne!(moved.status, Status::Contested);
    assert!(after.statement(&denial.id).is_none() && !moved.statements.contains(&denial.id));
    case.undone(&before);
}

#[test]
fn another_stance_makes_another_status() {
    let mut case = Case::new();
    let before = case.now();
    let claim = bridge(&before).clone();
    let denial = with_stance(&before, &claim, Stance::Denies);
    let act = Act::SetStance { statement: denial.id.clone(), stance: Stance::Asserts };
    let after = case.decide(act.clone(), "");
    assert_ne!(after.claim(&claim.id).unwrap().status, Status::Contested);
    assert_eq!(after.reviews[0].0.before.as_deref(), Some("denies"));
    assert!(case.refuses(act, "").contains("already"));
    case.undone(&before);
}

#[test]
fn accepting_and_noting_change_nothing_but_are_kept() {
    let mut case = Case::new();
    let before = case.now();
    let claim = bridge(&before).clone();
    let after = case.decide(Act::Accept { statement: claim.statements[0].clone() }, "");
    assert_eq!(after.claims, before.claims);
    let note =
        Act::Note { subject: claim.id.to_string(), evidence: Some("https://map.example/1".to_owned()) };
    assert!(case.refuses(note.clone(), "  ").contains("empty"));
    let after = case.decide(note, "seen on a photograph");
    assert_eq!((after.claims == before.claims, after.reviews.len()), (true, 2));
    case.undone(&before);
}

#[test]
fn another_source_changes_who_stands_where_and_on_how_many_origins() {
    let mut case = Case::new();
    let before = case.now();
    let claim = bridge(&before).clone();
    let said = with_stance(&before, &claim, Stance::Asserts);
    let act =
        Act::SetSource { statement: said.id.clone(), name: "Nell Dray".to_owned(), kind: ActorKind::Person };
    let after = case.decide(act, "");
    let actor = after.statement(&said.id).unwrap().actor.clone().unwrap();
    assert_eq!(after.actor(&actor).unwrap().name, "Nell Dray");
    let claim = after.claim(&claim.id).unwrap();
    assert!(claim.positions.iter().any(|p| p.actor.as_ref() == Some(&actor)));
    assert!(
        claim.independent_origins.iter().any(|o| o.origin.name == "Nell Dray"),
        "{:?}",
        claim.independent_origins
    );
    case.undone(&before);
}

#[test]
fn another_content_is_what_the_claim_then_says() {
    let mut case = Case::new();
    let before = case.now();
    let claim = bridge(&before).clone();
    let said = with_stance(&before, &claim, Stance::Asserts);
    let whole = said.content_hull();
    let shorter = Span::new(whole.start, whole.end - " on Monday night".len());
    let after = case.decide(Act::SetContent { statement: said.id.clone(), content: shorter }, "");
    assert_eq!(after.statement(&said.id).unwrap().content, [shorter]);
    assert!(after.claim(&claim.id).is_some());
    assert!(
        case.refuses(Act::SetContent { statement: said.id, content: Span::new(9, 9_999) }, "")
            .contains("words of")
    );
    case.undone(&before);
}

#[test]
fn moved_split_and_merged_statements_keep_the_ids_of_their_claims() {
    let mut case = Case::new();
    let before = case.now();
    let claim = bridge(&before).clone();
    let denial = with_stance(&before, &claim, Stance::Denies);
    // Out of its claim, into one of its own.
    let after = case.decide(Act::Move { statement: denial.id.clone(), claim: None }, "");
    assert_eq!(after.claims.len(), before.claims.len() + 1);
    assert_ne!(after.claim(&claim.id).unwrap().status, Status::Contested);
    case.undone(&before);
    // The same by splitting, and back by merging.
    let split = Act::SplitClaim { claim: claim.id.clone(), statements: vec![denial.id.clone()] };
    let after = case.decide(split, "");
    let own = after.claims.iter().find(|c| c.statements == [denial.id.clone()]).unwrap().id.clone();
    let merged = case.decide(Act::MergeClaims { claim: own.clone(), into: claim.id.clone() }, "");
    assert!(merged.claim(&own).is_none());
    assert_eq!(merged.claim(&claim.id).unwrap().status, Status::Contested);
    assert_eq!(merged.claim(&claim.id).unwrap().positions, claim.positions);
    let all = Act::SplitClaim { claim: claim.id.clone(), statements: claim.statements.clone() };
    assert!(case.refuses(all, "").contains("nothing would be left"));
    let itself = Act::MergeClaims { claim: claim.id.clone(), into: claim.id.clone() };
    assert!(case.refuses(itself, "").contains("itself"));
}

#[test]
fn merged_actors_are_one_origin() {
    let mut case = Case::new();
    let before = case.now();
    let claim = bridge(&before).clone();
    let named = |name: &str| before.actors.iter().find(|a| a.name.contains(name)).unwrap().id.clone();
    let (brill, quent) = (named("Brill"), named("Quent"));
    let after = case.decide(Act::MergeActors { actor: quent.clone(), into: brill.clone() }, "one office");
    assert!(after.actor(&quent).is_none());
    let kept = after.actor(&brill).unwrap();
    assert!(kept.aliases.iter().any(|a| a.contains("Quent")), "{kept:?}");
    let origins = |now: &Snapshot| now.claim(&claim.id).unwrap().independent_origins.len();
    assert_eq!(origins(&after), origins(&before) - 1);
    case.undone(&before);
}

#[test]
fn an_alias_can_be_somebody_else() {
    let mut case = Case::new();
    let before = case.now();
    let brill = before.actors.iter().find(|a| a.name.contains("Brill")).unwrap();
    let said = |s: &&Statement| s.actor.as_ref() == Some(&brill.id) && s.source.is_some();
    let statement = before.statements.iter().find(said).unwrap();
    let text = &before.article(&statement.article).unwrap().text;
    let alias = statement.source.unwrap().of(text).to_owned();
    if alias != brill.name {
        let after = case.decide(Act::SplitActor { actor: brill.id.clone(), alias: alias.clone() }, "");
        let other = after.statement(&statement.id).unwrap().actor.clone().unwrap();
        assert_ne!(other, brill.id);
        assert_eq!(after.actor(&other).unwrap().name, alias);
        case.undone(&before);
    }
}

#[test]
fn a_copy_link_and_an_origin_can_be_overruled() {
    let mut case = Case::new();
    let before = case.now();
    let [first, second] = [0, 1].map(|i| before.articles[i].id.clone());
    let link =
        Act::SetCopy { first: first.clone(), second: second.clone(), verdict: CopyVerdict::SecondFromFirst };
    let after = case.decide(link, "they told me");
    let found = after.reuse.iter().find(|r| r.first == first && r.second == second).unwrap();
    assert_eq!(found.derived.as_ref(), Some(&second));
    assert!(found.reasons[0].text.contains("decided by Ana"));
    case.undone(&before);
    let claim = bridge(&before).clone();
    let quents = |s: &Statement| s.actor.as_ref().is_some_and(|a| a.as_str().contains("quent"));
    let said = claim.statements.iter().filter_map(|id| before.statement(id));
    let said = said.filter(|s| s.stance == Stance::Asserts).find(|s| !quents(s)).unwrap().clone();
    let quent = before.actors.iter().find(|a| a.name.contains("Quent")).unwrap();
    let other = Origin::actor(&quent.id, &quent.name);
    assert_ne!(before.origin(&said.id).unwrap().origin, other);
    let after = case.decide(Act::SetOrigin { statement: said.id.clone(), origin: other.clone() }, "");
    assert_eq!(after.origin(&said.id).unwrap().origin, other);
    let leg = |now: &Snapshot| {
        let legs = &now.claim(&claim.id).unwrap().independent_origins;
        legs.iter().find(|o| o.origin == other).unwrap().statements.contains(&said.id)
    };
    assert!(leg(&after) && !leg(&before));
    case.undone(&before);
}

#[test]
fn a_status_set_by_hand_needs_a_reason_and_keeps_what_the_rules_give() {
    let mut case = Case::new();
    let before = case.now();
    let claim = bridge(&before).clone();
    let act = Act::SetStatus { claim: claim.id.clone(), status: Status::Confirmed };
    assert!(case.refuses(act.clone(), " ").contains("written reason"));
    let after = case.decide(act, "I stood on it");
    let set = after.claim(&claim.id).unwrap();
    assert_eq!(set.status, Status::Confirmed);
    assert!(set.reasons[0].text.contains("decided by Ana on 2031-03-06: I stood on it"), "{:?}", set.reasons);
    assert!(set.reasons[1].text.starts_with("the rules give contested"), "{:?}", set.reasons);
    case.undone(&before);
}

#[test]
fn other_words_can_name_the_source() {
    let mut case = Case::new();
    let before = case.now();
    let statement = before.statements.iter().find(|s| s.source.is_some()).unwrap().clone();
    let source = Span::new(0, 5);
    let after = case.decide(Act::SetSourceWords { statement: statement.id.clone(), source }, "");
    assert_eq!(after.statement(&statement.id).unwrap().source, Some(source));
    assert!(
        case.refuses(Act::SetSourceWords { statement: statement.id.clone(), source }, "").contains("already")
    );
    let beyond = Act::SetSourceWords { statement: statement.id, source: Span::new(9_000, 9_009) };
    assert!(case.refuses(beyond, "").contains("words of the article"));
    case.undone(&before);
}

#[test]
fn a_grade_of_an_actor_changes_no_claim_and_tells_the_one_before() {
    let mut case = Case::new();
    let before = case.now();
    let actor = before.actors[0].id.clone();
    let grade = |grade| Act::SetReliability { actor: actor.clone(), grade };
    case.decide(grade(Reliability::D), "was wrong twice");
    let after = case.decide(grade(Reliability::B), "");
    assert_eq!(after.claims, before.claims);
    assert_eq!(after.reviews.last().unwrap().0.before.as_deref(), Some("D"));
    case.undone(&before);
    assert_eq!(case.now().reviews[0].1, Standing::Holds);
}

#[test]
fn a_second_reading_is_given_by_somebody_else_and_once() {
    let mut case = Case::new();
    let before = case.now();
    let statement = before.statements[0].id.clone();
    let ask = Act::AskSecond { statement: statement.clone(), first: before.statements[0].stance };
    let read = Act::ReadSecond { statement: statement.clone(), stance: Some(Stance::Doubts) };
    assert!(case.refuses(read.clone(), "").contains("nobody asked"));
    case.decide(ask.clone(), "");
    assert!(case.refuses(ask, "").contains("already"));
    assert!(case.refuses(read.clone(), "").contains("whoever asked"));
    let now = case.now();
    let time = "2031-03-06T09:00:00Z".parse().unwrap();
    case.case.decide(&now, "Bo", time, read.clone(), "").unwrap();
    let after = case.now();
    assert_eq!(after.statements, before.statements, "a second reading decides nothing");
    let found = second_readings(after.reviews.iter());
    assert_eq!(found[0].second, Some(("Bo".to_owned(), Some(Stance::Doubts))));
    assert!(case.case.decide(&after, "Cem", time, read, "").is_err(), "one second reading is enough");
}

#[test]
fn filters_are_kept_by_name_and_leave_the_log_alone() {
    let mut case = Case::new();
    let log = case.case.log_length().unwrap();
    case.case.keep_filter(" denied ", Some("status=contested")).unwrap();
    case.case.keep_filter("denied", Some("status=contested&sort=latest")).unwrap();
    case.case.keep_filter("quay", Some("words=quay")).unwrap();
    case.case.keep_filter("quay", None).unwrap();
    let kept: Vec<_> = case.case.filters().unwrap().into_iter().collect();
    assert_eq!(kept, [("denied".to_owned(), "status=contested&sort=latest".to_owned())]);
    for (name, query) in [("", Some("a=b")), ("x", Some("")), ("gone", None)] {
        assert!(case.case.keep_filter(name, query).is_err(), "{name:?}");
    }
    assert_eq!(case.case.log_length().unwrap(), log);
    assert_eq!(case.case.verify().unwrap().differences, [""; 0]);
}

#[test]
fn what_is_not_in_the_case_cannot_be_decided_about() {
    let mut case = Case::new();
    let nobody = sayso_model::StatementId::from_written("s0");
    assert!(case.refuses(Act::Accept { statement: nobody }, "").contains("no statement s0"));
    assert!(case.refuses(Act::Undo { review: 7 }, "").contains("no decision 7"));
    let nothing = Act::Note { subject: "x".to_owned(), evidence: None };
    assert!(case.refuses(nothing, "a note").contains("x"));
}

#[test]
fn articles_that_are_added_after_a_decision_are_still_recorded() {
    let mut case = Case::new();
    let first = case.now().statements[0].id.clone();
    case.decide(Act::Accept { statement: first }, "");
    let text = b"lang: en\n\nIlse Quent said that the quay in Orme was open.\n".to_vec();
    let location = Location::File("quay.txt".to_owned());
    let late = Capture::new(location, "2031-03-07T08:00:00Z".parse().unwrap(), MediaType::Text, text);
    let before = case.case.log_length().unwrap();
    case.case.add(std::slice::from_ref(&late)).unwrap();
    assert_eq!(case.case.verify().unwrap().differences, [""; 0]);
    let proven = case.case.prove(&late.digest, &case.case.log_proofs().unwrap()).unwrap().unwrap();
    assert!(proven.intact && proven.sightings.len() == 1 && proven.sightings[0].verified, "{proven:?}");
    assert!(proven.sightings[0].entry.as_ref().unwrap().0 >= before);
}

#[test]
fn a_decision_that_was_changed_in_the_log_is_found() {
    let mut case = Case::new();
    let first = case.now().statements[0].id.clone();
    case.decide(Act::Accept { statement: first }, "read it twice");
    let Case { case: open, _folder: folder } = case;
    drop(open);
    let file = folder.path().join("case.sqlite");
    let mut bytes = std::fs::read(&file).unwrap();
    let words = b"read it twice";
    let at = (0..bytes.len() - words.len()).find(|&at| bytes[at..].starts_with(words)).unwrap();
    bytes[at..at + words.len()].copy_from_slice(b"read it never");
    std::fs::write(&file, bytes).unwrap();
    let found = Workbench::open(folder.path()).unwrap().verify().unwrap().differences;
    assert!(
        found.iter().any(|d| d.contains("(review ") && d.contains("does not have the hash")),
        "{found:?}"
    );
}
