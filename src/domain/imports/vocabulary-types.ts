// The types of associations as registers spell them; one line each: shown name, then the other spellings.

export const TYPE_SYNONYMS = `
Idrottsförening: Idrott, Idrottsföreningar, Idrottsverksamhet, Idrottsklubb, Idrottsklubbar, Idrottsorganisation, Sportförening, Sportklubb, Idrottsrörelse, Idrott och fritid, Idrott/motion
Korpidrottsförening: Korpidrott, Korpförening, Korpen
Skolidrottsförening: Skolidrott, Skolidrottsföreningar, Skol IF
Kulturförening: Kultur, Kulturell, Kulturella, Kulturföreningar, Kulturell förening, Kulturella föreningar, Kulturföreningsverks., Kulturverksamhet, Kulturorganisation, Kultur/musik
Kulturaktör: Kulturaktörer
Musikförening: Musik, Musikföreningar, Musik och sång
Körförening: Kör, Körer, Körsång, Sångkör
Teaterförening: Teater, Teaterföreningar
Dansförening: Dans, Dansföreningar
Filmförening: Filmverksamhet, Film
Konstförening: Konst, Konstföreningar
Pensionärsförening: Pensionär, Pensionärer, Pensionärsföreningar, Pensionärsverksamhet, Pensionärsorganisation, Pensionärsorganisationer, Pensionärförening, Seniorförening, Seniorer
Religiös förening: Religion, Religiös, Religiös verksamhet, Religiösa föreningar, Religiös organisation, Religiösa organisationer, Religiösa, Religiösa samfund, Trosförening
Trossamfund: Samfund, Kyrka, Kyrkor, Kyrka/samfund, Kyrkor och samfund, Församling, Församlingar
Kristen förening: Kristen, Kristna föreningar
Bönhusförening: Bönhus, Bönhusföreningar
Politisk förening: Politisk verksamhet, Politiska föreningar, Politisk, Politiska, Politik, Politisk organisation, Politiska organisationer
Politiskt parti: Politiska partier, Parti
Politiskt ungdomsförbund: Politiska ungdomsförbund, Politisk ungdomsförening, Politiska ungdomsföreningar, Ungdomsförbund politiskt
Nykterhetsförening: Nykter, Nykterhet, Nykterhetsföreningar, Nykterhetsverksamhet, Nykterhetsorganisation, Nykterhetsrörelse, Nykterhetsorganisationer
Funktionsrättsförening: Funktionsrätt, Funktionsrättsorganisation, Funktionsrättsföreningar, Funktionsnedsättning, Funktionsnedsättning/variation, Funktionsnedsättningsförening, Förening för funktionsnedsatta, Föreningar för funktionsnedsatta, Funktionshinder, Funktionshinderförening, Funktionshindersförening, Handikapp, Handikappförening, Handikappföreningar, Handikapporganisation, Handikapporganisationer
Patientförening: Patientföreningar, Patientorganisation
Hembygdsförening: Hembygd, Hembygdsföreningar, Hembygdsverksamhet
Hembygds- och byalagsförening: Hembygds- & byalagsförening
Hem- och bygdegård: Hem- bygdegård
Bygdegårdsförening: Bygdegård, Bygdegårdar, Bygdegårdsföreningar
Byalag: Byförening, Byaförening, Byaföreningar, Byalagsförening, Byalag/byaförening, Bygdeförening, By- och bygdeförening, Byutveckling
Folkets hus: Folkets hus-förening, Folkets hus och parker
Samlingslokal: Samlingslokaler, Samlingslokalsförening, Samlingslokalförening, Samlingslokalföreningar, Samlingslokalsföreningar, Lokalförening, Lokalhållande förening
Mötesplats: Mötesplatser
Scoutförening: Scout, Scouter, Scouting, Scoutkår, Scoutkårer, Scoutföreningar, Scoutverksamhet
Scout och friluftsliv:
Friluftsförening: Friluft, Friluftsliv, Friluftsföreningar, Friluftsverksamhet, Friluftsorganisation
Fritidsförening: Fritid, Fritidsföreningar, Fritidsverksamhet
Intresseförening: Intresse, Intresseföreningar, Övrigt/Intresseföreningar, Övriga intresseföreningar, Särintresse
Hobbyförening: Hobby, Hobbyverksamhet, Hobbyföreningar
Spelförening: Spel, Spelföreningar, Spelverksamhet
Invandrarförening: Invandrare, Invandrarföreningar, Invandrarorganisation, Invandrarorganisationer
Integrationsförening: Integration, Integrationsföreningar
Etnisk förening: Etnisk, Etniska föreningar, Etnisk organisation
Nationell minoritet: Nationella minoriteter, Minoritetsförening
Social förening: Social, Sociala, Sociala föreningar, Social verksamhet, Förening social inriktning, Förening med social inriktning, Föreningar med social inriktning, Social organisation
Samhällsförening: Samhälle, Samhällsföreningar, Samhällsförening/byalag
Studieförbund: Studieförbunden, Studieorganisation
Ungdomsförening: Ungdom, Ungdomsföreningar, Ungdomsverksamhet, Ungdomsorganisation, Ungdomsförening (ej idrottsförening), Barn- och ungdomsförening, Barn och ungdom
Barnförening: Barnverksamhet, Barn
Kvinnoförening: Kvinnor, Kvinnoföreningar
Föräldraförening: Föräldraföreningar, Föräldraverksamhet
Djur- och naturförening: Djur-natur, Djur och natur
Natur- och miljöförening: Natur, Miljö, Naturvård, Natur- och miljö, Miljöförening, Naturförening, Miljöorganisation
Båt, flyg och motor: Båt flyg motor
Båtklubb: Båtförening, Båtklubbar, Båt
Motorförening: Motor, Motorklubb, Motorföreningar
Motorsportförening: Motorsport, Motorsportklubb
Ridförening: Ridsport, Ridklubb, Ridning, Hästsport, Ridsportförening
Skytteförening: Skytte, Skytteföreningar, Skytteklubb
Fiskeförening: Fiske, Fiskeklubb, Fiskeföreningar, Sportfiskeklubb
Fiske, jakt och natur: Fiske jakt natur
Fiskevårdsförening: Fiskevård, Fiskevårdsområde, Fiskevårdsområdesförening, FVO, FVOF
Viltvårdsförening: Viltvård, Viltvårdsområde, Viltvårdsområdesförening
Jaktförening: Jakt, Jaktklubb, Jaktvårdsförening, Jaktlag
Koloniförening: Koloni, Koloniföreningar, Koloniträdgårdsförening
Hjälporganisation: Hjälporganisationer, Bistånd- Hjälporg, Bistånds- och hjälporganisation, Hjälpförening, Hjälpverksamhet, Biståndsorganisation
Försvarsorganisation: Försvar, Försvarsorganisationer, Frivillig försvarsverksam, Frivillig försvarsverksamhet, Frivillig försvarsorganisation, Frivilligorganisation försvar, Försvarsförening
Trafiksäkerhetsförening: Trafiksäkerhet
Fysisk aktivitet:
Motion och friskvård: Motion, Friskvård, Motion/Friskvård
Idrottsplats eller anläggning: Idrottsplats/anläggning
Samfällighetsförening: Samfällighet, Samfälligheter, Samfällighetsföreningar
Vägförening: Vägföreningar, Väg, Vägsamfällighet
Bostadsrättsförening: Bostadsrättsföreningar, Brf
Ekonomisk förening: Ekonomiska föreningar
Ideell förening: Ideella föreningar, Ideell
Stiftelse: Stiftelser
Facklig förening: Fack, Facklig organisation, Fackförening, Fackliga föreningar, Fackliga organisationer
Nätverk:
Övrig förening: Övrig, Övriga, Övrigt, Övriga föreningar, Övrig förening/organisation, Övriga organisationer, Övrig organisation, Annan förening, Andra föreningar, Annat, Diverse, Ovrig forening
`;

export const NOT_A_TYPE = [
  'Uppdatering via post',
  'Uppdatering via webb',
  'Test',
  'Ej kategoriserad',
  'Okategoriserad',
];
