//! From which origin statements come: who vouches, who speaks for whom, and through which medium the unnamed speak.

#![allow(clippy::unwrap_used)] // helpers of tests

use sayso_model::{
    Actor, ActorId, ActorKind, Article, Credit, CreditKind, Statement, StatementId, StatementOrigin, Voice,
};
use sayso_origin::{OriginInput, statement_origins, text_reuse};
use sayso_testkit::{article, span, statement};

const WIRE: &str = "Two harbour officials said on Tuesday that the ferry Aurelia had been on the wrong side of the strait \
    for twenty minutes before it ran aground off Lindholm, and that nobody on the bridge had answered the radio.\n\
    The ferry had passed its last inspection in March without a single complaint about its steering gear.";
const CLAIM: &str = "the ferry Aurelia had been on the wrong side of the strait";

fn actor(kind: ActorKind, name: &str, affiliation: Option<&Actor>) -> Actor {
    Actor {
        id: ActorId::derive(kind.as_str(), name),
        name: name.to_owned(),
        kind,
        aliases: Vec::new(),
        affiliation: affiliation.map(|a| a.id.clone()),
        reasons: Vec::new(),
    }
}

fn says(mut statement: Statement, actor: &Actor) -> Statement {
    statement.id = StatementId::derive(&[statement.id.as_str(), actor.id.as_str()]);
    statement.actor = Some(actor.id.clone());
    statement
}

fn voice(mut statement: Statement) -> Statement {
    statement.voice = Voice::Publisher;
    statement
}

fn crediting(name: &str, kind: CreditKind, mut article: Article) -> Article {
    article.credits.push(Credit { name: name.to_owned(), kind, span: Some(span(&article.text, name)) });
    article
}

fn origins(articles: &[Article], statements: &[Statement], actors: &[Actor]) -> Vec<StatementOrigin> {
    let reuse = text_reuse(articles);
    let found = statement_origins(OriginInput { articles, statements, actors, reuse: &reuse });
    assert!(found.is_sorted_by_key(|o| o.statement.clone()));
    assert!(found.iter().all(|o| !o.reasons.is_empty()));
    let mut turned = statements.to_vec();
    turned.reverse();
    let mut rotated = articles.to_vec();
    rotated.reverse();
    let again =
        statement_origins(OriginInput { articles: &rotated, statements: &turned, actors, reuse: &reuse });
    assert_eq!(found, again, "order must not matter");
    statements.iter().map(|s| found.iter().find(|o| o.statement == s.id).unwrap().clone()).collect()
}

fn keys(found: &[StatementOrigin]) -> Vec<&str> {
    found.iter().map(|o| o.origin.key.as_str()).collect()
}

#[test]
fn a_named_actor_vouches_for_what_it_says() {
    let mara = actor(ActorKind::Person, "Mara Lindqvist", None);
    let a = article("Seaview", "Mara Lindqvist said the pier was safe.");
    let found = origins(
        std::slice::from_ref(&a),
        &[says(statement(&a, "Mara Lindqvist", "said", "the pier was safe"), &mara)],
        &[mara],
    );
    assert_eq!(keys(&found), ["actor:person:mara-lindqvist"]);
    assert_eq!(found[0].reasons[0].text, "Mara Lindqvist vouches for it");
    assert_eq!(found[0].reasons[0].evidence[0].span.of(&a.text), "Mara Lindqvist said");
}

#[test]
fn spokesperson_and_ministry_are_one_origin() {
    let ministry = actor(ActorKind::Organization, "Ministry of Fisheries", None);
    let speaker = actor(ActorKind::Person, "Ole Brandt", Some(&ministry));
    let a = article("Seaview", "The Ministry of Fisheries denied it. Ole Brandt said the nets were legal.");
    let statements = [
        says(statement(&a, "The Ministry of Fisheries", "denied", "it"), &ministry),
        says(statement(&a, "Ole Brandt", "said", "the nets were legal"), &speaker),
    ];
    let found = origins(std::slice::from_ref(&a), &statements, &[ministry, speaker]);
    assert_eq!(keys(&found), ["actor:organization:ministry-of-fisheries"; 2]);
    assert_eq!(
        found[1].reasons[0].text,
        "Ole Brandt speaks for Ministry of Fisheries, which speaks here too"
    );
}

#[test]
fn a_spokesperson_whose_body_is_silent_stands_alone() {
    let ministry = actor(ActorKind::Organization, "Ministry of Fisheries", None);
    let speaker = actor(ActorKind::Person, "Ole Brandt", Some(&ministry));
    let a = article("Seaview", "Ole Brandt said the nets were legal.");
    let said = [says(statement(&a, "Ole Brandt", "said", "the nets were legal"), &speaker)];
    let found = origins(std::slice::from_ref(&a), &said, &[ministry, speaker]);
    assert_eq!(keys(&found), ["actor:person:ole-brandt"]);
}

#[test]
fn affiliations_are_followed_to_the_state_and_never_in_a_ring() {
    let state = actor(ActorKind::Government, "Norland", None);
    let ministry = actor(ActorKind::Organization, "Ministry of Fisheries", Some(&state));
    let speaker = actor(ActorKind::Person, "Ole Brandt", Some(&ministry));
    let a = article("Seaview", "Norland denied it. Ole Brandt said so.");
    let statements = [
        says(statement(&a, "Norland", "denied", "it"), &state),
        says(statement(&a, "Ole Brandt", "said", "so"), &speaker),
    ];
    let found =
        origins(std::slice::from_ref(&a), &statements, &[state.clone(), ministry.clone(), speaker.clone()]);
    assert_eq!(keys(&found), ["actor:government:norland"; 2]);
    let mut ring = state;
    ring.affiliation = Some(speaker.id.clone());
    let found = origins(std::slice::from_ref(&a), &statements, &[ring, ministry, speaker]);
    assert_eq!(keys(&found), ["actor:government:norland"; 2]);
}

#[test]
fn a_joint_source_is_one_origin() {
    let (east, west) =
        (actor(ActorKind::Government, "Estmark", None), actor(ActorKind::Government, "Westmark", None));
    let a = article(
        "Seaview",
        "Estmark and Westmark wrote that the wreck held explosives. Westmark said it was old.",
    );
    let content = "the wreck held explosives";
    let statements = [
        says(statement(&a, "Westmark", "wrote", content), &west),
        says(statement(&a, "Estmark", "wrote", content), &east),
        says(statement(&a, "Westmark", "said", "it was old"), &west),
    ];
    let found = origins(std::slice::from_ref(&a), &statements, &[east, west]);
    assert_eq!(
        keys(&found),
        ["actor:government:estmark", "actor:government:estmark", "actor:government:westmark"]
    );
    assert!(found[0].reasons.iter().any(|r| r.text == "they say it jointly: Estmark and Westmark"));
}

#[test]
fn anonymous_officials_in_copies_of_one_agency_report_are_one_origin() {
    let officials = actor(ActorKind::Anonymous, "harbour officials", None);
    let a = crediting("Nordwire", CreditKind::Line, article("Seaview", &format!("{WIRE}\nSource: Nordwire")));
    let b = article("Harbour Post", WIRE);
    let statements = [
        says(statement(&a, "Two harbour officials", "said", CLAIM), &officials),
        says(statement(&b, "Two harbour officials", "said", CLAIM), &officials),
    ];
    let found = origins(&[a, b], &statements, &[officials]);
    assert_eq!(keys(&found), ["actor:anonymous:harbour-officials via credit:nordwire"; 2]);
    assert!(found[1].reasons.iter().any(|r| r.text == "Seaview credits Nordwire"), "{:?}", found[1].reasons);
}

#[test]
fn anonymous_officials_in_unrelated_reports_stay_apart() {
    let officials = actor(ActorKind::Anonymous, "officials", None);
    let a = article("Seaview", "Officials said the pier was closed.");
    let b = article(
        "Harbour Post",
        "The town hall is silent, but officials said that nobody may enter the pier.",
    );
    let statements = [
        says(statement(&a, "Officials", "said", "the pier was closed"), &officials),
        says(statement(&b, "officials", "said", "nobody may enter the pier"), &officials),
    ];
    let found = origins(&[a, b], &statements, &[officials]);
    assert_ne!(found[0].origin.key, found[1].origin.key);
}

#[test]
fn the_credit_in_the_sentence_carries_an_anonymous_source() {
    let officials = actor(ActorKind::Anonymous, "officials", None);
    let text = "The pier is unsafe, the Island Mail reported, citing officials.\n\
        The cracks are old, the newspaper reported, quoting officials.\n\
        Other officials said nothing was wrong.";
    let a = crediting("Island Mail", CreditKind::InText, article("Seaview", text));
    let statements = [
        says(statement(&a, "officials", "citing", "The pier is unsafe"), &officials),
        says(statement(&a, "officials", "quoting", "The cracks are old"), &officials),
        says(statement(&a, "Other officials", "said", "nothing was wrong"), &officials),
    ];
    let found = origins(&[a], &statements, &[officials]);
    assert_eq!(
        keys(&found),
        [
            "actor:anonymous:officials via credit:island-mail",
            "actor:anonymous:officials via credit:island-mail",
            "actor:anonymous:officials via credit:seaview",
        ]
    );
}

#[test]
fn the_voice_of_the_outlet_starts_with_the_credited_agency() {
    let a = crediting("Nordwire", CreditKind::Line, article("Seaview", &format!("{WIRE}\nSource: Nordwire")));
    let b = article("Harbour Post", WIRE);
    let c = article("Island Mail", "The ferry had passed its last inspection in March.");
    let content = "The ferry had passed its last inspection in March";
    let statements: Vec<_> = [&a, &b, &c].map(|x| voice(statement(x, "", "", content))).to_vec();
    let found = origins(&[a, b, c], &statements, &[]);
    assert_eq!(keys(&found), ["credit:nordwire", "credit:nordwire", "credit:island-mail"]);
}

#[test]
fn words_that_were_not_copied_stay_with_the_outlet_that_adds_them() {
    let a = crediting("Nordwire", CreditKind::Line, article("Seaview", &format!("{WIRE}\nSource: Nordwire")));
    let b = article("Harbour Post", &format!("{WIRE}\nIslanders have long called the strait a trap."));
    let own = voice(statement(&b, "", "", "Islanders have long called the strait a trap"));
    let copied = voice(statement(&b, "", "", CLAIM));
    assert_eq!(keys(&origins(&[a, b], &[own, copied], &[])), ["credit:harbour-post", "credit:nordwire"]);
}

#[test]
fn an_outlet_named_as_the_source_vouches_and_the_own_publisher_does_not_count_twice() {
    let (mail, seaview) =
        (actor(ActorKind::Publisher, "Island Mail", None), actor(ActorKind::Publisher, "Seaview", None));
    let a = article(
        "Seaview",
        "The Island Mail reported that the pier is unsafe. Seaview has learned of cracks.",
    );
    let statements = [
        says(statement(&a, "The Island Mail", "reported", "the pier is unsafe"), &mail),
        says(statement(&a, "Seaview", "has learned", "cracks"), &seaview),
    ];
    let found = origins(&[a], &statements, &[mail, seaview]);
    assert_eq!(keys(&found), ["credit:island-mail", "credit:seaview"]);
}

#[test]
fn a_statement_without_actor_starts_with_the_outlet() {
    let a = article("Seaview", "The pier is reportedly unsafe.");
    let found = origins(std::slice::from_ref(&a), &[statement(&a, "", "reportedly", "The pier is")], &[]);
    assert_eq!(keys(&found), ["credit:seaview"]);
}

#[test]
fn missing_articles_and_actors_give_origins_of_their_own() {
    let a = article("Seaview", "Someone said so.");
    let unknown = actor(ActorKind::Person, "Someone", None);
    let statements =
        [statement(&a, "", "said", "so"), says(statement(&a, "Someone", "said", "so"), &unknown)];
    let found = origins(&[], &statements, &[]);
    assert_eq!(keys(&found), [format!("article:{}", a.id).as_str(), "actor:person:someone"]);
}

#[test]
fn two_who_speak_for_one_silent_body_are_one_origin() {
    let ministry = actor(ActorKind::Organization, "Ministry of Fisheries", None);
    let speaker = actor(ActorKind::Person, "Ole Brandt", Some(&ministry));
    let head = actor(ActorKind::Person, "Mara Lindqvist", Some(&ministry));
    let a = article("Seaview", "Ole Brandt said the nets were legal. Mara Lindqvist said they were new.");
    let statements = [
        says(statement(&a, "Ole Brandt", "said", "the nets were legal"), &speaker),
        says(statement(&a, "Mara Lindqvist", "said", "they were new"), &head),
    ];
    let found = origins(std::slice::from_ref(&a), &statements, &[ministry, speaker, head]);
    assert_eq!(keys(&found), ["actor:organization:ministry-of-fisheries"; 2]);
    assert_eq!(
        found[1].reasons[0].text,
        "Mara Lindqvist speaks for Ministry of Fisheries, for whom others speak here too"
    );
}

#[test]
fn a_credit_does_not_cover_words_that_the_credited_report_lacks() {
    let a = article("Nordwire", WIRE);
    let text = format!("{WIRE}\nIslanders have long called the strait a trap.\nSource: Nordwire");
    let b = crediting("Nordwire", CreditKind::Line, article("Seaview", &text));
    let own = voice(statement(&b, "", "", "Islanders have long called the strait a trap"));
    let copied = voice(statement(&b, "", "", CLAIM));
    let alone = origins(std::slice::from_ref(&b), &[own.clone(), copied.clone()], &[]);
    assert_eq!(keys(&alone), ["credit:nordwire"; 2]);
    assert_eq!(keys(&origins(&[a, b], &[own, copied], &[])), ["credit:seaview", "credit:nordwire"]);
}

#[test]
fn an_unnamed_medium_only_passes_on() {
    let outlets = actor(ActorKind::Anonymous, "local media", None);
    let a = article("Seaview", "Local media said the pier was closed.");
    let said = [says(statement(&a, "Local media", "said", "the pier was closed"), &outlets)];
    assert_eq!(keys(&origins(&[a], &said, &[outlets])), ["credit:seaview"]);
}

#[test]
fn unnamed_sources_of_two_media_are_perhaps_the_same() {
    let officials = actor(ActorKind::Anonymous, "officials", None);
    let a = article("Seaview", "Officials said the pier was closed.");
    let b = article("Harbour Post", "Nobody may enter the pier, officials said.");
    let statements = [
        says(statement(&a, "Officials", "said", "the pier was closed"), &officials),
        says(statement(&b, "officials", "said", "Nobody may enter the pier"), &officials),
    ];
    let found = origins(&[a, b], &statements, &[officials]);
    assert!(
        found[0]
            .reasons
            .iter()
            .any(|r| r.text == "perhaps the same as officials through Harbour Post: neither is named"),
        "{:?}",
        found[0].reasons
    );
}
