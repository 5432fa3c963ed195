// English of written documents: letterhead, foot of a page, lists as documents.
export const documentTexts: Readonly<Record<string, string>> = {
  'Stand {day}': 'As of {day}',
  'Seite {page} von {count}': 'Page {page} of {count}',
  Inhalt: 'Contents',
  'Auskunft: {contact}': 'Contact: {contact}',
  'Telefon {phone}': 'Phone {phone}',
  'Alle Einträge, ohne Filter.': 'All records, no filter.',
  'Filter: {filter}': 'Filter: {filter}',
  '{name}: {figures}.': '{name}: {figures}.',
  '{county}, {title}, vertraulich': '{county}, {title}, confidential',
  '{count, plural, one {# Eintrag} other {# Einträge}}': '{count, plural, one {# record} other {# records}}',
}
