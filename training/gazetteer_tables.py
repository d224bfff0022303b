"""The hand-written part of the gazetteer: regions whose usual English name or point the packages lack, and large features.

Names and the points of features are from general knowledge; an area, a river or a range has one point near its middle. The
identifiers of regions, and the points of those that have an identifier, are GeoNames' (geonames.org, CC BY 4.0).
"""

# code | name | GeoNames id | lat | lon | other names, ";"-separated. The code is country, full stop, GeoNames' admin1 code.
REGIONS = """
US.AL | Alabama | 4829764 | 32.7504 | -86.7503 | Ala.
US.AK | Alaska | 5879092 | 64.0003 | -150.0003 |
US.AZ | Arizona | 5551752 | 34.5003 | -111.5010 | Ariz.
US.AR | Arkansas | 4099753 | 34.7504 | -92.5004 | Ark.
US.CA | California | 5332921 | 37.2502 | -119.7513 | Calif.
US.CO | Colorado | 5417618 | 39.0003 | -105.5008 | Colo.
US.CT | Connecticut | 4831725 | 41.6670 | -72.6665 | Conn.
US.DE | Delaware | 4142224 | 39.0004 | -75.4999 | Del.
US.DC | District of Columbia | 4138106 | 38.9171 | -77.0003 | D.C.;DC
US.FL | Florida | 4155751 | 28.7505 | -82.5001 | Fla.
US.GA | Georgia | 4197000 | 32.7504 | -83.5002 | Ga.
US.HI | Hawaii | 5855797 | 20.7503 | -156.5003 | Hawai'i
US.ID | Idaho | 5596512 | 44.5002 | -114.2512 |
US.IL | Illinois | 4896861 | 40.0003 | -89.2504 | Ill.
US.IN | Indiana | 4921868 | 40.0003 | -86.2503 | Ind.
US.IA | Iowa | 4862182 | 42.0003 | -93.5005 |
US.KS | Kansas | 4273857 | 38.5003 | -98.5006 | Kan.;Kans.
US.KY | Kentucky | 6254925 | 38.2004 | -84.8776 | Ky.
US.LA | Louisiana | 4331987 | 31.0004 | -92.0004 | La.
US.ME | Maine | 4971068 | 45.5003 | -69.2498 |
US.MD | Maryland | 4361885 | 39.0004 | -76.7497 | Md.
US.MA | Massachusetts | 6254926 | 42.3656 | -71.1083 | Mass.
US.MI | Michigan | 5001836 | 44.2503 | -85.5003 | Mich.
US.MN | Minnesota | 5037779 | 46.2502 | -94.2506 | Minn.
US.MS | Mississippi | 4436296 | 32.7504 | -89.7504 | Miss.
US.MO | Missouri | 4398678 | 38.2503 | -92.5005 | Mo.
US.MT | Montana | 5667009 | 47.0002 | -109.7510 | Mont.
US.NE | Nebraska | 5073708 | 41.5003 | -99.7507 | Neb.;Nebr.
US.NV | Nevada | 5509151 | 39.2502 | -116.7512 | Nev.
US.NH | New Hampshire | 5090174 | 43.6670 | -71.4998 | N.H.
US.NJ | New Jersey | 5101760 | 40.1671 | -74.4999 | N.J.
US.NM | New Mexico | 5481136 | 34.5003 | -106.0009 | N.M.
US.NY | New York | 5128638 | 43.0003 | -75.4999 | N.Y.;New York State
US.NC | North Carolina | 4482348 | 35.5007 | -80.0003 | N.C.
US.ND | North Dakota | 5690763 | 47.5003 | -100.0007 | N.D.
US.OH | Ohio | 5165418 | 40.2503 | -83.0002 |
US.OK | Oklahoma | 4544379 | 35.5003 | -97.5006 | Okla.
US.OR | Oregon | 5744337 | 44.0001 | -120.5014 | Ore.
US.PA | Pennsylvania | 6254927 | 40.2725 | -76.9057 | Pa.;Penn.;Penna.
US.RI | Rhode Island | 5224323 | 41.7501 | -71.4998 | R.I.
US.SC | South Carolina | 4597040 | 34.0004 | -81.0001 | S.C.
US.SD | South Dakota | 5769223 | 44.5003 | -100.2507 | S.D.
US.TN | Tennessee | 4662168 | 35.7503 | -86.2503 | Tenn.
US.TX | Texas | 4736286 | 31.2504 | -99.2506 | Tex.
US.UT | Utah | 5549030 | 39.2502 | -111.7510 |
US.VT | Vermont | 5242283 | 44.0003 | -72.7498 | Vt.
US.VA | Virginia | 6254928 | 37.5481 | -77.4467 | Va.
US.WA | Washington | 5815135 | 47.5001 | -120.5015 | Wash.;Washington State
US.WV | West Virginia | 4826850 | 38.5004 | -80.5001 | W.Va.;W. Va.
US.WI | Wisconsin | 5279468 | 44.5002 | -90.0004 | Wis.
US.WY | Wyoming | 5843591 | 43.0002 | -107.5009 | Wyo.
GB.ENG | England | 6269131 | 52.1605 | -0.7031 |
GB.SCT | Scotland | 2638360 | 56.0000 | -4.0000 |
GB.WLS | Wales | 2634895 | 52.5000 | -3.5000 |
GB.NIR | Northern Ireland | 2641364 | 54.5000 | -6.5000 | Ulster
CA.01 | Alberta | 5883102 | 55.0 | -115.0 | Alta.
CA.02 | British Columbia | 5909050 | 54.0 | -125.0 | B.C.
CA.03 | Manitoba | 6065171 | 55.0 | -97.0 | Man.
CA.04 | New Brunswick | 6087430 | 46.5 | -66.0 | N.B.
CA.05 | Newfoundland and Labrador | 6354959 | 52.0 | -56.0 | Newfoundland
CA.07 | Nova Scotia | 6091530 | 45.0 | -63.0 | N.S.
CA.08 | Ontario | 6093943 | 49.25 | -84.5 | Ont.
CA.09 | Prince Edward Island | 6113358 | 46.3334 | -63.4987 | P.E.I.
CA.10 | Quebec | 6115047 | 52.0 | -72.0 | Québec;Que.
CA.11 | Saskatchewan | 6141242 | 54.0 | -106.0 | Sask.
CA.12 | Yukon | 6185811 | 63.0 | -135.0 |
CA.13 | Northwest Territories | 6091069 | 65.0 | -118.0 | N.W.T.
CA.14 | Nunavut | 6091732 | 70.0 | -90.0 |
AU.01 | Australian Capital Territory | | | |
AU.02 | New South Wales | 2155400 | -33.0 | 146.0 | NSW
AU.03 | Northern Territory | 2064513 | -20.0 | 134.0 |
AU.04 | Queensland | 2152274 | -20.0 | 145.0 |
AU.05 | South Australia | 2061327 | -30.0 | 135.0 |
AU.06 | Tasmania | 2147291 | -42.0 | 147.0 |
AU.07 | Victoria | 2145234 | -37.0 | 145.0 |
AU.08 | Western Australia | 2058645 | -25.0 | 122.0 |
FR.11 | Île-de-France | | | |
FR.24 | Centre-Val de Loire | | | |
FR.27 | Burgundy-Franche-Comté | | | | Bourgogne-Franche-Comté
FR.28 | Normandy | | | | Normandie
FR.32 | Hauts-de-France | | | |
FR.44 | Grand Est | | | |
FR.52 | Pays de la Loire | | | |
FR.53 | Brittany | | | | Bretagne
FR.75 | Nouvelle-Aquitaine | | | |
FR.76 | Occitanie | | | | Occitania
FR.84 | Auvergne-Rhône-Alpes | | | |
FR.93 | Provence-Alpes-Côte d'Azur | | | | Provence
FR.94 | Corsica | | | |
GE.02 | Abkhazia | | 43.0 | 41.0 |
PS.GZ | Gaza Strip | 1281132 | 31.4167 | 34.3333 | Gaza
PS.WE | West Bank | 285153 | 31.6667 | 35.25 |
UA.11 | Crimea | 703883 | 45.3 | 34.4 | Crimean Peninsula
UA.05 | Donetsk Oblast | 709716 | 48.0 | 37.7 |
UA.14 | Luhansk Oblast | 702657 | 48.9 | 38.9 | Lugansk Oblast
"""

# Endings and beginnings that name the kind of a region in its own language; English puts none or another one.
REGION_WORDS = (
    "Muhafazat |Provincia de |Provincia di |Provincia del |Provincia |Departamento de |Departamento del |Estado de "
    "|Region de |Região |Wilaya de |Gouvernorat de |Mayorality of | Sheng| Shi| Zizhiqu| Governorate| Oblysy| Qalasy| apskritis"
    "| Voivodeship| Region| Oblast'| Oblast| Province| Governate| Wilayat| Wilaya| Ken| Prefecture| District| Municipality"
)

# Spellings in the package that news in English do not use.
REGION_SPELLINGS = {
    "Kiev": "Kyiv Oblast", "Odessa": "Odesa Oblast", "Misto Sevastopol'": "Sevastopol", "St.-Petersburg": "Saint Petersburg",
    "Rjazan": "Ryazan", "Voronezj": "Voronezh", "Orjol": "Oryol", "Brjansk": "Bryansk", "Tverskaya": "Tver",
    "Nizjnij Novgorod": "Nizhny Novgorod", "Mordoviya": "Mordovia", "Chechnya": "Chechnya", "Stavropol'skiy": "Stavropol",
    "Kabardino-Balkariya": "Kabardino-Balkaria", "Karachayevo-Cherkesiya": "Karachay-Cherkessia", "Ninawa": "Nineveh",
    "Komi Republic": "Komi", "Vinnyts'ka": "Vinnytsia", "Xinjiang Uygur": "Xinjiang", "Ningxia Huizu": "Ningxia",
    "Guangxi Zhuangzu": "Guangxi", "Tibet Autonomous Region": "Tibet", "Rif-dimashq": "Rif Dimashq", "Suhaj": "Sohag",
    "Shamal Sina'": "North Sinai", "Samegrelo and Zemo Svaneti": "Samegrelo-Zemo Svaneti", "Ajaria": "Adjara",
    "Northern Darfur": "North Darfur", "Western Darfur": "West Darfur", "Southern Darfur": "South Darfur",
    "Eastern Darfur": "East Darfur", "Southern Kordofan": "South Kordofan", "Shamal Kurdufan": "North Kordofan",
    "Connaught": "Connacht", "Moskovskaya": "Moscow Oblast", "Al Hudaydah": "Hodeidah", "Arbil": "Erbil", "Dahuk": "Dohuk",
}

# kind | name | lat | lon | other names. Kinds: sea, river, lake, mountain, island, area.

FEATURES = """
area | Africa | 7.2 | 21.1 |
area | Antarctica | -78.2 | 16.4 |
area | Asia | 29.8 | 89.3 |
area | Europe | 48.7 | 9.1 |
area | North America | 46.1 | -100.5 |
area | South America | -14.6 | -57.7 |
area | Latin America | -10.0 | -60.0 |
area | Central America | 13.0 | -86.0 |
area | Oceania | -18.3 | 138.5 |
area | European Union | 50.1 | 9.1 | EU;E.U.
area | Middle East | 29.0 | 41.0 | Mideast
area | Near East | 33.0 | 40.0 |
area | North Africa | 29.0 | 9.0 |
area | West Africa | 12.0 | -4.0 |
area | East Africa | 1.0 | 37.0 |
area | Southern Africa | -22.0 | 24.0 |
area | Sub-Saharan Africa | 2.0 | 21.0 |
area | Central Asia | 44.0 | 66.0 |
area | South Asia | 23.0 | 79.0 |
area | Southeast Asia | 8.0 | 110.0 | South East Asia;South-East Asia
area | East Asia | 36.0 | 118.0 |
area | Eastern Europe | 52.0 | 30.0 |
area | Western Europe | 48.0 | 4.0 |
area | Central Europe | 49.0 | 16.0 |
area | Scandinavia | 63.0 | 15.0 |
area | Balkans | 43.0 | 21.0 | Balkan Peninsula
area | Baltics | 57.0 | 25.0 |
area | Caucasus | 42.5 | 45.0 | South Caucasus
area | North Caucasus | 43.5 | 44.5 | Northern Caucasus
area | Horn of Africa | 8.0 | 45.0 |
area | Sahel | 15.0 | 5.0 |
area | Maghreb | 32.0 | 3.0 |
area | Levant | 34.0 | 37.0 |
area | Kurdistan | 37.0 | 43.0 |
area | Iraqi Kurdistan | 36.4 | 44.4 |
area | Siberia | 62.0 | 100.0 |
area | Russian Far East | 60.0 | 140.0 |
area | Donbas | 48.3 | 38.2 | Donbass
area | Transnistria | 47.0 | 29.4 | Transdniestria
area | South Ossetia | 42.35 | 44.0 |
area | North Ossetia | 43.1 | 44.3 |
area | Nagorno-Karabakh | 39.8 | 46.8 | Karabakh
area | Dagestan | 43.0 | 47.0 |
area | Ingushetia | 43.2 | 44.9 |
area | Chechnya | 43.3 | 45.7 |
area | Darfur | 13.0 | 25.0 |
area | Kordofan | 13.0 | 30.0 |
area | Tigray | 14.0 | 38.8 |
area | Puntland | 9.0 | 49.0 |
area | Somaliland | 9.6 | 45.8 |
area | Ogaden | 7.0 | 44.5 |
area | Kashmir | 34.3 | 76.0 |
area | Punjab | 31.0 | 73.5 |
area | Balochistan | 28.5 | 65.5 | Baluchistan
area | Waziristan | 32.8 | 69.8 |
area | North Waziristan | 32.9 | 70.0 |
area | South Waziristan | 32.3 | 69.6 |
area | Swat Valley | 35.2 | 72.4 |
area | Tibet | 31.5 | 88.0 |
area | Xinjiang | 42.0 | 86.0 |
area | Manchuria | 45.0 | 126.0 |
area | Inner Mongolia | 44.0 | 113.0 |
area | Golan Heights | 33.0 | 35.75 | Golan
area | Galilee | 32.8 | 35.4 |
area | Negev | 30.8 | 34.8 | Negev Desert
area | Sinai | 29.5 | 33.8 | Sinai Peninsula
area | Nile Delta | 30.9 | 31.1 |
area | Bekaa Valley | 34.0 | 36.1 | Beqaa Valley;Bekaa
area | Anbar | 33.0 | 41.7 | Al Anbar;Anbar Province
area | Cabinda | -5.0 | 12.4 |
area | Katanga | -9.0 | 26.5 |
area | Kivu | -2.5 | 28.0 |
area | North Kivu | -0.8 | 29.0 |
area | South Kivu | -3.0 | 28.2 |
area | Ituri | 1.5 | 29.5 |
area | Niger Delta | 5.3 | 6.5 |
area | Biafra | 5.8 | 7.5 |
area | Rakhine State | 20.1 | 93.6 | Rakhine;Arakan
area | Kachin State | 26.0 | 97.5 | Kachin
area | Shan State | 21.5 | 98.0 |
area | Mindanao | 8.0 | 125.0 |
area | Aceh | 4.5 | 97.0 |
area | Papua | -4.0 | 138.0 |
area | Kosovo Field | 42.7 | 21.1 |
area | Vojvodina | 45.4 | 20.0 |
area | Republika Srpska | 44.8 | 17.2 |
area | Catalonia | 41.8 | 1.5 |
area | Basque Country | 43.0 | -2.6 |
area | Andalusia | 37.4 | -4.8 |
area | Galicia | 42.8 | -8.0 |
area | Bavaria | 49.0 | 11.5 |
area | Saxony | 51.0 | 13.3 |
area | Tuscany | 43.4 | 11.0 |
area | Lombardy | 45.6 | 9.8 |
area | Sicily | 37.6 | 14.0 |
area | Sardinia | 40.0 | 9.0 |
area | Crete | 35.2 | 24.9 |
area | Flanders | 51.0 | 4.0 |
area | Wallonia | 50.4 | 4.9 |
area | Normandy | 49.0 | 0.0 |
area | Alsace | 48.4 | 7.5 |
area | Silesia | 51.0 | 17.0 |
area | Transylvania | 46.5 | 24.0 |
area | Anatolia | 39.0 | 35.0 |
area | Lapland | 67.9 | 26.5 |
area | Patagonia | -44.0 | -70.0 |
area | Amazonia | -4.0 | -62.0 | Amazon Basin
area | Yucatán | 20.5 | -89.0 | Yucatan;Yucatán Peninsula;Yucatan Peninsula
area | Baja California | 30.0 | -115.0 |
area | New England | 44.0 | -71.5 |
area | Midwest | 41.5 | -92.0 |
area | Pacific Northwest | 46.5 | -120.5 |
area | Appalachia | 37.5 | -82.0 |
area | Silicon Valley | 37.4 | -122.0 |
area | Bay Area | 37.8 | -122.3 | San Francisco Bay Area
area | Central Valley | 36.8 | -119.8 |
area | Napa Valley | 38.5 | -122.3 |
area | Ohio Valley | 38.5 | -84.0 |
area | Cape Cod | 41.7 | -70.2 |
area | Florida Panhandle | 30.6 | -85.5 |
area | Florida Keys | 24.7 | -81.1 |
area | Gulf Coast | 30.0 | -90.0 |
area | Sahara | 23.0 | 12.0 | Sahara Desert
area | Gobi | 42.6 | 103.4 | Gobi Desert
area | Arctic | 82.0 | 0.0 | Arctic Circle
area | Korean Peninsula | 38.3 | 127.3 |
area | Arabian Peninsula | 23.0 | 47.0 |
area | Iberian Peninsula | 40.2 | -4.0 |
area | Indochina | 15.0 | 105.0 |
area | Kamchatka | 56.0 | 160.0 | Kamchatka Peninsula
island | Long Island | 40.8 | -73.3 |
island | Guantánamo Bay | 19.9 | -75.15 | Guantanamo Bay;Guantanamo
island | Aleutian Islands | 52.1 | -174.0 |
island | Vancouver Island | 49.7 | -125.9 |
island | Baffin Island | 68.0 | -70.0 |
island | North Island | -39.0 | 176.0 |
island | South Island | -43.0 | 171.0 |
island | Honshu | 36.0 | 138.0 |
island | Hokkaido | 43.5 | 143.0 |
island | Okinawa | 26.5 | 127.9 |
island | Sakhalin | 51.0 | 143.0 |
island | Kuril Islands | 46.5 | 151.5 | Kurils;Kuriles
island | Spratly Islands | 10.0 | 114.0 | Spratlys
island | Paracel Islands | 16.5 | 112.0 | Paracels
island | Senkaku Islands | 25.75 | 123.5 | Senkakus;Diaoyu Islands
island | Java | -7.5 | 110.0 |
island | Sumatra | 0.0 | 102.0 |
island | Borneo | 1.0 | 114.0 |
island | Sulawesi | -2.0 | 121.0 |
island | Bali | -8.4 | 115.1 |
island | Luzon | 16.0 | 121.0 |
island | New Guinea | -5.0 | 140.0 |
island | Bougainville | -6.2 | 155.3 |
island | Lesbos | 39.2 | 26.3 |
island | Lampedusa | 35.5 | 12.6 |
island | Canary Islands | 28.3 | -16.6 | Canaries
island | Azores | 38.5 | -28.0 |
island | Balearic Islands | 39.6 | 2.9 | Balearics
island | Galápagos Islands | -0.7 | -90.5 | Galapagos Islands;Galapagos
island | Hispaniola | 19.0 | -71.0 |
island | Snake Island | 45.25 | 30.2 |
island | Shetland | 60.3 | -1.2 | Shetland Islands
island | Orkney | 59.0 | -3.1 | Orkney Islands
island | Hebrides | 57.5 | -7.0 |
island | West Indies | 18.0 | -70.0 |
sea | Atlantic Ocean | 10.0 | -25.0 | Atlantic
sea | North Atlantic | 40.0 | -40.0 |
sea | South Atlantic | -25.0 | -15.0 |
sea | Pacific Ocean | 0.0 | -150.0 |
sea | Indian Ocean | -10.0 | 70.0 |
sea | Arctic Ocean | 85.0 | 0.0 |
sea | Southern Ocean | -65.0 | 0.0 |
sea | Mediterranean Sea | 35.0 | 18.0 | Mediterranean
sea | Adriatic Sea | 43.0 | 15.0 | Adriatic
sea | Aegean Sea | 39.0 | 25.0 | Aegean
sea | Ionian Sea | 38.0 | 19.0 |
sea | Black Sea | 43.5 | 34.0 |
sea | Caspian Sea | 42.0 | 50.0 | Caspian
sea | Sea of Azov | 46.0 | 36.5 | Azov Sea
sea | Red Sea | 20.0 | 38.5 |
sea | Dead Sea | 31.5 | 35.5 |
sea | Arabian Sea | 15.0 | 65.0 |
sea | Bay of Bengal | 15.0 | 88.0 |
sea | Persian Gulf | 27.0 | 51.0 | Arabian Gulf
sea | Gulf of Aden | 12.5 | 48.0 |
sea | Gulf of Oman | 25.0 | 58.0 |
sea | Gulf of Guinea | 2.0 | 2.0 |
sea | Gulf of Mexico | 25.0 | -90.0 |
sea | Gulf of Alaska | 57.0 | -144.0 |
sea | Gulf of Finland | 60.0 | 26.0 |
sea | Gulf of Thailand | 10.0 | 101.5 |
sea | Gulf of California | 27.0 | -111.5 |
sea | Caribbean Sea | 15.0 | -75.0 | Caribbean
sea | North Sea | 56.0 | 3.0 |
sea | Baltic Sea | 58.0 | 20.0 | Baltic
sea | Irish Sea | 53.5 | -5.0 |
sea | Barents Sea | 74.0 | 36.0 |
sea | Bering Sea | 58.0 | -178.0 |
sea | Bering Strait | 65.8 | -169.0 |
sea | Norwegian Sea | 69.0 | 2.0 |
sea | English Channel | 50.0 | -2.0 |
sea | Strait of Hormuz | 26.6 | 56.3 | Straits of Hormuz
sea | Strait of Gibraltar | 36.0 | -5.6 | Straits of Gibraltar
sea | Strait of Malacca | 4.0 | 100.0 | Malacca Strait;Straits of Malacca
sea | Taiwan Strait | 24.5 | 119.5 | Taiwan Straits
sea | Kerch Strait | 45.25 | 36.5 |
sea | Bosporus | 41.1 | 29.1 | Bosphorus
sea | Dardanelles | 40.2 | 26.4 |
sea | Bab el-Mandeb | 12.6 | 43.3 | Bab al-Mandab
sea | South China Sea | 13.0 | 115.0 |
sea | East China Sea | 30.0 | 126.0 |
sea | Yellow Sea | 36.0 | 123.0 |
sea | Sea of Japan | 40.0 | 135.0 |
sea | Sea of Okhotsk | 55.0 | 150.0 |
sea | Sea of Galilee | 32.8 | 35.6 |
sea | Sea of Marmara | 40.7 | 28.2 |
sea | Tasman Sea | -40.0 | 160.0 |
sea | Coral Sea | -18.0 | 155.0 |
sea | Hudson Bay | 60.0 | -86.0 |
sea | Chesapeake Bay | 38.0 | -76.3 |
sea | Delaware Bay | 39.1 | -75.2 |
sea | Puget Sound | 47.7 | -122.4 |
sea | San Francisco Bay | 37.7 | -122.3 |
sea | Tampa Bay | 27.7 | -82.5 |
sea | Golden Gate | 37.8 | -122.5 |
sea | Suez Canal | 30.6 | 32.3 |
sea | Panama Canal | 9.1 | -79.7 |
lake | Lake Superior | 47.6 | -87.5 |
lake | Lake Michigan | 43.8 | -87.0 |
lake | Lake Huron | 44.8 | -82.3 |
lake | Lake Erie | 42.2 | -81.2 |
lake | Lake Ontario | 43.6 | -77.9 |
lake | Great Lakes | 45.0 | -84.0 |
lake | Great Salt Lake | 41.1 | -112.5 |
lake | Lake Tahoe | 39.1 | -120.0 |
lake | Lake Mead | 36.2 | -114.4 |
lake | Lake Powell | 37.2 | -111.2 |
lake | Lake Okeechobee | 26.95 | -80.8 |
lake | Lake Champlain | 44.5 | -73.3 |
lake | Lake Pontchartrain | 30.2 | -90.1 |
lake | Lake Victoria | -1.0 | 33.0 |
lake | Lake Tanganyika | -6.0 | 29.5 |
lake | Lake Malawi | -12.0 | 34.5 |
lake | Lake Chad | 13.0 | 14.0 |
lake | Lake Baikal | 53.5 | 108.0 |
lake | Lake Ladoga | 60.8 | 31.5 |
lake | Aral Sea | 45.0 | 60.0 |
lake | Lake Titicaca | -15.8 | -69.4 |
lake | Lake Geneva | 46.45 | 6.5 |
lake | Loch Ness | 57.3 | -4.45 |
river | Mississippi River | 35.0 | -90.5 |
river | Missouri River | 42.5 | -97.0 |
river | Ohio River | 38.3 | -84.8 |
river | Colorado River | 36.1 | -112.0 |
river | Columbia River | 45.8 | -121.0 |
river | Rio Grande | 29.0 | -102.0 |
river | Hudson River | 42.0 | -73.9 |
river | Potomac River | 38.9 | -77.1 | Potomac
river | Delaware River | 40.5 | -75.0 |
river | Chattahoochee River | 32.5 | -85.0 | Chattahoochee
river | Tennessee River | 35.5 | -87.5 |
river | Cumberland River | 36.6 | -86.5 |
river | Wabash River | 39.0 | -87.4 |
river | Arkansas River | 36.0 | -96.0 |
river | Allegheny River | 41.0 | -79.6 |
river | Monongahela River | 39.8 | -79.9 |
river | Susquehanna River | 41.0 | -76.6 | Susquehanna
river | Connecticut River | 43.0 | -72.4 |
river | Brazos River | 31.5 | -97.2 |
river | Yukon River | 64.5 | -150.0 |
river | Saint Lawrence River | 46.5 | -72.5 | St. Lawrence River;St. Lawrence Seaway
river | Fraser River | 50.0 | -121.5 |
river | Amazon River | -3.0 | -60.0 | Amazon
river | Orinoco | 7.8 | -64.0 | Orinoco River
river | Thames | 51.5 | -0.6 | River Thames;Thames River
river | River Severn | 52.0 | -2.3 |
river | River Shannon | 53.2 | -8.1 | Shannon River
river | Seine | 48.9 | 2.3 | River Seine
river | Rhine | 50.5 | 7.5 | River Rhine;Rhine River
river | Danube | 45.5 | 20.0 | Danube River;River Danube
river | Elbe | 52.5 | 11.9 | River Elbe
river | Vistula | 52.3 | 20.5 |
river | Dnieper | 48.5 | 35.0 | Dnipro River;Dnieper River
river | Dniester | 47.5 | 28.5 | Dniester River
river | Siverskyi Donets | 49.0 | 38.0 | Siverskyi Donets River
river | Volga | 52.0 | 47.0 | Volga River
river | Jordan River | 32.3 | 35.55 | River Jordan
river | Litani River | 33.4 | 35.5 | Litani
river | Euphrates | 34.5 | 41.0 | Euphrates River
river | Tigris | 34.0 | 44.0 | Tigris River
river | Nile | 26.0 | 32.0 | Nile River;River Nile
river | Blue Nile | 12.0 | 34.5 |
river | White Nile | 12.5 | 32.5 |
river | Congo River | -2.0 | 18.0 |
river | Niger River | 13.0 | 2.0 |
river | Zambezi | -16.0 | 29.0 | Zambezi River
river | Limpopo | -22.2 | 30.0 | Limpopo River
river | Indus | 29.0 | 70.5 | Indus River
river | Ganges | 25.5 | 83.0 | Ganges River
river | Brahmaputra | 26.5 | 92.5 | Brahmaputra River
river | Mekong | 15.0 | 105.5 | Mekong River
river | Mekong Delta | 10.0 | 105.8 |
river | Yangtze | 30.5 | 112.0 | Yangtze River
river | Yellow River | 36.0 | 110.0 |
river | Amur | 50.0 | 128.0 | Amur River
river | Yalu | 40.8 | 125.5 | Yalu River
mountain | Himalayas | 28.5 | 84.0 | Himalaya
mountain | Hindu Kush | 36.0 | 71.0 |
mountain | Karakoram | 36.0 | 76.0 |
mountain | Mount Everest | 27.99 | 86.93 | Everest
mountain | Alps | 46.5 | 9.5 |
mountain | Pyrenees | 42.6 | 1.0 |
mountain | Carpathians | 47.5 | 25.0 | Carpathian Mountains
mountain | Caucasus Mountains | 42.5 | 44.5 |
mountain | Ural Mountains | 60.0 | 60.0 | Urals
mountain | Andes | -20.0 | -67.0 |
mountain | Rocky Mountains | 43.0 | -110.0 | Rockies
mountain | Appalachian Mountains | 38.0 | -80.5 | Appalachians
mountain | Blue Ridge Mountains | 36.5 | -81.0 |
mountain | Great Smoky Mountains | 35.6 | -83.5 | Smoky Mountains
mountain | Sierra Nevada | 38.0 | -119.5 |
mountain | Cascade Range | 46.0 | -121.5 |
mountain | Ozarks | 37.0 | -93.0 | Ozark Mountains
mountain | Adirondacks | 44.1 | -74.0 | Adirondack Mountains
mountain | Catskills | 42.1 | -74.4 | Catskill Mountains
mountain | Atlas Mountains | 32.0 | -5.0 |
mountain | Zagros Mountains | 33.5 | 47.5 |
mountain | Mount Rainier | 46.85 | -121.76 |
mountain | Mount St. Helens | 46.2 | -122.19 |
mountain | Mount Kilimanjaro | -3.07 | 37.36 | Kilimanjaro
mountain | Mount Etna | 37.75 | 15.0 |
mountain | Mount Vesuvius | 40.82 | 14.43 | Vesuvius
mountain | Mount Hermon | 33.42 | 35.86 |
area | Yellowstone National Park | 44.6 | -110.5 | Yellowstone
area | Yosemite National Park | 37.85 | -119.55 | Yosemite
area | Zion National Park | 37.3 | -113.05 |
area | Rocky Mountain National Park | 40.34 | -105.68 |
area | Grand Canyon | 36.1 | -112.1 |
area | Everglades | 25.6 | -80.9 |
area | Death Valley | 36.5 | -117.0 |
"""

# The country of each feature that lies in one alone: code | names, ";"-separated. Where the country has a region of that name,
# the region takes the feature's place and counts as known without its country. Contested land stands where GeoNames has it.
WITHIN = """
AO | Cabinda
AZ | Nagorno-Karabakh
BA | Republika Srpska
BE | Flanders;Wallonia
CA | Vancouver Island;Baffin Island;Hudson Bay;Fraser River
CD | Katanga;Kivu;North Kivu;South Kivu;Ituri
CN | Tibet;Xinjiang;Manchuria;Inner Mongolia;Yangtze;Yellow River
CU | Guantánamo Bay
DE | Bavaria;Saxony
EC | Galápagos Islands
EG | Sinai;Nile Delta;Suez Canal
ES | Catalonia;Basque Country;Andalusia;Galicia;Canary Islands;Balearic Islands
ET | Tigray;Ogaden
FR | Normandy;Alsace;Seine
GB | Shetland;Orkney;Hebrides;Thames;River Severn;Loch Ness
GE | South Ossetia
GR | Crete;Lesbos
ID | Aceh;Papua;Java;Sumatra;Sulawesi;Bali
IE | River Shannon
IL | Galilee;Negev;Sea of Galilee
IQ | Iraqi Kurdistan;Anbar
IT | Tuscany;Lombardy;Sicily;Sardinia;Lampedusa;Mount Etna;Mount Vesuvius
JP | Honshu;Hokkaido;Okinawa
LB | Bekaa Valley;Litani River
MD | Transnistria
MM | Rakhine State;Kachin State;Shan State
MX | Yucatán;Baja California;Gulf of California
NG | Niger Delta;Biafra
NZ | North Island;South Island
PA | Panama Canal
PG | Bougainville
PH | Mindanao;Luzon
PK | Balochistan;Waziristan;North Waziristan;South Waziristan;Swat Valley
PT | Azores
RO | Transylvania
RS | Vojvodina
RU | Siberia;Russian Far East;North Caucasus;North Ossetia;Dagestan;Ingushetia;Chechnya;Kamchatka;Sakhalin;Lake Baikal;Lake Ladoga;Volga
SD | Darfur;Kordofan
SO | Puntland;Somaliland
TR | Anatolia;Bosporus;Dardanelles;Sea of Marmara
TZ | Mount Kilimanjaro
UA | Donbas;Snake Island
US | New England;Midwest;Pacific Northwest;Appalachia;Silicon Valley;Bay Area;Central Valley;Napa Valley;Ohio Valley;Cape Cod
US | Florida Panhandle;Florida Keys;Gulf Coast;Long Island;Aleutian Islands;Chesapeake Bay;Delaware Bay;Puget Sound
US | San Francisco Bay;Tampa Bay;Golden Gate;Lake Michigan;Great Salt Lake;Lake Tahoe;Lake Mead;Lake Powell;Lake Okeechobee
US | Lake Pontchartrain;Mississippi River;Missouri River;Ohio River;Hudson River;Potomac River;Delaware River
US | Chattahoochee River;Tennessee River;Cumberland River;Wabash River;Arkansas River;Allegheny River;Monongahela River
US | Susquehanna River;Connecticut River;Brazos River;Appalachian Mountains;Blue Ridge Mountains;Great Smoky Mountains
US | Sierra Nevada;Ozarks;Adirondacks;Catskills;Mount Rainier;Mount St. Helens;Yellowstone National Park
US | Yosemite National Park;Zion National Park;Rocky Mountain National Park;Grand Canyon;Everglades;Death Valley
XK | Kosovo Field
"""

# Towns whose usual name in English news is not the one under which GeoNames files them: country | English names, ";"-separated.
# All count as known without their country. Each becomes the name of the largest town of the country that has it, or what stands behind "=", among its names.
ENGLISH_NAMES = """
AF | Kandahar;Herat;Mazar-i-Sharif;Jalalabad;Kunduz;Lashkar Gah;Ghazni
AZ | Ganja;Stepanakert
BE | Ghent;Bruges;Antwerp;Ypres;Ostend;Mechelen
BY | Gomel;Vitebsk;Grodno;Mogilev;Brest
CA | Montreal;Quebec City
CH | Zurich;Geneva;Basel;Lucerne
CN | Urumqi;Xi'an;Kashgar;Harbin;Lhasa
CY | Limassol;Larnaca;Paphos
CZ | Pilsen
DE | Cologne;Frankfurt;Munich;Nuremberg;Hanover
DK | Aarhus
DZ | Oran;Constantine
EG | Alexandria;Giza;Luxor;Aswan;Port Said;Suez;Ismailia;El Arish;Sharm el-Sheikh;Mansoura;Tanta;Hurghada
ES | Seville;Zaragoza;San Sebastián
ET | Mekelle;Gondar;Bahir Dar;Dire Dawa;Adama;Axum;Adigrat
GE | Batumi;Kutaisi;Gori;Poti;Zugdidi;Sukhumi
GR | Thessaloniki;Patras;Heraklion;Larissa;Piraeus
IL | Tel Aviv;Haifa;Beersheba;Ashkelon;Ashdod;Nazareth;Tiberias;Eilat;Petah Tikva;Holon;Rehovot;Sderot;Herzliya
IN | Mumbai;Kolkata;Chennai;Bengaluru;Varanasi;Kochi;Darjeeling;Srinagar
IQ | Basra;Mosul;Fallujah;Ramadi;Tikrit;Najaf;Karbala;Kirkuk;Erbil;Sulaymaniyah;Samarra;Nasiriyah;Dohuk;Baqubah;Umm Qasr
IQ | Abu Ghraib;Sinjar;Tal Afar;Hillah;Amarah
IR | Isfahan;Mashhad;Qom;Bandar Abbas;Bushehr;Natanz;Kermanshah;Urmia;Hamadan;Abadan;Ahvaz
IT | Rome;Milan;Naples;Turin;Florence;Venice;Genoa;Padua
JO | Aqaba;Irbid;Zarqa
KP | Kaesong;Sinuiju;Wonsan;Hamhung;Nampo
LB | Tripoli;Sidon;Tyre;Baalbek;Zahle;Nabatieh
LT | Klaipeda
LY | Benghazi;Misrata;Sirte;Derna;Tobruk;Sabha;Zawiya;Bayda;Ajdabiya
MA | Casablanca;Marrakesh;Fez;Tangier;Meknes
MD | Tiraspol;Balti
MM | Yangon;Mandalay;Sittwe
MX | Acapulco;Xalapa;Querétaro;León
NL | The Hague
OM | Salalah
PS | Gaza;Khan Younis;Rafah;Jabalia;Jenin;Nablus;Hebron;Tulkarm;Jericho;Bethlehem;Qalqilya=Qalqilyah;Deir al-Balah=Dayr al Balah;Beit Hanoun;Beit Lahia
PT | Porto
RU | Saint Petersburg;Arkhangelsk;Oryol;Rostov-on-Don;Nizhny Novgorod;Yekaterinburg;Grozny;Veliky Novgorod
RU | Petropavlovsk-Kamchatsky
SA | Mecca;Medina;Jeddah;Dammam;Dhahran;Taif;Najran;Jizan;Abha;Hofuf
SD | Omdurman;Port Sudan;Wad Madani;El Fasher;Nyala;El Obeid;Geneina;Kassala;Kadugli
SE | Gothenburg
SO | Kismayo;Baidoa;Beledweyne;Hargeisa;Bosaso;Garowe;Galkayo
SY | Aleppo;Homs;Hama;Latakia;Tartus;Idlib;Raqqa;Deir ez-Zor;Daraa;Hasakah;Qamishli=Al Qamishli;Kobani;Palmyra;Douma;Manbij;Afrin;Al-Bab;Sweida
TN | Sfax;Sousse;Bizerte;Kairouan;Kasserine
TR | Izmir;Diyarbakir;Sanliurfa;Iskenderun;Gaziantep
TW | Kaohsiung;Taichung;Tainan;Hsinchu;Keelung;Hualien
UA | Kharkiv;Odesa;Lviv;Dnipro;Zaporizhzhia;Mykolaiv;Kherson;Mariupol;Donetsk;Luhansk;Kryvyi Rih;Kramatorsk;Sloviansk=Slovyansk;Bakhmut
UA | Avdiivka;Pokrovsk;Melitopol;Berdiansk;Sumy;Chernihiv;Chernivtsi;Zhytomyr;Vinnytsia;Poltava;Cherkasy;Kropyvnytskyi
UA | Ivano-Frankivsk;Ternopil;Rivne;Lutsk;Uzhhorod;Khmelnytskyi;Sevastopol;Simferopol;Kerch;Yalta;Izium;Kupiansk;Lyman;Bucha
UA | Irpin;Lysychansk;Sievierodonetsk;Chernobyl
UZ | Samarkand;Bukhara;Kokand;Fergana
VN | Ho Chi Minh City;Da Nang;Haiphong;Hue;Can Tho;Da Lat
XK | Mitrovica;Prizren;Peja
YE | Aden;Hodeidah=Al Hudaydah;Taiz;Marib;Mukalla;Saada;Ibb;Dhamar
"""

# Countries that do not write in Latin letters: the accents, apostrophes and dots of GeoNames' names are those of a transcription,
# which English news leave out.
TRANSCRIBED = (
    "AE AF AM BD BG BH BT BY CN DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MM MN MR MV NP OM PK PS QA RU SA SD "
    "SY TH TJ TN UA YE"
).split()

# Names that news use and GeoNames lacks or has only in another spelling: other name | name | code.
OTHER_NAMES = """
L.A. | Los Angeles | US.CA
Phila. | Philadelphia | US.PA
Philly | Philadelphia | US.PA
New York | New York City | US.NY
NYC | New York City | US.NY
Vegas | Las Vegas | US.NV
Frisco | San Francisco | US.CA
D.C. | Washington | US.DC
Washington, D.C. | Washington | US.DC
Washington D.C. | Washington | US.DC
Washington DC | Washington | US.DC
Saint Petersburg | Saint Petersburg | RU.66
Port Said | Port Said | EG.19
"""
