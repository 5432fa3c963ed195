// English of users and rights, the audit, checks and diagnostics.
export const userTexts: Readonly<Record<string, string>> = {
  'Geben Sie an, wie diese Person auf dem Sperrbildschirm heißt.': 'Enter the name of this person on the lock screen.',
  'Personen mit Zugang': 'People with access',
  'Es wird gerade gearbeitet.': 'Work is in progress.',
  'Ihre Passphrase': 'Your passphrase',
  'Sie öffnet den Schlüssel für diese Änderung.': 'It opens the key for this change.',
  'Geben Sie Ihre eigene Passphrase ein.': 'Enter your own passphrase.',
  'Dateien mit neuem Schlüssel': 'Files with the new key',
  '{done} von {total} Dateien neu verschlüsselt': '{done} of {total} files encrypted anew',
  'Neue Person mit Zugang': 'New person with access',
  'Steht auf dem Sperrbildschirm und im Protokoll dieses Arbeitsbereichs.': 'Shown on the lock screen and in the audit of this workspace.',
  Funktion: 'Function',
  'Steht im Verlauf anstelle des Namens, zum Beispiel „Kurskoordination“. Der Verlauf geht auch an andere Stellen.':
    'Stands in the history in place of the name, for example “Course coordination”. The history also goes to other offices.',
  Rolle: 'Role',
  'Der Zugang für {name} ist angelegt.': '{name} has access now.',
  'Angaben zu {name} ändern?': 'Change the details of {name}?',
  Ändern: 'Change',
  'Gespeichert. Für {name} gilt es ab dem nächsten Entsperren.': 'Saved. It counts for {name} from the next unlock.',
  'Passphrase zurücksetzen …': 'Reset passphrase …',
  'Zugang entfernen …': 'Remove access …',
  '{name} hat eine neue Passphrase. Die alte öffnet nichts mehr.': '{name} has a new passphrase. The old one opens nothing any more.',
  '{name} hat keinen Zugang mehr.': '{name} has no access any more.',
  'Sieht Kurse, Orte und Zahlen, aber keine Namen von Personen.': 'Sees courses, places and figures, but no names of people.',
  'Liest alles, auch das Zugriffsprotokoll, und ändert nichts.': 'Reads everything, also the audit, and changes nothing.',
  'Liest und bearbeitet alle Bereiche.': 'Reads and edits all areas.',
  'Bearbeitet alle Bereiche und verwaltet Zugänge und Schlüssel.': 'Edits all areas and manages access and keys.',
  '{name} (Sie)': '{name} (you)',
  'Im Verlauf': 'In the history',
  'vergeben, noch nicht ersetzt': 'set by others, not replaced yet',
  eigene: 'own',
  'Person hinzufügen': 'Add person',
  '{total, plural, one {# Person} other {# Personen}} mit Zugang': '{total, plural, one {# person} other {# people}} with access',
  'Jede Person öffnet den Arbeitsbereich mit einer eigenen Passphrase.': 'Everybody opens the workspace with a passphrase of their own.',
  'Zugang für {name} anlegen?': 'Give {name} access?',
  'Zugang anlegen': 'Give access',
  'Passphrase von {name} zurücksetzen?': 'Reset the passphrase of {name}?',
  Zurücksetzen: 'Reset',
  'Zugang von {name} entfernen?': 'Remove the access of {name}?',
  'Zugang entfernen': 'Remove access',
  'Die Passphrase von {name} öffnet diesen Arbeitsbereich danach nicht mehr. Kopien, die schon anderswo liegen, etwa auf einem Stick, bleiben damit lesbar: Ziehen Sie sie ein.':
    'After that the passphrase of {name} no longer opens this workspace. Copies that already lie elsewhere, for example on a stick, stay readable with it: collect them.',
  'Arbeitsbereich und Sicherungen mit einem neuen Schlüssel neu verschlüsseln (empfohlen)':
    'Encrypt workspace and backups anew with a new key (recommended)',
  'Alle anderen behalten Passphrase und Wiederherstellungsschlüssel. Bei großen Arbeitsbereichen dauert es einige Minuten.':
    'Everybody else keeps passphrase and recovery key. With large workspaces it takes some minutes.',
  'Ohne neuen Schlüssel kann jemand mit einer alten Kopie der Schlüsseldatei auch das lesen, was ab jetzt geschrieben wird.':
    'Without a new key, somebody with an old copy of the key file can also read what is written from now on.',
  'Beim ersten Entsperren muss eine eigene gesetzt werden': 'An own one must be set at the first unlock',
  'Nur abwählen, wenn die Person selbst hier ist und die Passphrase eben selbst gewählt hat.':
    'Only switch this off if the person is here and has just chosen the passphrase.',
  'Diese Ansicht ist hier verschlossen.': 'This view is closed here.',
  'Ihre eigene Rolle und Ihren eigenen Zugang kann nur eine andere Koordination ändern oder entfernen. So bleibt immer jemand mit allen Rechten.':
    'Only another coordinator can change or remove your own role and access. So there is always somebody with all rights.',
  'Ihre eigene Passphrase ändern Sie unter Arbeitsbereich, Einstellungen. Zurücksetzen ist für andere Personen.':
    'You change your own passphrase under Workspace, Settings. Resetting is for other people.',
  'Diese Person hat keinen Zugang mehr. Jemand hat ihn inzwischen entfernt; es wurde nichts geändert.':
    'This person has no access any more. Somebody has removed it meanwhile; nothing was changed.',
  'Den Namen „{name}“ hat schon eine andere Person mit Zugang. Schreiben Sie dazu, was die beiden unterscheidet, zum Beispiel die Funktion.':
    'Another person with access already has the name “{name}”. Add what tells the two apart, for example the function.',
  'Mehr als {most} Personen mit Zugang sind nicht möglich. Entfernen Sie zuerst Zugänge, die niemand mehr braucht.':
    'More than {most} people with access are not possible. First remove access that nobody needs any more.',
  'Diese Passphrase hat die Koordination vergeben. Setzen Sie beim ersten Entsperren eine eigene, die sonst niemand kennt.':
    'The coordinator set this passphrase. At the first unlock, set one of your own that nobody else knows.',
  'Die neue Passphrase ist die bisherige. Nehmen Sie eine andere, die sonst niemand kennt.':
    'The new passphrase is the present one. Take another one that nobody else knows.',
  'Dafür reicht Ihre Rolle nicht: Nötig ist das Recht {right, select, figures {„Zahlen sehen“} read {„Lesen“} edit {„Bearbeiten“} coordinate {„Koordinieren“} other {„{right}“}}. Bitten Sie die Koordination.':
    'Your role does not allow this: it needs the right {right, select, figures {“See figures”} read {“Read”} edit {“Edit”} coordinate {“Coordinate”} other {“{right}”}}. Ask the coordinator.',
}
