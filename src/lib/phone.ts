// Area codes of two digits after the zero, from the Swedish numbering plan (PTS, "Svensk nummerplan för telefoni enligt
// ITU-T E.164"). Stockholm is 08; every area code not here has three digits after the zero.
const TWO_DIGIT_AREAS = new Set(
  '10 11 13 16 18 19 20 21 23 26 31 33 35 36 40 42 44 46 54 60 63 70 72 73 76 79 90'.split(' '),
);

/**
 * An E.164 number the way Swedes write it: `+46701740606` to `070-174 06 06` (Svenska skrivregler: groups of two or three
 * from the end). Foreign numbers keep their country code; text that is no E.164 number comes back as it is.
 */
export function formatPhone(number: string): string {
  const swedish = /^\+46([1-9]\d{5,11})$/.exec(number)?.[1];
  if (swedish === undefined) {
    const foreign = /^\+(\d{7,15})$/.exec(number)?.[1];
    return foreign === undefined ? number : formatForeign(foreign);
  }
  const length = swedish.startsWith('8') ? 1 : TWO_DIGIT_AREAS.has(swedish.slice(0, 2)) ? 2 : 3;
  return `0${swedish.slice(0, length)}-${group(swedish.slice(length))}`;
}

function group(digits: string): string {
  const sizes = { 4: [2, 2], 5: [3, 2], 6: [2, 2, 2], 7: [3, 2, 2], 8: [3, 3, 2] }[digits.length] ?? [
    digits.length,
  ];
  let rest = digits;
  const groups: string[] = [];
  for (const size of sizes) {
    groups.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return groups.join(' ');
}

// Only the neighbours' codes are split off; elsewhere one run of digits is less wrong than a guess.
function formatForeign(digits: string): string {
  const code = /^(?:45|47|44|49|31|33|34|39|48|1|358|354|298|370|371|372)/.exec(digits)?.[0] ?? '';
  if (code === '') return `+${digits}`;
  const rest = digits.slice(code.length).match(/\d{2,3}(?=(?:\d{2})*$)|\d{2}/g) ?? [];
  return `+${code} ${rest.join(' ')}`;
}

/** What a `tel:` link needs: the number itself when it is E.164, else null (kept text cannot be dialled). */
export function phoneLink(number: string): string | null {
  return /^\+\d{6,15}$/.test(number) ? `tel:${number}` : null;
}
