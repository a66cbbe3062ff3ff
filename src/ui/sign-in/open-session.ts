const refusals = [
  'invalid',
  'wrong_credentials',
  'disabled',
  'rate_limited',
  'wrong_address',
  'unavailable',
] as const;

export type Refusal = { code: (typeof refusals)[number]; minutes: number; baseUrl: string };

/** Null when the session is open; the browser then holds its cookie. Never throws: no answer is `unavailable`. */
export async function openSession(email: string, password: string): Promise<Refusal | null> {
  const unavailable: Refusal = { code: 'unavailable', minutes: 0, baseUrl: '' };
  try {
    const response = await fetch('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (response.ok) return null;
    const told = (await response.json()) as Partial<Refusal>;
    const code = refusals.find((known) => known === told.code) ?? 'unavailable';
    return { code, minutes: told.minutes ?? 1, baseUrl: told.baseUrl ?? '' };
  } catch {
    return unavailable;
  }
}
