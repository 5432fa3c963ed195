// English for history, undo and redo, and for what forms say about fields. Joined in en.ts.
export const historyTexts: Readonly<Record<string, string>> = {
  'Gelöschte Einträge': 'Deleted records',
  'Diesen Schritt gibt es hier nicht.': 'This step is not here.',
  'Betroffene Einträge': 'Records concerned',
  'und {more} weitere': 'and {more} more',
  Wiederholen: 'Redo',
  'Wiederholen: {what}': 'Redo: {what}',
  'Wiederholt: {what}': 'Redone: {what}',
  'Rückgängig: {what}': 'Undo: {what}',
  'Stehen geblieben, weil inzwischen geändert': 'Left, because changed since',
  'Bliebe stehen, weil inzwischen geändert': 'Would be left, because changed since',
  'wird noch von anderen Einträgen gebraucht': 'still needed by other records',
  gelöscht: 'deleted',
  'gelöscht oder zurückgeholt': 'deleted or brought back',
  '{fields} Felder': '{fields} fields',
  wiederholt: 'redone',
  Filter: 'Filters',
  Bereich: 'Room',
  'Eintrag wiederhergestellt.': 'Record restored.',
  Eintrag: 'Record',
  'Gelöscht am': 'Deleted on',
  'Nichts gelöscht.': 'Nothing deleted.',
  'Gelöschte Einträge stehen hier und lassen sich wiederherstellen, bis ihre Aufbewahrung endet.':
    'Deleted records stand here and can be restored until their retention ends.',
  'Früherer Wert wiederhergestellt.': 'Former value restored.',
  'Verlauf dieses Feldes': 'History of this field',
  'Wert wiederherstellen: {value}': 'Restore value: {value}',
  'Wert wiederherstellen': 'Restore value',
  'Zelle {cell}': 'cell {cell}',
  'Zeile {row}': 'row {row}',
  'Blatt „{sheet}“': 'sheet “{sheet}”',
  'Stehengebliebenes zeigen': 'Show what was left',
  '„{what}“ lässt sich nicht zurücknehmen: Der Eintrag wird noch von anderen gebraucht.':
    '“{what}” cannot be undone: other records still need this one.',
  'Von „{what}“ ist nichts mehr zurückzunehmen: Alles davon wurde inzwischen weiter geändert.':
    'Nothing of “{what}” is left to undo: all of it has been changed since.',
  '{records, plural, one {# Eintrag} other {# Einträge}}, {fields, plural, one {# Feld} other {# Felder}}':
    '{records, plural, one {# record} other {# records}}, {fields, plural, one {# field} other {# fields}}',
  '{left, plural, one {# Feld wurde inzwischen weiter geändert und ist} other {# Felder wurden inzwischen weiter geändert und sind}} stehen geblieben.':
    '{left, plural, one {# field has been changed since and was} other {# fields have been changed since and were}} left as {left, plural, one {it is} other {they are}}.',
  'Es gibt keinen eigenen Schritt mehr, der sich zurücknehmen lässt.': 'There is no step of your own left that can be undone.',
  'Es gibt nichts, was sich wiederholen lässt: Seit dem letzten Zurücknehmen haben Sie weitergearbeitet, oder es gab keines.':
    'There is nothing to redo: you have gone on working since the last undo, or there was none.',
  'Dieser frühere Wert ist nicht mehr da: Er wurde inzwischen nach Art. 17 DSGVO gelöscht, oder der Schritt gehört zu einem anderen Eintrag. Es wurde nichts geändert.':
    'This former value is no longer there: it was erased under Art. 17 GDPR, or the step belongs to another record. Nothing was changed.',
  'Der frühere Wert von „{field}“ verweist auf einen Eintrag, der nicht mehr vorhanden ist. Holen Sie zuerst diesen Eintrag unter „Gelöschte Einträge“ zurück.':
    'The former value of “{field}” refers to a record that is no longer there. First bring that record back under “Deleted records”.',
  '„{typed}“ neu anlegen …': 'Add “{typed}” …',
  'Neu anlegen: {kind}': 'Add: {kind}',
  'Anlegen und wählen': 'Add and choose',
  'Entwurf von {time} wiederhergestellt.': 'Draft of {time} restored.',
  'Acht Ziffern: Land, Kreis und Gemeinde.': 'Eight digits: state, county and municipality.',
  'Bleibt leer, wenn jemand nur einen Namen hat.': 'Stays empty if somebody has one name only.',
  'Ist nur das Jahr bekannt, schreiben Sie den 01.01. und wählen Sie darunter „nur Jahr“.':
    'If only the year is known, write 1 January and choose “Year only” below.',
  'Leer heißt: zu jeder Zeit.': 'Empty means: at any time.',
  'Kinder, die während des Kurses betreut werden müssen.': 'Children who must be looked after during the course.',
  'Mittel beider Teile, halbe Punkte aufgerundet. Leer heißt: getestet, Punkte nicht bekannt.':
    'Mean of both parts, halves rounded up. Empty means: tested, points not known.',
  'Nächster Fehler': 'Next fault',
}
