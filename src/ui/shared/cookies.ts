const YEAR_S = 365 * 24 * 60 * 60;

/** For choices of this browser that the server must know before it renders; nothing secret. Empty text deletes. */
export function writeCookie(name: string, value: string, jar: { cookie: string } = document): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  const age = value === '' ? 0 : YEAR_S;
  jar.cookie = `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`;
}
