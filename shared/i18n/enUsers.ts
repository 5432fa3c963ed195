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
  'Dafür reicht Ihre Rolle nicht: Nötig ist das Recht {right, select, figures {„Zahlen sehen“} read {„Lesen“} edit {„Bearbeiten“} coordinate {„Koordinieren“} audit {„Protokoll einsehen“} other {„{right}“}}. Bitten Sie die Koordination.':
    'Your role does not allow this: it needs the right {right, select, figures {“See figures”} read {“Read”} edit {“Edit”} coordinate {“Coordinate”} audit {“See the audit”} other {“{right}”}}. Ask the coordinator.',
  Protokoll: 'Audit',
  '{entries, plural, one {# Eintrag} other {# Einträge}} als „{name}“ im Ordner „{folder}“ geschrieben.':
    '{entries, plural, one {# entry} other {# entries}} written as “{name}” to the folder “{folder}”.',
  'Als CSV ausgeben …': 'Export as CSV …',
  'Das Protokoll wird gerade geschrieben.': 'The audit is being written.',
  'Eintrag im Protokoll': 'Entry of the audit',
  'Diesen Eintrag gibt es hier nicht.': 'This entry does not exist here.',
  'Keine: Es ging um den Arbeitsbereich selbst.': 'None: it was about the workspace itself.',
  'Nur Einträge zu „{name}“': 'Only entries about “{name}”',
  Was: 'What',
  '{total, plural, one {# Eintrag} other {# Einträge}} im Protokoll': '{total, plural, one {# entry} other {# entries}} in the audit',
  '{name} (ohne Zugang)': '{name} (no access)',
  Von: 'From',
  Bis: 'Until',
  'Alle zeigen': 'Show all',
  'Noch kein Eintrag im Protokoll.': 'No entry in the audit yet.',
  'Eintrag:': 'Record:',
  'Name suchen': 'Search a name',
  Worüber: 'About',
  'Kennungen der Einträge': 'Ids of the records',
  'Das Protokoll wurde nicht geschrieben ({reason}). Prüfen Sie, ob der Ordner erreichbar, beschreibbar und nicht voll ist; es ist keine halbe Datei geblieben.':
    'The audit was not written ({reason}). Check that the folder can be reached and written and is not full; no half file was left.',
  'Protokoll ausgeben': 'Export audit',
  angesehen: 'seen',
  geändert: 'changed',
  eingelesen: 'imported',
  ausgegeben: 'exported',
  'Verlauf eines Eintrags': 'History of a record',
  'Ein Schritt': 'A step',
  'Nächster Schritt zum Zurücknehmen': 'Next step to take back',
  Suche: 'Search',
  Entsperrt: 'Unlocked',
  'Eigene Passphrase geändert': 'Own passphrase changed',
  'Wiederherstellungsschlüssel erneuert': 'Recovery key renewed',
  'Zugang angelegt': 'Access given',
  'Zugang geändert': 'Access changed',
  'Passphrase zurückgesetzt': 'Passphrase reset',
  'Zugang entfernt': 'Access removed',
  'Liste der Personen': 'List of people',
  'Liste der Ansprechpersonen': 'List of contacts',
  Ansprechperson: 'Contact',
  'Auswahl in einem Feld': 'Choice in a field',
  'Listen für Kursträger': 'Lists for providers',
  'Liste der Teilnehmenden': 'List of participants',
  'Teilnehmende Person': 'Participant',
  'Angaben zur Gruppenplanung': 'Data for planning groups',
  'Zeilen einer eingelesenen Liste': 'Rows of an imported list',
  'Als „{name}“ im Ordner „{folder}“ gespeichert.': 'Saved as “{name}” in the folder “{folder}”.',
  Prüfen: 'Check',
  'Bericht speichern …': 'Save report …',
  'Erst prüfen, dann speichern.': 'Check first, then save.',
  Prüfbericht: 'Check report',
  'Jetzt prüfen': 'Check now',
  'Noch einmal prüfen': 'Check again',
  'Es wird gerade geprüft.': 'A check is running.',
  'Noch nicht geprüft, seit der Arbeitsbereich offen ist.': 'Not checked since the workspace was opened.',
  'Geprüft werden Datei, Schlüssel, Sicherungen, Verlauf, Tabellen, Suche und Zugriffe. Daran ändert sich nichts; Sie können weiterarbeiten.':
    'File, keys, backups, history, tables, search and accesses are checked. Nothing of them changes; you can go on working.',
  'Geprüft am {at}.': 'Checked on {at}.',
  'Arbeitsbereich prüfen': 'Check workspace',
  '{percent} %': '{percent} %',
  'workspace.db lässt sich mit diesem Schlüssel nicht lesen ({code}). Öffnen Sie die letzte Sicherung, und melden Sie es der IT-Stelle.':
    'workspace.db cannot be read with this key ({code}). Open the newest backup, and tell the IT office.',
  'Die Datei ist beschädigt ({where}). Stellen Sie die letzte Sicherung wieder her, die diese Prüfung besteht.':
    'The file is damaged ({where}). Restore the newest backup that passes this check.',
  'Die Schlüsseldatei {file} fehlt, ist beschädigt oder von Fremden geändert. Das nächste Entsperren stellt sie aus der anderen wieder her; geschieht das nicht, melden Sie es der IT-Stelle.':
    'The key file {file} is missing, damaged or was changed by strangers. The next unlock restores it from the other one; if not, tell the IT office.',
  'Die Schlüsseldatei und ihre Kopie bei den Sicherungen sind verschieden. Das nächste Entsperren gleicht sie an.':
    'The key file and its copy with the backups differ. The next unlock makes them equal.',
  'Ein neuer Schlüssel ist noch nicht in allen Dateien. Das nächste Entsperren macht dort weiter.':
    'A new key is not in all files yet. The next unlock goes on there.',
  'Die Sicherung {name} lässt sich nicht öffnen ({code}). Verlassen Sie sich nicht auf sie; legen Sie eine neue an.':
    'The backup {name} cannot be opened ({code}). Do not rely on it; make a new one.',
  'Die Sicherung {name} ist beschädigt ({where}). Verlassen Sie sich nicht auf sie; legen Sie eine neue an.':
    'The backup {name} is damaged ({where}). Do not rely on it; make a new one.',
  'Der Vorgang {act} vom {at} passt nicht zu seiner Prüfsumme: Er wurde nachträglich geändert.':
    'The act {act} of {at} does not fit its checksum: it was changed afterwards.',
  'Die Kette der Änderungen ist unterbrochen: Bereich {scope}, Schreiber {writer}, Nummer {seq} vom {at}. Ab dort ist der Verlauf nicht mehr beweiskräftig.':
    'The chain of changes is broken: scope {scope}, writer {writer}, number {seq} of {at}. From there on the history proves nothing.',
  'Zum Eintrag {record} ({entity}) passt nicht zusammen, welche Änderung gilt ({fields}).':
    'For the record {record} ({entity}) it does not fit together which change counts ({fields}).',
  'Der Eintrag {record} ({entity}) steht anders in der Tabelle als im Verlauf ({fields}).':
    'The record {record} ({entity}) differs between table and history ({fields}).',
  'Der Eintrag {record} ({entity}) steht im Verlauf, aber nicht in der Tabelle.':
    'The record {record} ({entity}) is in the history, but not in the table.',
  'Der Eintrag {record} ({entity}) steht in der Tabelle, aber nicht im Verlauf.':
    'The record {record} ({entity}) is in the table, but not in the history.',
  'Der Eintrag {record} ({entity}) steht nicht oder falsch im Suchindex.':
    'The record {record} ({entity}) is missing or wrong in the search index.',
  'Der Suchindex kennt den Eintrag {record}, den es nicht mehr gibt.':
    'The search index knows the record {record}, which does not exist any more.',
  'Die Kette der Zugriffe ist unterbrochen: Eintrag {number} vom {at}. Dort wurde etwas geändert, herausgenommen oder eingefügt.':
    'The chain of accesses is broken: entry {number} of {at}. Something was changed, taken out or put in there.',
  'Datei workspace.db': 'File workspace.db',
  Schlüsseldateien: 'Key files',
  Sicherungen: 'Backups',
  'Verlauf der Änderungen': 'History of changes',
  'Geltende Werte': 'Values in force',
  'Tabellen gegen Verlauf': 'Tables against history',
  Suchindex: 'Search index',
  Zugriffe: 'Accesses',
  '{count} geprüft, ohne Befund': '{count} checked, nothing found',
  '{count} geprüft, {total, plural, one {# Befund} other {# Befunde}}':
    '{count} checked, {total, plural, one {# finding} other {# findings}}',
  'Der Arbeitsbereich ist in Ordnung.': 'The workspace is sound.',
  'Der Arbeitsbereich hat Schäden. Legen Sie eine Kopie des ganzen Ordners beiseite, und zeigen Sie diesen Bericht der IT-Stelle.':
    'The workspace is damaged. Put a copy of the whole folder aside, and show this report to the IT office.',
  'Prüfung von „{folder}“ am {at}, Kreiswerkbank {version}': 'Check of “{folder}” on {at}, Kreiswerkbank {version}',
  'Arbeitsbereich geprüft': 'Workspace checked',
  Programmprotokoll: 'Program log',
  Absturzbericht: 'Crash report',
  'Speichern …': 'Save …',
  'Darin stehen Zeiten, Kennungen und Stellen im Programm, keine Namen und keine Angaben aus dem Arbeitsbereich. Speichern Sie es, wenn die IT-Stelle danach fragt.':
    'It holds times, ids and places in the program, no names and nothing out of the workspace. Save it if the IT office asks for it.',
  'Noch kein Eintrag.': 'No entry yet.',
  'Absturzbericht ansehen …': 'View crash report …',
  Ausblenden: 'Hide',
  'Das Programm wurde beim letzten Mal nicht ordentlich beendet.': 'The program did not end properly last time.',
  'Was als gespeichert galt, ist da. Unterbrochene Vorgänge starten Sie neu.':
    'What was shown as saved is there. Start interrupted jobs anew.',
  'Programmprotokoll ansehen …': 'View program log …',
  'Programm gestartet, Version {version}, Electron {electron}, {system}':
    'Program started, version {version}, Electron {electron}, {system}',
  'Programm beendet': 'Program ended',
  'Arbeitsbereich {workspace} geöffnet': 'Workspace {workspace} opened',
  'Arbeitsbereich {workspace} geöffnet, Tabellen von Stand {from} umgestellt':
    'Workspace {workspace} opened, tables brought on from version {from}',
  'Arbeitsbereich {workspace} gesperrt': 'Workspace {workspace} locked',
  'Vorgang {name}: {state} nach {seconds} s': 'Job {name}: {state} after {seconds} s',
  'Meldung {code}': 'Message {code}',
  'Fehler {trace}: {name}': 'Error {trace}: {name}',
}
