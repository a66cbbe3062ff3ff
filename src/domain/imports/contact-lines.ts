// RBOK's contact box keeps the spelling a scraper lost: a line of it wins over the parsed value where both hold the same
// letters or digits, and gives the name where the parsed one is the dialog's close button.
import { sameLetters } from '#lib/person-name.ts';
import { canBeName } from './normalize-contact-name.ts';
import { isRoleWord } from './roles.ts';

export class ContactLines {
  readonly #names: string[];
  readonly #phones: string[];

  constructor(lines: readonly string[], associationName: string) {
    this.#names = lines.filter(
      (line) => canBeName(line) && !isRoleWord(line) && !sameLetters(line, associationName),
    );
    this.#phones = lines.filter(
      (line) => /\d{3}/.test(line) && !line.includes('@') && !/[a-z]\.[a-z]{2,}/i.test(line),
    );
  }

  /** The line with the same letters as the parsed name; it is used up, so that no other contact gets it. */
  spelling(name: string): string | null {
    const at = this.#names.findIndex((line) => sameLetters(line, name));
    return at < 0 ? null : (this.#names.splice(at, 1)[0] ?? null);
  }

  /** The next name no contact has claimed. */
  unclaimedName(): string | null {
    return this.#names.shift() ?? null;
  }

  /** The line with the same national digits as the parsed phone, which a scraper glued together from it. */
  phoneSpelling(phone: string): string | null {
    const digits = nationalDigits(phone);
    return this.#phones.find((line) => nationalDigits(line) === digits) ?? null;
  }
}

function nationalDigits(phone: string): string {
  return phone
    .replace(/\D/g, '')
    .replace(/^(?:00)?46/, '')
    .replace(/^0+/, '');
}
