// The record a register scrape writes, before anything is cleaned: what an import has to read.

export type SampleSourceSystem = 'FRI' | 'IBGO' | 'RBOK' | 'ActorSmartbook';

export interface RegisterContact {
  contact_person_name: string | null;
  contact_person_role: string | null;
  contact_person_email: string | null;
  contact_person_phone: string | null;
}

export type RegisterDescription =
  | {
      free_text: string | null;
      sections: { title: string; data: Record<string, string | string[] | null> }[];
    }
  | { free_text: string | null; sections: { label: string; items: { key: string; value: string }[] }[] };

export interface RegisterAssociation {
  name: string;
  org_number: string | null;
  types: string[];
  activities: string[];
  categories: string[];
  homepage_url: string | null;
  detail_url: string;
  street_address: string | null;
  postal_code: string | null;
  city: string | null;
  email: string | null;
  phone: string | null;
  description: RegisterDescription | null;
}

export interface RegisterRecord {
  source_system: SampleSourceSystem;
  municipality: string;
  scrape_run_id: string;
  /** ISO 8601, UTC. */
  scraped_at: string;
  association: RegisterAssociation;
  contacts: RegisterContact[];
  source_navigation: {
    list_page_index: number | null;
    position_on_page: number;
    pagination_model: string;
    filter_state: null;
  };
  extras: Record<string, unknown>;
}
