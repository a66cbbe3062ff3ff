// What associations do, as registers spell it; one line each: shown name, then the other spellings.

export const ACTIVITY_SYNONYMS = `
4H: 4H-verksamhet, 4-H
Aerobics: Aerobic
Alpin skidsport: Alpint, Alpin skidåkning, Utförsåkning, Slalom, Skidor alpint
Amatörradio: Sändareamatör
Amerikansk fotboll: Am. fotboll
Arrangemang: Evenemang, Arrangör
Artistisk gymnastik:
Bad: Badverksamhet
Badminton: Badmington
Bandy:
Bangolf: Minigolf
Barn- och ungdomsverksamhet: Barn- och Ungdomsverks., Barn & ungdomsverksamhet, Barn/ungdomsverksamhet, Barn och ungdom
Barnverksamhet: Barn
Baseboll och softboll: Baseboll/softboll, Baseboll, Baseball, Softboll, Baseball/softball
Basket: Basketboll, Basketball
Bilsport: Bil- och motorklubb, Bilsport & Go-cart, Go-cart, Gokart, Karting, Folkrace, Bilcross, Bilorientering
Biljard: Pool, Snooker
Biodling: Bin, Biskötsel
Bild: Bildkonst
Bordtennis: Pingis
Boule: Petanque, Pétanque, Boulespel
Bowling: Bowlingsport
Boxning: Boxing
Brasiliansk jiu-jitsu: BJJ, Brasiliansk jiujitsu, Brazilian jiu-jitsu
Bridge: Bridgespel
Budo: Budosport
Byaverksamhet: Byaverksamhet/Samhällsverksamhet, Byalag, Bygdeverksamhet, Byautveckling
Bågskytte: Bågskytt
Båtsport: Båtverksamhet, Båtklubb, Fritidsbåtsverks, Båtar, Båtliv, Motorbåt
Cykel: Cykling, Cykelsport, Cykelåkning
Dans: Dansverksamhet, Danssport
Sportdans: Tävlingsdans
Linedance: Line dance
Data och IT: Data, Data/IT, IT, Datorer, Data & LAN, LAN
Djurverksamhet: Djurverksamhet (ej häst), Djur & Djurskötsel, Djur
Djur och natur: Djur & Natur
Drogförebyggande arbete: Drogförebyggande, Nykter-,rök-,drogförebygg, Drogförebyggande verksamhet
Dykning: Sportdykning
E-sport: Esport, E-sport/datorspel
Etnisk verksamhet:
Film: Filmverksamhet, Filmvisning, Bio
Fiske: Sportfiske, Fritidsfiske, Flugfiske, Tävlingsfiske
Flyg: Flygsport, Flygaktiviteter, Segelflyg, Flygning
Folkbildning: Bildning
Folkdans: Folkdansverksamhet
Folkmusik: Spelmansmusik
Fotboll: Fotbollsverksamhet
Futsal:
Innefotboll: Inomhusfotboll
Foto: Fotografi, Fotografering
Frisbee: Frisbeesport, Ultimate Frisbee, Ultimate
Discgolf: Frisbeegolf, Disc golf
Friidrott: Fri idrott
Friluftsliv: Friluftsverksamhet, Friluft
Frimärkssamling: Frimärken, Filateli
Funktionsrätt: Funktionshinder, Funktionsnedsättning, Funktionsnedsättningar, Handikapp, Handikappfrågor, Handikappverksamhet, Funktionshinderverksamhet, Verksamhet för funktionsnedsättning/variation, Verksamhet för personer med funktionsnedsättning
Föreläsning: Föreläsningar, Föreläsningsverksamhet
Försvarsverksamhet: Frivillig försvarsverks., Frivillig försvarsverksamhet, Försvar och hemvärn, Försvar, Hemvärn
Föräldraverksamhet:
Golf: Golfsport
Gym: Gymverksamhet
Gymnastik: Gympa
Guidning: Guidningar
Handboll: Handboll ej klister, Handboll klister
Hantverk: Slöjd/hantverk, Slöjd, Hantverk/slöjd, Hemslöjd
Hembygdsverksamhet: Hembygd, Hembygdsarbete
Hjälpverksamhet: Hjälparbete, Humanitär verksamhet, Bistånd, Biståndsverksamhet
Hobbyverksamhet: Hobby
Hundverksamhet: Hundar, Hund, Hundsport, Hunddressyr, Brukshund, Hundar och hundsport
Information: Informationssverksamhet, Informationsverksamhet
Inlines: Inline, Rollerskate, Rullskridskor
Innebandy:
Integration: Integrationsverksamhet
Internationell verksamhet: Internationellt
Ishockey: Ishockey/rinksport, Hockey
Hockeyskola: Ishockeyskola
Jakt: Jakt/viltvård, Jakt och viltvård, Viltvård
Ju-jutsu: Jujutsu, Jijujitsu, Jiu-jitsu, Ju jutsu, Jujitsu, Ju-jitsu
Judo:
Jämställdhetsfrågor: Jämställdhet
Kampsport: Kampsporter
Kanot: Kanot/kajak, Kajak, Kanotsport, Kanotpaddling, Paddling
Karate: Karatedo
Klättring: Klätterverksamhet
Konditionsträning: Kondition, Fysträning
Konst: Konstnärlig verksamhet
Konståkning: Konståkning på skridskor
Korpidrott: Korpverksamhet, Korpen, Korphockey, Korp
Kortspel: Kort
Kultur: Kulturverksamhet, Kulturaktiviteter, Kulturell verksamhet
Kulturarrangemang: Kulturarrangör, Kulturevenemang
Kulturarv: Kulturarvsverksamhet, Kulturminnesvård
Kung-fu: Kung fu, Kungfu
Kurser: Kurs, Kursverksamhet
Körsång: Kör, Körverksamhet, Körer
Litteratur: Litteraturverksamhet, Läsning
Lokaluthyrning: Uthyrning, Uthyrningsverksamhet, Uthyrning av lokal
Lägerverksamhet: Läger
Löpning: Jogging, Löparträning
Längdskidor: Längdskidåkning, Längdåkning
Mediaverksamhet: Media-verksamhet, Media
Miljöfrågor: Miljö, Miljövård och ekologi, Natur/Miljövård, Miljövård
MMA: Mixed Martial Arts
Modellflyg: Modellflygning
Motion och friskvård: Motion Friskvård, Motion/friskvård, Friskvård, Motion, Motionsidrott
Motocross: Motorcross
Motor: Motoraktiviteter, Motorverksamhet
Motorcykel: MC, Motorcyklar
Motorcykel, cross och enduro: Motorcykel,Cross,Enduro
Motorsport:
Museiverksamhet: Museum, Museer
Musik: Musikverksamhet
Möten: Möte, Mötesverksamhet, Sammankomst, Sammankomster
Natur: Naturverksamhet
Naturvård: Naturskydd
Nykterhetsverksamhet: Nykterhetsförening, Nykterhet
Orientering: Orienteringssport
Orkester och ensemble: Orkester/ensemble, Orkester
Padel: Paddel, Padeltennis
Parasport: Handikappidrott, Parasporter, Handikapp-idrott
Pensionärsverksamhet: Pensionärsverks, Pensionärverksamhet, Pensionärsförening, Pensionärsfrågor, Pensionärer, Seniorverksamhet
Politik: Politisk verksamhet, Politiskt arbete
Qigong: Qi Gong, Qi-gong
Religion: Religiös verksamhet, Kyrklig verksamhet, Religiöst
Ridsport: Ridning, Ridning/hästskötsel, Hästsport, Häst
Roller derby: Rollerderby
Rollspel: Lajv, Rollspel och lajv
Samhällsfrågor: Samhälle
Samlingslokal: Samlingslokaler
Scouting: Scoutverksamhet, Scoutkår, Scouter, Scout
Segling: Segelsport
Simning: Simsport, Sim
Simskola: Simundervisning, Simskolor
Skidor: Skidsport, Skidåkning, Skidverksamhet
Skolidrott:
Skridskor: Skridsko, Skridskoåkning
Skytte: Sportskytte, Skyttesport, Skytteverksamhet
Skådespeleri:
Släktforskning: Släktforskningskurs, Släktforskningskurser
Social verksamhet: Socialt arbete, Frivilligt socialt arbete, Sociala frågor, Social gemenskap, Samvaro
Språk: Språkverksamhet
Studiecirklar: Studiecirkel
Studieverksamhet: Studier
Styrelsemöten: Styrelsemöte
Styrketräning: Styrka
Teater: Teaterverksamhet, Amatörteater
Teater och film: Teater & Film
Foto och film: Foto & Film
Tai chi: Taichi
Thaiboxning: Thaiboxing, Muay thai
Travsport: Trav
Trädgård: Trädgårdsskötsel, Trädgårdsodling, Odling
Turism: Turistfrågor
Ungdomsverksamhet: Ungdom, Ungdomar
Utbildning: Utbildningar, Utbildningsverksamhet
Utställningar: Utställning, Utställningsverksamhet
Vandring: Vandringar
Vattengymnastik: Vattengympa, Varmvattenträning
Veteranfordon: Veteranfordonshobby, Veteranbilar
Volleyboll: Volleyball
Öppen verksamhet: Öppet hus
Övrig verksamhet: Övrigt, Övriga, Övrig, Annat, Annan verksamhet
`;
