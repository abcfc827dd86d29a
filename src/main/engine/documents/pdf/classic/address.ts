/** Postal addresses as their country writes them. */
import { countryName } from '#shared/messages/paper.ts';
import type { DocumentParty } from '#shared/model/document.ts';
import type { CountryCode, Language } from '#shared/model/values.ts';

/** Countries that write the postcode after the town, with the region (Universal Postal Union, S42). */
const townRegionPostcode = new Set(['US', 'CA', 'AU']);
/** Countries that write the postcode on a line of its own. */
const postcodeBelow = new Set(['GB', 'IE', 'XI', 'JE', 'GG', 'IM']);

/** The lines under the name. The country is named only for mail that crosses a border. */
export function addressLines(party: DocumentParty, from: CountryCode | null, language: Language): string[] {
  const country = party.country ?? '';
  const said = (part: string | null): part is string => part !== null && part !== '';
  const town = townRegionPostcode.has(country)
    ? [[party.city, party.region, party.postcode].filter(said).join(' ')]
    : postcodeBelow.has(country)
      ? [party.city, party.region, party.postcode]
      : [[party.postcode, party.city].filter(said).join(' '), party.region];
  const abroad =
    party.country !== null && party.country !== from ? [countryName(party.country, language).toUpperCase()] : [];
  return [...party.addressLines, ...town, ...abroad].filter(said);
}
