import { chmod, chown, lchown, lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Who the server runs as when we are root, which PostgreSQL refuses to be. */
export type ServerUser = { uid: number; gid: number };

/**
 * Undefined for an ordinary user. For root: whoever owns the data already, else the system's `postgres`, else `nobody`
 * (initdb wants a user that /etc/passwd knows).
 */
export async function chooseServerUser(cluster: string): Promise<ServerUser | undefined> {
  const self = process.getuid?.();
  const owner = await lstat(cluster).catch(() => undefined);
  if (self !== 0) {
    if (owner && self !== undefined && owner.uid !== self) {
      throw new Error(`${cluster} belongs to another user (${owner.uid}); start as that user or as root`);
    }
    return undefined;
  }
  if (process.platform !== 'linux')
    throw new Error('PostgreSQL cannot run as root here; start as an ordinary user');
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const entry = lines.find((fields) => fields[0] === name);
    if (entry && Number(entry[2]) > 0) return { uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and this system has no user postgres or nobody to run it as',
  );
}

/** Hands a folder to the server's user; a copy or a restored backup made by root belongs to root. */
export async function giveTo(user: ServerUser | undefined, folder: string): Promise<void> {
  await chmod(folder, 0o700);
  if (!user || (await lstat(folder)).uid === user.uid) return;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    await lchown(join(entry.parentPath, entry.name), user.uid, user.gid);
  }
  await chown(folder, user.uid, user.gid);
}
