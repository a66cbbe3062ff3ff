// The words an office has given its own work: tags in three categories and a handful of groups.

export const SAMPLE_CRM_STATUSES = [
  'UNCONTACTED',
  'CONTACTED',
  'INTERESTED',
  'NEGOTIATION',
  'MEMBER',
  'LOST',
  'INACTIVE',
] as const;
export type SampleCrmStatus = (typeof SAMPLE_CRM_STATUSES)[number];

export type SamplePipelineStage =
  | 'PROSPECT'
  | 'QUALIFIED'
  | 'PROPOSAL_SENT'
  | 'FOLLOW_UP'
  | 'CLOSED_WON'
  | 'CLOSED_LOST';

export interface SampleTag {
  name: string;
  /** A tone of the palette (tags/rules.ts). */
  colour: string;
  category: string;
}

export interface SampleGroup {
  name: string;
  description: string;
}

interface CatalogueTag extends SampleTag {
  /** How likely for an association in one of `statuses` (any, where there are none). */
  share: number;
  statuses?: readonly SampleCrmStatus[];
}

export const TAGS: readonly CatalogueTag[] = [
  { name: 'Stor ungdomsverksamhet', colour: 'info', category: 'Egenskap', share: 0.1 },
  { name: 'Egen lokal', colour: 'info', category: 'Egenskap', share: 0.12 },
  { name: 'Ny styrelse', colour: 'progress', category: 'Egenskap', share: 0.05 },
  {
    name: 'Svår att nå',
    colour: 'neutral',
    category: 'Egenskap',
    share: 0.12,
    statuses: ['CONTACTED', 'INACTIVE', 'LOST'],
  },
  { name: 'Många ideella', colour: 'success', category: 'Egenskap', share: 0.06 },
  {
    name: 'Försäkring',
    colour: 'attention',
    category: 'Intresse',
    share: 0.2,
    statuses: ['INTERESTED', 'NEGOTIATION', 'MEMBER'],
  },
  {
    name: 'Utbildning',
    colour: 'success',
    category: 'Intresse',
    share: 0.22,
    statuses: ['INTERESTED', 'NEGOTIATION', 'MEMBER'],
  },
  {
    name: 'Bidragsrådgivning',
    colour: 'success',
    category: 'Intresse',
    share: 0.18,
    statuses: ['INTERESTED', 'NEGOTIATION', 'MEMBER'],
  },
  {
    name: 'Medlemssystem',
    colour: 'attention',
    category: 'Intresse',
    share: 0.12,
    statuses: ['CONTACTED', 'INTERESTED', 'NEGOTIATION'],
  },
  {
    name: 'Prioriterad',
    colour: 'danger',
    category: 'Uppföljning',
    share: 0.3,
    statuses: ['INTERESTED', 'NEGOTIATION'],
  },
  {
    name: 'Ring efter årsmötet',
    colour: 'danger',
    category: 'Uppföljning',
    share: 0.08,
    statuses: ['CONTACTED', 'INTERESTED'],
  },
  { name: 'Ambassadör', colour: 'progress', category: 'Uppföljning', share: 0.07, statuses: ['MEMBER'] },
  {
    name: 'Vill inte ha utskick',
    colour: 'neutral',
    category: 'Uppföljning',
    share: 0.15,
    statuses: ['LOST'],
  },
];

interface CatalogueGroup extends SampleGroup {
  share: number;
  statuses: readonly SampleCrmStatus[];
}

export const GROUPS: readonly CatalogueGroup[] = [
  {
    name: 'Nya medlemmar',
    description: 'Välkomnas med brev och ett samtal den första månaden.',
    share: 0.15,
    statuses: ['MEMBER'],
  },
  {
    name: 'Höstens utskick',
    description: 'Föreningar som ska få vårt erbjudande i oktober.',
    share: 0.2,
    statuses: ['CONTACTED', 'INTERESTED'],
  },
  {
    name: 'Årsmötesmässan',
    description: 'Bjöds in till mässan och visade intresse.',
    share: 0.12,
    statuses: ['CONTACTED', 'INTERESTED', 'NEGOTIATION', 'MEMBER'],
  },
  {
    name: 'Vinna tillbaka',
    description: 'Har varit medlemmar, eller var nära. Värda ett nytt försök.',
    share: 0.5,
    statuses: ['LOST', 'INACTIVE'],
  },
  {
    name: 'Referensföreningar',
    description: 'Berättar gärna för andra om sitt medlemskap.',
    share: 0.06,
    statuses: ['MEMBER'],
  },
  {
    name: 'Snart i hamn',
    description: 'Förhandlingar som bör avslutas före månadsskiftet.',
    share: 0.55,
    statuses: ['NEGOTIATION'],
  },
];
