/** Chance that is the same every time and everywhere: a seeded generator, and tax and bank numbers with right check digits. */

/** mulberry32: small, seeded, the same everywhere. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const random = randomFrom(20_260_901);
export const below = (count) => Math.floor(random() * count);
export const pick = (list) => list[below(list.length)];
export const chance = (share) => random() < share;
export const digits = (count) => Array.from({ length: count }, () => below(10)).join('');

/** Luhn check digit of a row of figures (ISO/IEC 7812-1): SIREN, Italian partita IVA. */
function luhn(figures) {
  const sum = [...figures].reverse().reduce((total, figure, index) => {
    const doubled = Number(figure) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

const weighted = (figures, weights) => weights.reduce((sum, weight, index) => sum + weight * Number(figures[index]), 0);

/** ISO 7064 MOD 11,10, as German VAT numbers use it. */
function mod1110(figures) {
  let product = 10;
  for (const figure of figures) {
    const sum = (Number(figure) + product) % 10 || 10;
    product = (2 * sum) % 11;
  }
  return String((11 - product) % 10);
}

/** French company number: nine figures with a Luhn digit; numbers that begin with 0 are not given out. */
export function siren() {
  const body = `0${digits(7)}`;
  return body + luhn(body);
}

/** Tries figures until the country's rule yields a check digit. */
function until(make) {
  for (;;) {
    const made = make();
    if (made !== null) return made;
  }
}

export const vatMakers = {
  FR: (own) => `FR${String((12 + 3 * (Number(own) % 97)) % 97).padStart(2, '0')}${own}`,
  DE: () => {
    const body = `${1 + below(9)}${digits(7)}`;
    return `DE${body}${mod1110(body)}`;
  },
  BE: () => {
    const body = `0${1 + below(9)}${digits(6)}`;
    return `BE${body}${String(97 - (Number(body) % 97)).padStart(2, '0')}`;
  },
  NL: () =>
    until(() => {
      const body = digits(8);
      const check = weighted(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
      return check === 10 ? null : `NL${body}${check}B0${1 + below(9)}`;
    }),
  ES: () => {
    const body = `${pick(['08', '28', '41', '46'])}${digits(5)}`;
    return `ESB${body}${luhn(body)}`;
  },
  IT: () => {
    const body = `${digits(7)}0${10 + below(80)}`;
    return `IT${body}${luhn(body)}`;
  },
  IE: () => {
    const body = digits(7);
    return `IE${body}${'WABCDEFGHIJKLMNOPQRSTUV'[weighted(body, [8, 7, 6, 5, 4, 3, 2]) % 23]}`;
  },
  PT: () => {
    const body = `5${digits(7)}`;
    const rest = 11 - (weighted(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
    return `PT${body}${rest > 9 ? 0 : rest}`;
  },
  LU: () => {
    const body = `${1 + below(9)}${digits(5)}`;
    return `LU${body}${String(Number(body) % 89).padStart(2, '0')}`;
  },
  AT: () => {
    const body = digits(7);
    const sum = [...body].reduce((total, figure, index) => {
      const value = Number(figure) * (index % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    return `ATU${body}${(10 - ((sum + 4) % 10)) % 10}`;
  },
  CH: () =>
    until(() => {
      const body = digits(8);
      const check = (11 - (weighted(body, [5, 4, 3, 2, 7, 6, 5, 4]) % 11)) % 11;
      return check === 10 ? null : `CHE-${body.slice(0, 3)}.${body.slice(3, 6)}.${body.slice(6)}${check} TVA`;
    }),
  NO: () =>
    until(() => {
      const body = `9${digits(7)}`;
      const check = (11 - (weighted(body, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
      return check === 10 ? null : `NO${body}${check}MVA`;
    }),
  // Ranges at either end were never given out, and libraries know it.
  GB: () => {
    const body = `${2 + below(6)}${digits(6)}`;
    return `GB${body}${String(97 - (weighted(body, [8, 7, 6, 5, 4, 3, 2]) % 97)).padStart(2, '0')}`;
  },
};

/** French account number with its RIB key, then the IBAN's own check digits (ISO 13616). Bank code 99999 belongs to nobody. */
export function frenchIban(branch, account) {
  const key = 97 - ((89 * 99_999 + 15 * Number(branch) + 3 * Number(account)) % 97);
  const bban = `99999${branch}${account}${String(key).padStart(2, '0')}`;
  const figures = [...`${bban}FR00`].map((letter) => Number.parseInt(letter, 36)).join('');
  return `FR${String(98n - (BigInt(figures) % 97n)).padStart(2, '0')}${bban}`;
}
