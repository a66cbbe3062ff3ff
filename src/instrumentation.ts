// Next calls this once, when the web part starts and before it answers anybody.
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const [{ sealRequests }, { env }] = await Promise.all([
    import('#wiring/seal-requests.ts'),
    import('#wiring/env.ts'),
  ]);
  sealRequests(env().KANSLI_TRUST_PROXY);
}
