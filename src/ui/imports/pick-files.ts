// What was dropped or chosen, folders opened: the files in them that may be register files, by path.

export interface PickedFile {
  /** With the folders it lay in. */
  name: string;
  file: File;
}

const registerName = /\.jsonl?$/i;

/** Files that were chosen one by one are taken whatever they are called: the contents decide, and say why not. */
export function pickChosen(list: FileList | null, fromFolder: boolean): PickedFile[] {
  const picked = [...(list ?? [])].map((file) => ({ name: file.webkitRelativePath || file.name, file }));
  return inOrder(fromFolder ? picked.filter(({ name }) => registerName.test(name)) : picked);
}

export async function pickDropped(transfer: DataTransfer): Promise<PickedFile[]> {
  // Entries must be taken before the first await: the browser empties the transfer afterwards.
  const entries = [...transfer.items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  const found = await Promise.all(entries.map((entry) => walk(entry, true)));
  return inOrder(found.flat());
}

const inOrder = (files: PickedFile[]) =>
  files.sort((left, right) => left.name.localeCompare(right.name, 'sv'));

async function walk(entry: FileSystemEntry, top: boolean): Promise<PickedFile[]> {
  if (isFile(entry)) {
    if (!top && !registerName.test(entry.name)) return [];
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ name: entry.fullPath.replace(/^\//, ''), file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const inside: FileSystemEntry[] = [];
  for (;;) {
    // A folder is answered in portions; an empty one is the end.
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (portion.length === 0) break;
    inside.push(...portion);
  }
  return (await Promise.all(inside.map((child) => walk(child, false)))).flat();
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
