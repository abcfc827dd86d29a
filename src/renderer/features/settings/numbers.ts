/** E-mail addresses by their form. Whether one is answered is another question. */

/** A part before and after one @, and a point in what follows it. `null`: nothing to say of an empty field. */
export function emailIsGood(value: string | null): boolean | null {
  if (value === null || value.trim() === '') return null;
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value.trim());
}
