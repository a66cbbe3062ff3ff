// Puts values where a sentence of the sample has their names: "Hos oss i {district} kan du {doing}."

export const fillIn = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
