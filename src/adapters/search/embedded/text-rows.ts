// Reads the words of all associations as a stream: a quarter of a million rows must not be in memory twice.
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { TextRow } from './text-index.ts';

/** On aliases `a` (association) and `s` (association_search). Nothing is left in them that COPY would escape. */
export const textColumns = `a.seq, s.name, translate(a.name, E'\\\\\\t\\n\\r', '    ') AS written,
  array_to_string(tsvector_to_array(ts_filter(s.words, '{a}')), ' ') AS words,
  array_to_string(tsvector_to_array(ts_filter(s.words, '{d}')), ' ') AS about`;

export async function* readTexts(pool: pg.Pool): AsyncGenerator<TextRow> {
  const client = await pool.connect();
  let ended = false;
  try {
    const stream = client.query(
      copyTo(`COPY (SELECT ${textColumns} FROM association_search s JOIN association a ON a.id = s.association_id)
        TO STDOUT`),
    );
    const text = new TextDecoder();
    let rest = '';
    for await (const bytes of stream) {
      const lines = (rest + text.decode(bytes as Buffer, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [seq, name = '', written = '', words = '', about = ''] = line.split('\t');
        yield { seq: Number(seq), name, written, words, about };
      }
    }
    ended = true;
  } finally {
    // Left early, the connection is in the middle of a COPY and is not given back.
    client.release(!ended);
  }
}
