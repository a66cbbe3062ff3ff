// The port that Kansli listens on.
import { createServer } from 'node:net';

/** Throws one clear line when somebody else listens there. */
export async function requireFreePort(port: number): Promise<void> {
  const code = await new Promise<string | undefined>((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, () => server.close(() => resolve(undefined)));
  });
  if (code === 'EADDRINUSE')
    throw new Error(
      `Port ${port} is in use. Stop what runs there, or choose another: PORT=${port + 1} npm start`,
    );
  if (code === 'EACCES')
    throw new Error(`Port ${port} may not be used by this user. Choose one over 1023: PORT=3000 npm start`);
  if (code) throw new Error(`Port ${port} cannot be used (${code}).`);
}
