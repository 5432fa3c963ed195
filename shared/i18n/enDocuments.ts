// English of written documents: letterhead, foot of a page, lists as documents.
export const documentTexts: Readonly<Record<string, string>> = {
  'Plan zum Ausgeben': 'Plan for the export',
  'Es gibt keinen übernommenen Gruppenplan. Planen Sie zuerst Gruppen, oder übernehmen Sie einen Plan.':
    'No grouping plan has been kept. First plan groups, or keep a plan.',
  'Das Dokument ließ sich nicht in den Ordner schreiben ({reason}); es wurde nichts geschrieben. Prüfen Sie, ob der Ordner noch da ist, ob Sie dort schreiben dürfen und ob Platz frei ist, oder wählen Sie einen anderen.':
    'The document could not be written into the folder ({reason}); nothing was written. Check that the folder is still there, that you may write there and that there is space, or choose another one.',
  'Plan als Dokument schreiben': 'Write plan as a document',
  'Plan als Dokument …': 'Plan as a document …',
  'Personen nach Punkten der Einstufung': 'People by points of the placement',
  'Der geplante Kurs ist nicht mehr vorhanden.': 'The planned course is not here any more.',
  'Kursträger nicht vorhanden': 'Provider not here',
  'Kursort nicht vorhanden': 'Site not here',
  Gruppenplan: 'Grouping plan',
  'Gruppenplan für {provider}': 'Grouping plan for {provider}',
  'Vorschlag, noch nicht übernommen.': 'A proposal, not kept yet.',
  'Übernommener Plan „{planName}“.': 'Kept plan “{planName}”.',
  '{groups, plural, one {# Gruppe} other {# Gruppen}} mit {seated, plural, one {# Person} other {# Personen}}, {left, plural, one {# Person} other {# Personen}} ohne Platz.':
    '{groups, plural, one {# group} other {# groups}} with {seated, plural, one {# person} other {# people}}, {left, plural, one {# person} other {# people}} without a place.',
  '{gone, plural, one {# Person des Plans ist nicht mehr vorhanden und fehlt hier.} other {# Personen des Plans sind nicht mehr vorhanden und fehlen hier.}}':
    '{gone, plural, one {# person of the plan is not here any more and is missing below.} other {# people of the plan are not here any more and are missing below.}}',
  Überblick: 'Overview',
  'mit Platz': 'with a place',
  'ohne Platz': 'without a place',
  'Ohne Platz': 'Without a place',
  '{number}: {type}': '{number}: {type}',
  '{slot}, {site}; {people, plural, one {# Person} other {# Personen}} auf {seats, plural, one {# Platz} other {# Plätzen}}':
    '{slot}, {site}; {people, plural, one {# person} other {# people}} on {seats, plural, one {# place} other {# places}}',
  'Ordner wählen und schreiben …': 'Choose folder and write …',
  'Geschrieben wird der Plan, der zuletzt übernommen wurde.': 'The plan that was kept last will be written.',
  'Geschrieben wird der Plan, den Sie gerade sehen. Er ist noch nicht übernommen.':
    'The plan that you see now will be written. It has not been kept yet.',
  'Art des Dokuments': 'Kind of document',
  PDF: 'PDF',
  Word: 'Word',
  Aufteilung: 'Division',
  'alle Kursträger in einem': 'all providers in one',
  'je Kursträger eines': 'one for each provider',
  'Persönliche Angaben verlassen damit die verschlüsselte Datei. Die Ausgabe wird im Zugriffsprotokoll vermerkt.':
    'Personal data thereby leave the encrypted file. The export is noted in the access log.',
  'Dokumente darf dieser Rechner nicht ausgeben; so gibt es Ihre IT vor.': 'This PC may not write documents; your IT office rules so.',
  'Das Dokument wird gerade geschrieben.': 'The document is being written.',
  '{files, plural, one {# Dokument} other {# Dokumente}} mit {people, plural, one {# Person} other {# Personen}} im Ordner „{folder}“ geschrieben.':
    '{files, plural, one {# document} other {# documents}} with {people, plural, one {# person} other {# people}} written into the folder “{folder}”.',
  'Als Tabelle': 'As a table',
  Niveauverteilung: 'Distribution of levels',
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
