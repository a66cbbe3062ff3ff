// What an association says of itself: whole Swedish sentences, put together so that neighbours do not read alike.
import type { AssociationKind, Audience } from './kinds.ts';
import type { Random } from './random.ts';

export interface DescriptionFacts {
  name: string;
  kind: AssociationKind;
  district: string;
  founded: number;
  members: number;
}

type Sentence = (facts: DescriptionFacts) => string;
type Sentences = readonly [Sentence, ...Sentence[]];

const WHO: Record<Audience, readonly [string, ...string[]]> = {
  young: ['barn och unga', 'barn, unga och deras familjer', 'unga mellan 7 och 20 år'],
  all: ['alla åldrar', 'både unga och gamla', 'nybörjare såväl som vana'],
  adult: ['vuxna i alla åldrar', 'dig som är nyfiken', 'erfarna och nybörjare'],
  old: ['dig som är pensionär', 'seniorer', 'dig som har lämnat arbetslivet'],
};

const OPENINGS: Sentences = [
  (f) => `${f.name} är en ideell förening för alla som är intresserade av ${f.kind.about}.`,
  (f) => `Vi är en förening i ${f.district} med omkring ${f.members} medlemmar.`,
  (f) => `Föreningen bildades ${f.founded} och har i dag ungefär ${f.members} medlemmar.`,
  (f) => `Sedan ${f.founded} samlar ${f.name} människor kring ${f.kind.about}.`,
  (f) => `Hos oss i ${f.district} kan du ${f.kind.doing}.`,
  (f) => `I ${f.name} finns plats för alla som vill ${f.kind.doing}.`,
  (f) => `Vår förening arbetar för ${f.kind.about} i ${f.district} med omnejd.`,
  (f) => `${f.name} är en partipolitiskt och religiöst obunden förening i ${f.district}.`,
];

const FAITH_OPENINGS: Sentences = [
  (f) => `${f.name} är en öppen gemenskap mitt i ${f.district}.`,
  (f) => `Sedan ${f.founded} samlas vi i ${f.district} kring ${f.kind.about}.`,
  (f) => `Hos oss kan du ${f.kind.doing}, oavsett vad du tror eller tvivlar på.`,
];

const PRACTICE: Sentences = [
  () => 'Vi träffas varje vecka under terminerna och gör uppehåll över sommaren.',
  () => 'Verksamheten pågår året runt, både inomhus och utomhus.',
  () => 'Vi ses varannan tisdag kväll och bjuder alltid på kaffe.',
  (f) => `Varje höst ordnar vi en öppen dag i ${f.district} där du kan prova på utan att anmäla dig.`,
  () => 'Under året ordnar vi kurser, läger och några större arrangemang.',
  (f) => `De flesta av våra träffar äger rum i vår lokal i ${f.district}.`,
  () => 'Allt arbete sker ideellt, och våra ledare får utbildning genom förbundet.',
  (f) => `Vår verksamhet passar ${WHO[f.kind.audience][f.members % 3] ?? 'alla'}.`,
  () => 'Vi har aktiviteter flera kvällar i veckan och ibland på helgerna.',
  () => 'Lokalen är tillgänglighetsanpassad och har hörslinga.',
];

const MORE: Sentences = [
  (f) => `Vi vill att det ska vara enkelt att ${f.kind.doing}, och därför håller vi avgifterna låga.`,
  () => 'Föreningen samarbetar med skolan, biblioteket och andra föreningar i bygden.',
  () => 'Utrustning finns att låna för den som vill prova.',
  () => 'Vi delar varje år ut ett stipendium till en ung ledare.',
  () => 'Under sommaren sköter vi badplatsens kiosk, och överskottet går till ungdomarna.',
  () => 'Våra medlemmar får ett medlemsblad fyra gånger om året.',
  () => 'Styrelsen består av sju personer och väljs på årsmötet i mars.',
  () => 'Vi har en värdegrund som alla ledare skriver under.',
  () => 'Lokalen går att hyra för möten och fester när vi inte använder den själva.',
];

const CLOSINGS: Sentences = [
  () => 'Nya medlemmar är varmt välkomna!',
  () => 'Hör av dig till oss om du vill veta mer.',
  (f) => `Kom gärna förbi när vi ses i ${f.district}.`,
  () => 'Det kostar inget att prova de tre första gångerna.',
  () => 'Vi behöver alltid fler ledare och funktionärer.',
  () => 'Medlemsavgiften beslutas av årsmötet och betalas en gång per år.',
  () => 'Aktuella tider hittar du på vår webbplats.',
];

/** One to four sentences; never longer than 600 characters. */
export function describeAssociation(random: Random, facts: DescriptionFacts): string {
  const faith = facts.kind.types[1] === 'Religiös förening';
  const parts = [random.pick(faith ? FAITH_OPENINGS : OPENINGS)(facts)];
  if (random.chance(0.75)) parts.push(random.pick(PRACTICE)(facts));
  if (random.chance(0.4)) parts.push(random.pick(MORE)(facts));
  if (random.chance(0.65)) parts.push(random.pick(CLOSINGS)(facts));
  return parts.join(' ');
}
