// Rows for tests in the shape registers send: invented associations and people only.

type Fields = Record<string, unknown>;

export interface RawRow extends Fields {
  association: Fields;
  contacts: Fields[];
  extras: Fields;
}

/** An FRI row; `association` and the rest are laid over it. */
export function rawRow(
  over: { association?: Fields; contacts?: Fields[]; extras?: Fields } & Fields = {},
): RawRow {
  const { association, contacts, extras, ...rest } = over;
  return {
    source_system: 'FRI',
    municipality: 'Testby',
    scrape_run_id: '3f0c2a52-0a5e-4b39-9a55-0d4f8a1f6a11',
    scraped_at: '2025-10-27T05:14:12.854Z',
    association: {
      name: 'Testby IF',
      org_number: null,
      types: ['Idrottsföreningar'],
      activities: ['Fotboll'],
      categories: [],
      homepage_url: null,
      detail_url: 'https://fri.testby.example/forening/visa.aspx?id=TESTBY',
      street_address: 'Provgatan 1',
      postal_code: '123 45',
      city: 'Testby',
      email: 'info@testby.example',
      phone: null,
      description: null,
      ...association,
    },
    contacts: contacts ?? [],
    source_navigation: {
      list_page_index: 1,
      position_on_page: 0,
      pagination_model: 'numeric',
      filter_state: null,
    },
    extras: extras ?? {},
    ...rest,
  };
}

export function rawContact(
  name: unknown,
  email: unknown = null,
  phone: unknown = null,
  role: unknown = null,
): Fields {
  return {
    contact_person_name: name,
    contact_person_role: role,
    contact_person_email: email,
    contact_person_phone: phone,
  };
}

/** An RBOK row with the lines of its contact box. */
export function rbokRow(contacts: Fields[], lines: string[], association: Fields = {}): RawRow {
  return rawRow({
    source_system: 'RBOK',
    association: {
      detail_url: 'https://testby.rbok.example/foreningsregister?association=Testby%20IF',
      ...association,
    },
    contacts,
    extras: { contact_lines: lines, target_groups: [] },
  });
}
