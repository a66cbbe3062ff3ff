// Next calls this once, when the web part starts and before it answers anybody.
export async function register(): Promise<void> {
  // Not a setting: Next's build puts the word in this place.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const [{ sealRequests }, { env, isDevelopment }] = await Promise.all([
    import('#wiring/seal-requests.ts'),
    import('#wiring/env.ts'),
  ]);
  const trustProxy = env().KANSLI_TRUST_PROXY;
  // In development Next loads changed code anew, which it can only do where it answers itself.
  if (isDevelopment()) return sealRequests(trustProxy);
  const [{ answerApi }, { warmUp }] = await Promise.all([
    import('#api/direct.ts'),
    import('#wiring/warm-up.ts'),
  ]);
  warmUp();
  sealRequests(trustProxy, answerApi);
}
