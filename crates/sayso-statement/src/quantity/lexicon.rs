//! The word lists of figures: hedges, verbs of change, words that count nothing, nouns that are numbered.

use sayso_model::Relation::{self, About, AtLeast, AtMost};

/// A list of words, one space between two.
#[derive(Clone, Copy)]
pub(super) struct Words(&'static str);

impl Words {
    /// Whether `word` is on the list.
    pub fn contains(&self, word: &str) -> bool {
        let whole = |at: usize| {
            let ends = |b: Option<&u8>| b.is_none_or(|b| *b == b' ');
            let bytes = self.0.as_bytes();
            ends(at.checked_sub(1).and_then(|k| bytes.get(k))) && ends(bytes.get(at + word.len()))
        };
        !word.is_empty() && self.0.match_indices(word).any(|(at, _)| whole(at))
    }
}

/// Hedges before a figure, of two equal endings the longer first, with the relation that they give.
pub(super) const HEDGES: &[(&str, Relation)] = &[
    ("no fewer than", AtLeast),
    ("not fewer than", AtLeast),
    ("no less than", AtLeast),
    ("not less than", AtLeast),
    ("a minimum of", AtLeast),
    ("in excess of", AtLeast),
    ("upwards of", AtLeast),
    ("as few as", AtLeast),
    ("as little as", AtLeast),
    ("at least", AtLeast),
    ("no more than", AtMost),
    ("not more than", AtMost),
    ("more than", AtLeast),
    ("greater than", AtLeast),
    ("higher than", AtLeast),
    ("longer than", AtLeast),
    ("larger than", AtLeast),
    ("over", AtLeast),
    ("above", AtLeast),
    ("exceeding", AtLeast),
    ("exceeded", AtLeast),
    ("exceeds", AtLeast),
    ("exceed", AtLeast),
    ("surpassed", AtLeast),
    ("surpassing", AtLeast),
    ("≥", AtLeast),
    (">", AtLeast),
    ("as many as", AtMost),
    ("as much as", AtMost),
    ("as high as", AtMost),
    ("a maximum of", AtMost),
    ("up to", AtMost),
    ("at most", AtMost),
    ("fewer than", AtMost),
    ("less than", AtMost),
    ("lower than", AtMost),
    ("smaller than", AtMost),
    ("shorter than", AtMost),
    ("under", AtMost),
    ("below", AtMost),
    ("within", AtMost),
    ("sub", AtMost),
    ("≤", AtMost),
    ("<", AtMost),
    ("in the region of", About),
    ("in the order of", About),
    ("on the order of", About),
    ("an estimated", About),
    ("estimated", About),
    ("close to", About),
    ("near to", About),
    ("approaching", About),
    ("almost", About),
    ("nearly", About),
    ("barely", About),
    ("about", About),
    ("around", About),
    ("roughly", About),
    ("approximately", About),
    ("approx", About),
    ("some", About),
    ("circa", About),
    ("averaging", About),
    ("averaged", About),
    ("averages", About),
    ("~", About),
    ("≈", About),
];

/// Hedges behind a figure.
pub(super) const HEDGES_AFTER: &[(&str, Relation)] = &[
    ("or more", AtLeast),
    ("and more", AtLeast),
    ("or above", AtLeast),
    ("or over", AtLeast),
    ("or higher", AtLeast),
    ("and above", AtLeast),
    ("- plus", AtLeast),
    ("plus", AtLeast),
    ("+", AtLeast),
    ("or less", AtMost),
    ("or fewer", AtMost),
    ("or under", AtMost),
    ("or below", AtMost),
    ("or so", About),
    ("- odd", About),
];

/// Words before a share that say that it is one: "more than half", "by a third".
pub(super) const SHARE_HEDGES: Words =
    Words("than nearly almost about around roughly over under by least approximately barely");

/// Words between a hedge or a verb and its figure that change nothing.
pub(super) const FILLERS: Words =
    Words("just only another a an the further total whopping additional record");

/// Verbs and particles of a rise before "by" or the figure itself.
pub(super) const RISES: Words = Words(
    "rose rise rises risen rising increased increase increases increasing grew grow grows grown growing \
     climbed climb climbs climbing gained gain gains gaining up jumped jump jumps jumping soared soar \
     soars soaring added add adds adding advanced advance advances surged surge surges surging rallied \
     raised raise raising expanded expand widened hiked boosted boost swelled leapt",
);

/// Verbs and particles of a fall.
pub(super) const FALLS: Words = Words(
    "fell fall falls fallen falling decreased decrease decreases dropped drop drops dropping declined \
     decline declines declining lost lose loses losing down shrank shrink shrunk cut cuts cutting \
     slipped slip slips tumbled tumble slid slide sank sunk plunged plunge plummeted plummet plummeting \
     reduced reduce reducing contracted contract lowered slumped slump dipped eased shed dived crashed \
     narrowed",
);

/// Of both, the verbs that take what is counted as their object: "lost 12 ships", "raised 12 million".
pub(super) const COUNTS_THINGS: Words = Words(
    "added add adds adding gained gain gains gaining lost lose loses losing cut cuts cutting dropped \
     drop drops dropping shed raised raise raising grow grows growing grew reduce reduced reducing \
     contract contracted boost boosted sank sunk lowered crashed climb climbed advance advanced",
);

/// What is measured in metres: with one of these "12m" is no count of millions.
pub(super) const LENGTHWAYS: Words = Words(
    "high tall deep wide long thick broad away apart hurdles sprints races heats finals pools yachts waves swells \
     seas depths heights levels waters flames walls dunes masts trees cliffs drifts cranes \
     towers ships vessels boats tunnels bridges statues poles columns turbines chimneys tankers hoses cables ropes",
);

/// Words behind which a bare figure is money or goods: an "m" that touches it is a million.
pub(super) const PAYS: Words = Words(
    "sold sells sell paid pays pay spent spends spend earned earns earn raised raises worth cost costs budget revenue revenues \
     profit profits sales turnover losses debts debt fine fines",
);

/// Verbs of a number that reaches a figure: "cases hit 500m".
pub(super) const REACHES: Words =
    Words("hit hits topped tops reached reaches passed surpassed exceeded totalled");

/// Words that end the search for what a figure counts: function words, and verbs that follow bare figures in news.
pub(super) const NOT_COUNTED: Words = Words(
    "and or nor in on at to from by with without for as into onto over under near off out up down \
     through during across between among within against around about above below via per until since \
     than like after before when while where because if but so not then also already still yet ever now \
     ago earlier later higher lower away back each apiece respectively overall alone was were is are be \
     been being had has have having do does did will would can could may might must should shall who \
     whom whose that which what the a an it its he she his her they them their we our you your i my me \
     him us this these those last next every said says say told tells died dies fled flees came come \
     comes went goes left leaves took takes made makes got gets sank fell rose remains remain became \
     began seems appears shows works means needs wants survived escaped arrived returned surrendered \
     resigned today yesterday tomorrow \
     monday tuesday wednesday thursday friday saturday sunday inside outside behind beside beyond upon \
     soon again instead together",
);

/// Plural nouns without an "s".
pub(super) const PLURALS: Words = Words(
    "people men women children police policemen policewomen servicemen gunmen firemen fishermen crewmen \
     seamen clergymen businessmen lawmakers personnel staff crew infantry cattle sheep fish aircraft \
     spacecraft hovercraft dead wounded injured missing killed homeless media data criteria teeth geese \
     oxen mice bacteria viruses alumni cacti",
);

/// Words in "s" that are no plural.
pub(super) const NO_PLURALS: Words = Words(
    "was is has does his its this thus plus as us yes always perhaps towards besides sometimes \
     afterwards says various previous numerous serious dangerous suspicious religious indigenous famous \
     nervous gas news",
);

/// Nouns whose number names one of them, whatever follows: "phase 3 trials", "Article 5 obligations".
pub(super) const NUMBERED: Words = Words(
    "phase type category level tier class grade stage model version number no nos nr article art \
     section sec chapter page room flight route highway interstate resolution protocol amendment \
     formula channel title vol volume area group league covid image photo slide",
);

/// Nouns that are numbered when nothing counted follows: "pump 4 failed", but "the pump 4 men carried".
pub(super) const LABELLED: Words = Words(
    "pump reactor unit block line row pier berth gate terminal platform track lane exit zone sector \
     district ward building apartment flat house floor hall cell bed table figure item point rule \
     clause paragraph step part episode season series round game match week day year lot plot tank \
     turbine engine crane valve shaft mine well camp base warehouse hangar depot bus train tram car \
     truck boat ship station stand seat witness suspect defendant exhibit count case annex appendix \
     schedule band division brigade battalion war act scene verse bay quay dock hole court junction \
     plan option size age top bottom",
);

/// Nouns of makes: between a name and one of these a number is a mark of the make, as in "Leopard 2 tanks".
pub(super) const MAKES: Words = Words(
    "tank tanks jet jets missile missiles drone drones plane planes aircraft airliner airliners \
     airplane airplanes helicopter helicopters bomber bombers fighter fighters rocket rockets rifle \
     rifles gun guns howitzer howitzers launcher launchers system systems vehicle vehicles phone phones \
     smartphone smartphones tablet console consoles engine engines submarine submarines vaccine \
     vaccines flight flights probe chip chips",
);

/// Share indices, whose number is part of the name whatever follows.
pub(super) const INDICES: Words = Words(
    "p nasdaq ftse stoxx dow asx dax cac nikkei russell topix csi tsx ibex aex mib fortune forbes index",
);

/// Words before a figure after which a capital letter does not name it: sentences begin with them.
pub(super) const OPEN_WORDS: Words = Words(
    "in on at by of for to from with after before since until the a an all these those another other \
     and or but as when while that just only about around over under nearly almost some roughly \
     approximately than least most up down between among within is are was were has had have his her \
     their our its my your every each both any no not now then there here yesterday today first last \
     next police officials kills killed kill wounds wounded injures injured leaves arrest arrests \
     arrested detains detained hits loses gains wins sends seizes costs reaches total including monday \
     tuesday wednesday thursday friday saturday sunday if he she they we i it you more fewer less \
     further additional early late per via plus minus where how who which what this into onto through \
     against",
);

/// Words that follow a time of day.
pub(super) const CLOCKS: Words = Words("am pm a.m p.m a.m. p.m. o'clock o’clock gmt utc cet edt est");

/// What is counted by the year and not dated by it: "1850 soldiers".
pub(super) const COUNTED_PEOPLE: Words = Words(
    "people soldiers troops civilians men women children deaths dead casualties refugees workers \
     prisoners police officers personnel homes houses jobs units residents migrants passengers",
);

/// What is dated by a year even in the plural: "the 2000 elections".
pub(super) const EVENTS: Words = Words(
    "elections polls games olympics talks protests accords agreements sanctions riots attacks bombings \
     finals championships results figures levels uprisings",
);

/// Nouns that make a hyphen with a figure a count: "a 15-member council".
pub(super) const COMPOUNDS: Words = Words(
    "member person man woman strong nation country seat storey story floor vehicle truck car ship page \
     point room team judge count party",
);

/// Words after "one" with which it is a pronoun or an idiom.
pub(super) const AFTER_ONE: Words = Words(
    "of another day time thing way reason side other such last final example key big major more by or \
     can on point stage hell",
);

/// Words before "one" with which it is a pronoun.
pub(super) const BEFORE_ONE: Words = Words(
    "no the this that each every any another which some only day number net ground new big good first \
     last",
);

/// Words of matches, in whose neighbourhood two small figures with a hyphen are a score.
pub(super) const MATCHES: Words = Words(
    "won win wins winning lost lose loss beat beaten beating defeat defeated draw drew victory lead led \
     leading tie tied score scored goal goals aggregate match game final ended finished half-time \
     trailed trailing set sets vote voted ruling down up",
);

/// Last words of an address.
pub(super) const STREETS: Words = Words("street road avenue lane drive square boulevard st rd ave place way");
