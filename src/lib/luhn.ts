/**
 * The Luhn check (ISO/IEC 7812-1, annex B), as Skatteverket uses it for the last digit of organisation and personal
 * identity numbers. `digits` holds ASCII digits only.
 */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    let digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    if (index % 2 === 1) {
      digit *= 2;
      if (digit > 9) digit -= 9;
    }
    sum += digit;
  }
  return digits.length > 0 && sum % 10 === 0;
}
