// What people write after a call or a meeting: short, concrete Swedish, without names of persons.
import type { Random } from './random.ts';

export type SampleNoteKind = 'call' | 'note' | 'mail' | 'meeting';

/** What the note is about: the step on the way, or what happens between the steps. */
export type NoteOccasion =
  | 'first'
  | 'qualified'
  | 'interested'
  | 'proposal'
  | 'negotiation'
  | 'won'
  | 'lost'
  | 'left'
  | 'silent'
  | 'member'
  | 'between';

type Texts = readonly [string, ...string[]];
type KindTexts = readonly [SampleNoteKind, Texts];

const TEXTS: Record<NoteOccasion, readonly [KindTexts, ...KindTexts[]]> = {
  first: [
    [
      'call',
      [
        'Ringde {role}. Kände inte till oss sedan tidigare, men lyssnade gärna. Vill ha information med e-post.',
        'Kort samtal med {role}. Mitt i säsongen just nu, bad oss återkomma om {weeks} veckor.',
        'Fick tag i {role} på tredje försöket. Positiv ton, men inget beslut förrän styrelsen har träffats.',
        'Pratade med {role} om vad ett medlemskap innebär. Frågade mest om kostnaden.',
        'Ringde numret i registret. Rätt person är {role}, som nås säkrast efter klockan 17.',
        'Samtal med {role}. Föreningen har omkring {members} medlemmar och är van att klara sig själv.',
      ],
    ],
    [
      'mail',
      [
        'Skickade vår presentation och en fråga om vem som är rätt person att tala med.',
        'Mejlade {role} med information om medlemskapet och våra utbildningar.',
        'Första mejlet skickat. Nämnde att flera grannföreningar redan är med.',
      ],
    ],
    [
      'meeting',
      [
        'Träffade {role} på föreningsdagen. Tog en broschyr och ville gärna bli uppringd.',
        'Kom i samtal vid vårt bord på mässan. {Role} var nyfiken på försäkringen.',
      ],
    ],
  ],
  qualified: [
    [
      'note',
      [
        'Passar oss väl: omkring {members} medlemmar, egen lokal och en styrelse som svarar.',
        'Värd att lägga tid på. Rätt person är {role}, som vi har numret till.',
        'Gick igenom uppgifterna i registret mot deras webbplats. Allt stämmer.',
      ],
    ],
    [
      'call',
      [
        'Nytt samtal med {role}. Behoven stämmer väl med det vi erbjuder, ingen brådska dock.',
        'Talades vid igen. De bestämmer själva och är inte bundna till någon annan.',
      ],
    ],
  ],
  interested: [
    [
      'call',
      [
        'Ringde upp som vi kom överens om. {Role} är intresserad och tar upp frågan på nästa styrelsemöte.',
        'Bra samtal. De söker hjälp med bidragsansökningar och vill veta mer om rådgivningen.',
        '{Role} har läst materialet. Mest lockar utbildningarna för ledare.',
        'Styrelsen är nyfiken. Önskar en kort dragning på {minutes} minuter innan de bestämmer sig.',
      ],
    ],
    [
      'mail',
      [
        '{Role} svarade att de gärna vill ha ett förslag. Har {members} medlemmar, varav ungefär hälften unga.',
        'Fick svar: de jämför oss med ett annat alternativ och vill se vad som ingår.',
      ],
    ],
    [
      'meeting',
      [
        'Digitalt möte med {role} och ytterligare två ur styrelsen. Gick igenom förmånerna, många bra frågor.',
        'Besökte föreningen i deras lokal. Fin stämning, och de visade gärna runt. Behovet är tydligt.',
      ],
    ],
  ],
  proposal: [
    [
      'mail',
      [
        'Skickade offert på {price} kr per år. Gäller i {weeks} veckor.',
        'Förslag skickat till {role} med prislista och villkor. Styrelsen behandlar det på nästa möte.',
        'Offert skickad. Räknade på {members} medlemmar och lade till introduktionsutbildningen utan kostnad.',
      ],
    ],
    [
      'call',
      [
        'Gick igenom offerten per telefon. Priset, {price} kr per år, kändes rimligt enligt {role}.',
        'Ringde för att höra att offerten kommit fram. Det hade den, och de återkommer efter mötet.',
      ],
    ],
  ],
  negotiation: [
    [
      'meeting',
      [
        'Möte med styrelsen. De vill börja med ett halvår och sedan ta ställning på årsmötet.',
        'Träffade {role} igen. Återstår att reda ut hur deras nuvarande försäkring sägs upp.',
        'Genomgång av avtalet. Två frågor kvar: faktureringsdatum och hur många som får gå utbildningen.',
      ],
    ],
    [
      'call',
      [
        '{Role} ringde. Styrelsen är enig, men kassören vill dela upp avgiften på två betalningar.',
        'Diskuterade startdatum. De vill gärna vara igång före terminsstarten.',
        'Samtal om priset. Erbjöd {price} kr första året, vilket de tar med sig.',
      ],
    ],
    ['mail', ['Skickade reviderat avtal med delad betalning. Väntar på underskrift.']],
  ],
  won: [
    [
      'call',
      [
        'De går med! {Role} bekräftade per telefon, avtalet är på väg.',
        'Beslut fattat på årsmötet: medlemskap från och med nästa månad.',
        '{Role} ringde och tackade ja. Välkomstpaket beställt.',
      ],
    ],
    [
      'mail',
      [
        'Underskrivet avtal mottaget. Skickade välkomstbrev och inloggning till medlemssidorna.',
        'Påskrivet och klart. {Role} blir vår kontakt i föreningen.',
      ],
    ],
  ],
  lost: [
    [
      'call',
      [
        '{Role} tackar nej. De anser sig ha det stöd de behöver genom sitt förbund.',
        'Nej för den här gången, ekonomin tillåter inte. Får gärna höra av oss nästa år.',
        'Styrelsen röstade nej med knapp marginal. {Role} beklagade och var ändå vänlig.',
      ],
    ],
    [
      'mail',
      [
        'Fick besked att föreningen valt ett annat alternativ.',
        'Svar från {role}: de ska slås ihop med en grannförening och tecknar inget nytt nu.',
      ],
    ],
  ],
  left: [
    [
      'call',
      [
        '{Role} ringde och sade upp medlemskapet. De minskar sin verksamhet och måste spara.',
        'Lämnar oss efter årsskiftet. Nöjda med stödet, men använder det för sällan.',
      ],
    ],
    [
      'mail',
      [
        'Uppsägning mottagen. Tackade för tiden och bad att få höra av oss om ett år.',
        'Fick besked att föreningen läggs samman med en annan och därför inte förlänger.',
      ],
    ],
  ],
  silent: [
    [
      'note',
      [
        'Inget svar på ett halvår trots flera försök. Lägger den som inaktiv tills registret visar en ny styrelse.',
        'Numret har ingen abonnent och mejlen studsar. Avvaktar.',
        'Verksamheten verkar vila. {Role} har flyttat enligt uppgift.',
      ],
    ],
  ],
  member: [
    [
      'call',
      [
        'Årligt samtal med {role}. Nöjda med utbildningarna, önskar fler på kvällstid.',
        '{Role} undrade hur försäkringen gäller vid läger. Förklarade och skickade villkoren.',
        'Hjälpte till med ansökan om aktivitetsstöd. Tog {minutes} minuter och blev klart.',
        'Ny kassör ska läggas upp. Bad dem fylla i formuläret på medlemssidorna.',
      ],
    ],
    [
      'mail',
      [
        'Faktura för året skickad, {price} kr.',
        'Tackade för medverkan i vårt reportage om föreningar som växer.',
        'Bjöd in till vårens ledarutbildning. Två platser bokade.',
      ],
    ],
    [
      'meeting',
      [
        'Deltog på deras årsmöte och berättade om nyheterna. Omkring {minutes} på plats.',
        'Medlemsbesök. De renoverar lokalen och vill veta mer om bidrag till tillgänglighet.',
      ],
    ],
    [
      'note',
      ['Kan vara en bra referens: växer, är engagerade och svarar snabbt.', 'Betalade årets avgift i tid.'],
    ],
  ],
  between: [
    [
      'call',
      [
        'Sökte {role}, inget svar. Lämnade meddelande.',
        'Ringde, men de satt i möte. Nytt försök nästa vecka.',
        'Kort avstämning med {role}. Inget nytt ännu.',
      ],
    ],
    [
      'mail',
      [
        'Påminde vänligt med ett kort mejl.',
        '{Role} svarade att frågan tas upp på nästa möte.',
        'Skickade exempel på hur en liknande förening använder medlemskapet.',
      ],
    ],
    [
      'note',
      [
        'Har ny ordförande enligt det kommunala registret. Värt ett nytt samtal.',
        'Läste i lokaltidningen att de firar jubileum. Bra ingång nästa gång.',
        'Webbplatsen är nygjord och visar tydligt vem som sitter i styrelsen.',
        'Tips från en annan medlem: de söker hjälp med sin ekonomi.',
      ],
    ],
  ],
};

const ROLES = [
  'ordföranden',
  'kassören',
  'sekreteraren',
  'vice ordföranden',
  'en ledamot',
  'kanslisten',
] as const;

export interface SampleNoteText {
  kind: SampleNoteKind;
  text: string;
}

export function writeNote(random: Random, occasion: NoteOccasion): SampleNoteText {
  const [kind, texts] = random.pick(TEXTS[occasion]);
  const role = random.pick(ROLES);
  const text = random
    .pick(texts)
    .replaceAll('{role}', role)
    .replaceAll('{Role}', role.charAt(0).toUpperCase() + role.slice(1))
    .replace('{weeks}', String(random.int(2, 6)))
    .replace('{members}', String(random.int(3, 60) * 10))
    .replace('{minutes}', String(random.int(2, 9) * 5))
    .replace('{price}', `${random.int(2, 12)} ${random.pick(['000', '400', '500', '900'])}`);
  return { kind, text };
}

const OPEN_TASKS = {
  CONTACTED: ['Ring upp igen', 'Skicka mer information', 'Hitta rätt kontaktperson'],
  INTERESTED: ['Ta fram ett förslag', 'Boka möte med styrelsen', 'Följ upp efter styrelsemötet'],
  NEGOTIATION: ['Följ upp offerten', 'Skicka reviderat avtal', 'Stäm av startdatum'],
  MEMBER: ['Årligt medlemssamtal', 'Bjud in till ledarutbildning', 'Lägg upp den nya kassören'],
} as const;

export function writeTaskTitle(random: Random, status: string): string {
  const titles = OPEN_TASKS[status as keyof typeof OPEN_TASKS] ?? OPEN_TASKS.CONTACTED;
  return random.pick(titles);
}
