// The same association as each of the four platforms would publish it: what one shows, another leaves out.
import type { RegisterPlatform } from '#domain/municipalities/reference.ts';
import type { SampleAssociation } from './associations.ts';
import type { Audience } from './kinds.ts';
import type { SamplePerson } from './people.ts';
import { slug } from './people.ts';
import type { RegisterAssociation, RegisterContact, RegisterRecord } from './register-record.ts';

export type SamplePlatform = Exclude<RegisterPlatform, 'OTHER'>;

type PlatformPart = Pick<
  RegisterRecord,
  'source_system' | 'association' | 'contacts' | 'source_navigation' | 'extras'
>;
type WriteRecord = (a: SampleAssociation, municipalitySlug: string, position: number) => PlatformPart;

const TARGETS: Record<Audience, string[]> = {
  young: ['Barn och ungdom 4-25 år'],
  all: ['Barn och ungdom 4-25 år', 'Vuxna 26-64 år', 'Senior 65- år'],
  adult: ['Vuxna 26-64 år'],
  old: ['Senior 65- år'],
};

const AGES: Record<Audience, string[]> = {
  young: ['Barn (0-6 år)', 'Ungdom (7-25 år)'],
  all: ['Ungdom (7-25 år)', 'Vuxna (26-100 år)'],
  adult: ['Vuxna (26-100 år)'],
  old: ['Vuxna (26-100 år)'],
};

function contact(p: SamplePerson, withRole: boolean): RegisterContact {
  return {
    contact_person_name: p.name,
    contact_person_role: withRole ? p.role : null,
    contact_person_email: p.email,
    contact_person_phone: p.phone,
  };
}

function page(position: number, size: number, model: string) {
  return {
    list_page_index: Math.floor(position / size) + 1,
    position_on_page: position % size,
    pagination_model: model,
    filter_state: null,
  };
}

function common(a: SampleAssociation, detailUrl: string): RegisterAssociation {
  return {
    name: a.name,
    org_number: null,
    types: [],
    activities: [...a.activities],
    categories: [],
    homepage_url: a.homepage,
    detail_url: detailUrl,
    street_address: a.street,
    postal_code: a.postalCode,
    city: a.city,
    email: a.email,
    phone: a.phone,
    description: null,
  };
}

const fri: WriteRecord = (a, place, position) => {
  const id = `${a.name
    .replace(/[^\p{L} ]/gu, '')
    .split(' ')
    .map((word) => word.slice(0, 3))
    .join('-')
    .toUpperCase()}-${a.index + 1}`;
  const raw = a.activities.join(', ');
  const short = a.description?.slice(0, 250) ?? null;
  const [first] = a.contacts;
  return {
    source_system: 'FRI',
    association: {
      ...common(a, `https://fri.${place}.example/forening/visa.aspx?id=${encodeURIComponent(id)}`),
      types: [a.kind.types[0]],
      postal_code: `${a.postalCode.slice(0, 3)} ${a.postalCode.slice(3)}`,
      phone: null,
      description: {
        sections: [
          {
            title: 'Övrig information',
            data: {
              founded_year: String(a.founded),
              fiscal_year_starts_mmdd: a.fiscalYearStart,
              national_affiliation: a.kind.affiliation,
              verksamhet_raw: raw,
              short_description: short,
            },
          },
        ],
        free_text: short,
      },
    },
    contacts: a.contacts.map((p) => contact(p, false)),
    source_navigation: page(position, 15, 'numeric_plus_next_last'),
    extras: {
      ...(first?.phone && { contact_phones: { mobile: first.phone } }),
      // The register's page gives the year as text; the scraper reads a number only from 1900 on.
      ...(a.founded >= 1900 && { founded_year: a.founded }),
      fiscal_year_start: a.fiscalYearStart,
      ...(a.kind.affiliation && { national_affiliation: a.kind.affiliation }),
      verksamhet_raw: raw,
    },
  };
};

const ibgo: WriteRecord = (a, place, position) => ({
  source_system: 'IBGO',
  association: {
    ...common(a, `https://${place}.ibgo.example/#/AssociationRegister#/association/${a.index + 101}`),
    org_number: a.index % 4 === 0 ? a.orgNumber : null,
    types: [a.kind.types[1]],
    categories: [a.district],
    description: {
      free_text: a.description,
      sections: [
        { label: 'Verksamhet', items: a.activities.map((value) => ({ key: 'Aktivitet', value })) },
        { label: 'Områden', items: [{ key: 'Område', value: a.district }] },
      ],
    },
  },
  contacts: a.contacts.map((p) => contact(p, true)),
  source_navigation: { ...page(position, 1e9, 'single_api_call'), list_page_index: null },
  extras: {
    ibgo_id: a.index + 101,
    leisure_activity_card: a.kind.audience === 'young',
    has_public_info: a.description !== null,
  },
});

const rbok: WriteRecord = (a, place, position) => {
  const targets = TARGETS[a.kind.audience];
  const sections: { title: string; data: Record<string, string[]> }[] = [
    { title: 'Verksamheter', data: { activities: [...a.activities] } },
    { title: 'Målgrupper', data: { target_groups: targets } },
    { title: 'Områden', data: { areas: [a.district] } },
  ];
  const lines = a.contacts.flatMap((p) => [p.name, p.phone, p.email]);
  return {
    source_system: 'RBOK',
    association: {
      ...common(
        a,
        `https://${place}.rbok.example/foreningsregister?association=${encodeURIComponent(a.name)}`,
      ),
      types: [a.kind.types[2]],
      categories: [a.district],
      street_address: null,
      postal_code: null,
      city: null,
      description: { free_text: a.description, sections },
    },
    contacts: a.contacts.map((p) => contact(p, false)),
    source_navigation: page(position, 100, 'rbok_controls'),
    extras: {
      contact_lines: [...lines.filter((line) => line !== null), ...(a.homepage ? [a.homepage] : []), 'Stäng'],
      target_groups: targets,
    },
  };
};

const actor: WriteRecord = (a, _place, position) => ({
  source_system: 'ActorSmartbook',
  association: {
    // Actor links to the association's own site, never to a page of the register.
    ...common(a, a.homepage ?? ''),
    org_number: a.orgNumber,
    types: [],
    activities: [],
    street_address: null,
    postal_code: null,
    phone: null,
  },
  contacts: a.contacts.map((p) => contact(p, true)),
  source_navigation: page(position, 10, 'api_pagination'),
  extras: { api_id: a.index + 1, age_ranges: AGES[a.kind.audience] },
});

const WRITERS: Record<SamplePlatform, WriteRecord> = { FRI: fri, IBGO: ibgo, RBOK: rbok, ACTOR: actor };

/** As the platform publishes it, before any fault. */
export function writeForPlatform(
  platform: SamplePlatform,
  a: SampleAssociation,
  municipality: string,
  position: number,
): PlatformPart {
  return WRITERS[platform](a, slug(municipality), position);
}
