//! A small case with a denial, and what its tests do again and again.

use std::sync::LazyLock;

use sayso_model::{
    Act, Capture, Claim, List, Location, MediaType, Review, Snapshot, Stance, Standing, Statement,
};
use sayso_origin::{OriginInput, article_origins, statement_origins};
use sayso_workbench::{Engines, Silent, Workbench};
use tempfile::TempDir;

pub static ENGINES: LazyLock<Engines> = LazyLock::new(|| Engines::shipped().unwrap());

pub const NEWS: [&str; 4] = [
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

pub struct Case {
    pub case: Workbench,
    pub _folder: TempDir,
}

/// Origins are worked out again only within reach of a decision, and are what they would be if all were.
pub fn assert_origins_follow(case: &Snapshot) {
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
    pub fn new() -> Self {
        Self::of(&NEWS)
    }

    /// A case of these texts.
    pub fn of(news: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut case = Workbench::create(folder.path()).unwrap();
        let capture = |(i, text): (usize, &&str)| {
            let location = Location::File(format!("{i}.txt"));
            let time = "2031-03-05T20:00:00Z".parse().unwrap();
            Capture::new(location, time, MediaType::Text, text.as_bytes().to_vec())
        };
        case.add(&news.iter().enumerate().map(capture).collect::<Vec<_>>()).unwrap();
        case.refresh(&ENGINES, &Silent).unwrap();
        Self { case, _folder: folder }
    }

    pub fn now(&self) -> Snapshot {
        self.case.snapshot().unwrap()
    }

    /// Decides, and gives the case as it is then.
    pub fn decide(&mut self, act: Act, reason: &str) -> Snapshot {
        let now = self.now();
        self.case.decide(&now, "Ana", "2031-03-06T08:00:00Z".parse().unwrap(), act, reason).unwrap();
        let after = self.now();
        assert_origins_follow(&after);
        after
    }

    pub fn refuses(&mut self, act: Act, reason: &str) -> String {
        let now = self.now();
        let time = "2031-03-06T08:00:00Z".parse().unwrap();
        let refused = self.case.decide(&now, "Ana", time, act, reason).unwrap_err().to_string();
        assert_eq!(self.now().reviews.len(), now.reviews.len(), "what is refused leaves no trace");
        refused
    }

    /// Undoes the last decision and holds the case to what it was before it.
    pub fn undone(&mut self, before: &Snapshot) {
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
pub fn bridge(now: &Snapshot) -> &Claim {
    let denies = |c: &&Claim| c.positions.iter().any(|p| p.stance == Stance::Denies);
    now.claims.iter().find(denies).unwrap()
}

pub fn with_stance(now: &Snapshot, claim: &Claim, stance: Stance) -> Statement {
    let found = claim.statements.iter().map(|id| now.statement(id).unwrap()).find(|s| s.stance == stance);
    found.unwrap().clone()
}
