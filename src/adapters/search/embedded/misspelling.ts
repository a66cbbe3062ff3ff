// How far a typed word may stand from a written one: a letter missing, too many, wrong, or two swapped count one each
// (Damerau 1964, in the restricted form: no part is edited twice).

/** Shorter words have too many neighbours; in long ones two slips are common. */
export const slipsAllowed = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** From this length on the end of the written word may be missing as well. */
const beginningsFrom = 6;

const width = 64;
/** Three rows of the table are enough; kept, because a search asks tens of thousands of times. */
let before = new Uint8Array(width);
let last = new Uint8Array(width);
let row = new Uint8Array(width);

/**
 * Whether `typed` is within `slips` of the word at `from`..`to` in `text`, or of a beginning of it when `typed` is long
 * enough. Both are ASCII; words longer than 60 letters are nobody's.
 */
export function isMisspelling(
  typed: Uint8Array,
  text: Uint8Array,
  from: number,
  to: number,
  slips: number,
): boolean {
  const begins = typed.length >= beginningsFrom;
  const length = begins ? Math.min(to - from, typed.length + slips) : to - from;
  if (typed.length >= width - 4 || Math.abs(length - typed.length) > slips) return false;
  for (let at = 0; at <= length; at += 1) last[at] = at;
  for (let i = 1; i <= typed.length; i += 1) {
    // Further from the diagonal than the slips allowed no way leads back.
    const low = Math.max(1, i - slips);
    const high = Math.min(length, i + slips);
    row[low - 1] = low === 1 ? i : width;
    row[high + 1] = width;
    let least = low === 1 ? i : width;
    const letter = typed[i - 1];
    for (let j = low; j <= high; j += 1) {
      const written = text[from + j - 1];
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (letter === written ? 0 : 1),
      );
      if (i > 1 && j > 1 && letter === text[from + j - 2] && typed[i - 2] === written)
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > slips) return false;
    [before, last, row] = [last, row, before];
  }
  if (!begins) return (last[length] ?? width) <= slips;
  for (let j = Math.max(0, typed.length - slips); j <= length; j += 1)
    if ((last[j] ?? width) <= slips) return true;
  return false;
}
