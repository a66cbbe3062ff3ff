// Writes what is made from the code and kept in the repository: node tests/support/write-generated.ts
import { writeFile } from 'node:fs/promises';
import { generatedFiles } from './generated-files.ts';

for (const [path, text] of Object.entries(generatedFiles())) await writeFile(path, text);
