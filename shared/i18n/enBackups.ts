// English of backups, copies, jobs and the export of everything.
export const backupTexts: Readonly<Record<string, string>> = {
  'Alle Einträge zum Ausgeben': 'All records for the export',
  Sicherungen: 'Backups',
  'Sicherungen aufheben': 'Keep backups',
  'gilt für diesen Arbeitsbereich': 'holds for this workspace',
  'Eine je Woche, für': 'One a week, for',
  '{weeks} Wochen': '{weeks} weeks',
  'Dazu je eine der letzten 7 Tage. Wer nach Art. 17 DSGVO gelöscht wird, ist darin bis zu 35 Tage lesbar, mit mehr Wochen länger. Eine Änderung gilt ab der nächsten Sicherung.':
    'And one of each of the last 7 days. People who are erased under Art. 17 GDPR can be read in them for up to 35 days, longer with more weeks. A change holds from the next backup on.',
  'Wer nach Art. 17 DSGVO gelöscht wird, bleibt in den Sicherungen bis zu {days} Tage lesbar statt 35. Nennen Sie diese Frist in Ihrem Verzeichnis der Verarbeitungstätigkeiten.':
    'People who are erased under Art. 17 GDPR remain readable in the backups for up to {days} days instead of 35. State this period in your record of processing activities.',
  'Geben Sie dem Ordner einen Namen.': 'Give the folder a name.',
  'Noch kein Ort gewählt.': 'No place chosen yet.',
  'Kopie „{file}“ auspacken?': 'Unpack the copy “{file}”?',
  Auspacken: 'Unpack',
  'Die Kopie wird gerade ausgepackt.': 'The copy is being unpacked.',
  'Sie bleibt verschlüsselt und öffnet mit denselben Passphrasen wie der Arbeitsbereich, aus dem sie stammt.':
    'It stays encrypted and opens with the same passphrases as the workspace it came from.',
  'Kopie auspacken': 'Unpack a copy',
  'Eine Datei mit der Endung .kwbz, in die ein Arbeitsbereich kopiert wurde.': 'A file ending in .kwbz that a workspace was copied into.',
  täglich: 'daily',
  'von Hand': 'by hand',
  'vor Einlesen': 'before an import',
  'vor Aktualisierung': 'before an update',
  'vor Zurückholen': 'before a restore',
  '{size} MB': '{size} MB',
  'beim Anlegen geprüft': 'checked when made',
  'wird geöffnet …': 'opening …',
  'öffnet nicht': 'does not open',
  unvollständig: 'incomplete',
  'geprüft, {people, plural, one {# Person} other {# Personen}}': 'checked, {people, plural, one {# person} other {# people}}',
  'öffnet, {people, plural, one {# Person} other {# Personen}}, ohne Vermerk zum Vergleich':
    'opens, {people, plural, one {# person} other {# people}}, without a note to compare',
  'Das darf nur die Koordination.': 'Only the coordination may do this.',
  'Sicherung vom {moment}': 'Backup of {moment}',
  Probe: 'Trial',
  'Öffnet die Sicherung zum Lesen, prüft jede Seite und vergleicht die Zahlen mit denen beim Anlegen.':
    'Opens the backup to read, checks every page and compares the counts with those when it was made.',
  'Die Sicherung wird gerade geöffnet.': 'The backup is being opened.',
  'Probeweise öffnen': 'Open as a trial',
  'Zurück zu diesem Stand': 'Back to this state',
  'An die Stelle des jetzigen Stands, der davor gesichert wird:': 'In place of the present state, which is backed up first:',
  'Zurückholen …': 'Restore …',
  'Oder daneben, in einem neuen Ordner, zum Nachsehen:': 'Or beside it, in a new folder, to look something up:',
  'Als zweiten Arbeitsbereich …': 'As a second workspace …',
  'Die Sicherung öffnet, hat aber nicht mehr alles, was sie beim Anlegen hatte ({tables}). Nehmen Sie eine andere.':
    'The backup opens but no longer has everything it had when it was made ({tables}). Take another one.',
  'Die Sicherung öffnet und ist vollständig.': 'The backup opens and is complete.',
  'Die Sicherung öffnet. Sie stammt von einer älteren Version, die keine Zahlen zum Vergleich vermerkt hat.':
    'The backup opens. It is of an older version, which noted no counts to compare.',
  Anlass: 'Reason',
  Größe: 'Size',
  Zustand: 'State',
  'Noch keine Sicherung.': 'No backup yet.',
  'Die erste entsteht morgen beim Entsperren von selbst. Mit „Sicherung anlegen“ entsteht sofort eine.':
    'The first is made by itself when you unlock tomorrow. “Make a backup” makes one at once.',
  'Die Sicherung ist angelegt.': 'The backup is made.',
  'Der Arbeitsbereich liegt als „{file}“ im Ordner „{folder}“, ebenso verschlüsselt.':
    'The workspace lies in the folder “{folder}” as “{file}”, encrypted as before.',
  'Arbeitsbereich kopieren …': 'Copy workspace …',
  'Die Kopie wird gerade geschrieben.': 'The copy is being written.',
  'Sicherung anlegen': 'Make a backup',
  'Die Sicherung wird gerade angelegt.': 'The backup is being made.',
  'Der zweite Arbeitsbereich ist angelegt': 'The second workspace is made',
  'Hier weiterarbeiten': 'Go on here',
  'Zweiten Arbeitsbereich öffnen': 'Open the second workspace',
  'Ordner „{folder}“. Er öffnet mit denselben Passphrasen wie dieser.':
    'Folder “{folder}”. It opens with the same passphrases as this one.',
  'Zweiten Arbeitsbereich anlegen?': 'Make a second workspace?',
  'Zweiten Arbeitsbereich anlegen': 'Make the second workspace',
  'Der zweite Arbeitsbereich wird gerade angelegt.': 'The second workspace is being made.',
  'Der Stand vom {moment} kommt in einen neuen Ordner; hier ändert sich nichts. Der zweite ist als Kopie gekennzeichnet und schreibt keine Austauschdateien, bis Sie entscheiden, welcher von beiden weitergeht.':
    'The state of {moment} goes to a new folder; nothing changes here. The second one is marked as a copy and writes no exchange files until you decide which of the two goes on.',
  'Stand vom {moment} zurückholen?': 'Restore the state of {moment}?',
  'Beim jetzigen Stand bleiben': 'Stay with the present state',
  'Die Sicherung wird gerade zurückgeholt.': 'The backup is being restored.',
  Zurückholen: 'Restore',
  'Was seit dem {moment} eingetragen wurde, ist danach nicht mehr zu sehen. Der jetzige Stand wird vorher gesichert und bleibt in dieser Liste; laufende Arbeiten werden beendet. Danach entsperren Sie den Arbeitsbereich mit Ihrer Passphrase.':
    'What was entered since {moment} is no longer to be seen afterwards. The present state is backed up first and stays in this list; running work is ended. Then you unlock the workspace with your passphrase.',
  'Wer seither nach Art. 17 DSGVO gelöscht wurde, bleibt gelöscht.': 'People erased under Art. 17 GDPR since then stay erased.',
  'Kopie von „{source}“, Stand {moment}': 'Copy of “{source}”, state of {moment}',
  'Sie schreibt keine Austauschdateien, bis entschieden ist, welche von beiden weitergeht.':
    'It writes no exchange files until it is decided which of the two goes on.',
  'Die andere geht weiter; diese schreibt keine Austauschdateien.': 'The other one goes on; this one writes no exchange files.',
  'Welche geht weiter?': 'Which one goes on?',
  'Noch offen lassen': 'Leave open for now',
  'Die andere geht weiter': 'The other one goes on',
  'Diese hier geht weiter': 'This one goes on',
  'Zwei Arbeitsbereiche mit derselben Vorgeschichte dürfen nicht beide Austauschdateien schreiben: Andere Stellen wüssten nicht, welchem sie glauben sollen. Geht dieser hier weiter, dann öffnen Sie „{source}“ nicht mehr.':
    'Two workspaces with the same past must not both write exchange files: other offices would not know which to believe. If this one goes on, do not open “{source}” any more.',
  'Ordner für die Ausgabe wählen': 'Choose the folder to write to',
  'Kopien von Arbeitsbereichen': 'Copies of workspaces',
  'Kopie eines Arbeitsbereichs wählen': 'Choose a copy of a workspace',
  'Entscheiden, welche Kopie weitergeht': 'Decide which copy goes on',
  'Diese Sicherung liegt nicht mehr im Ordner. Wählen Sie eine andere aus der Liste; es wurde nichts geändert.':
    'This backup is no longer in the folder. Choose another one from the list; nothing was changed.',
  'Die Sicherung vom {moment} ist beschädigt und lässt sich nicht öffnen. Wählen Sie eine andere aus der Liste; am Arbeitsbereich wurde nichts geändert.':
    'The backup of {moment} is damaged and cannot be opened. Choose another one from the list; nothing was changed in the workspace.',
  'Für die Sicherung fehlt Platz: Sie braucht {needed} MB, frei sind {free} MB. Schaffen Sie Platz auf dem Laufwerk des Arbeitsbereichs und versuchen Sie es noch einmal.':
    'There is no room for the backup: it needs {needed} MB, {free} MB are free. Make room on the drive of the workspace and try again.',
  'Es wurde nichts übernommen, denn die Sicherung davor ist nicht gelungen: Der Ordner „{folder}“ ist voll, schreibgeschützt oder nicht erreichbar. Schaffen Sie Platz oder prüfen Sie das Laufwerk und versuchen Sie es noch einmal.':
    'Nothing was taken over, for the backup before it failed: the folder “{folder}” is full, read-only or not reachable. Make room or check the drive and try again.',
  'Die Datei erased.bin im Ordner des Arbeitsbereichs ist beschädigt. Sie sagt, wessen Angaben nach Art. 17 DSGVO gelöscht bleiben müssen; ohne sie wird nichts wiederhergestellt. Es wurde nichts geändert.':
    'The file erased.bin in the folder of the workspace is damaged. It says whose data must stay erased under Art. 17 GDPR; without it nothing is restored. Nothing was changed.',
  'Die Datei „{file}“ ist keine Kopie eines Arbeitsbereichs (.kwbz) oder ist beschädigt. Es wurde nichts ausgepackt.':
    'The file “{file}” is no copy of a workspace (.kwbz) or is damaged. Nothing was unpacked.',
  'Alles ausgeben': 'Export everything',
  'Alles ausgeben …': 'Export everything …',
  'Alles unverschlüsselt ausgeben?': 'Export everything without encryption?',
  'Nichts ausgeben': 'Export nothing',
  'Ordner wählen und ausgeben …': 'Choose a folder and export …',
  'Die Ausgabe wird gerade geschrieben.': 'The export is being written.',
  'Alle Einträge, der ganze Verlauf und die Listen als JSON und CSV, mit einer Beschreibung jeder Datei und jeder Spalte.':
    'All records, the whole history and the lists as JSON and CSV, with a description of every file and every column.',
  'Ordner „{folder}“ geschrieben: {files} Dateien, {records} Zeilen.': 'Folder “{folder}” written: {files} files, {records} lines.',
  'Personenbezogene Daten verlassen damit die verschlüsselte Datei: Wer den Ordner hat, kann sie lesen. Wählen Sie einen Ort, an dem das erlaubt ist, und löschen Sie den Ordner, sobald er seinen Zweck erfüllt hat. Die Ausgabe wird im Zugriffsprotokoll vermerkt.':
    'Personal data leaves the encrypted file with this: whoever has the folder can read it. Choose a place where that is allowed, and delete the folder as soon as it has served its purpose. The export is noted in the access log.',
  'Die Ausgabe ließ sich nicht in den Ordner schreiben ({reason}); es wurde nichts geschrieben. Prüfen Sie, ob der Ordner noch da ist, ob Sie dort schreiben dürfen und ob Platz frei ist, oder wählen Sie einen anderen.':
    'The export could not be written into the folder ({reason}); nothing was written. Check whether the folder is still there, whether you may write there and whether there is room, or choose another one.',
  'noch etwa {minutes, plural, one {# Minute} other {# Minuten}}': 'about {minutes, plural, one {# minute} other {# minutes}} left',
  'noch etwa {seconds, plural, one {# Sekunde} other {# Sekunden}}': 'about {seconds, plural, one {# second} other {# seconds}} left',
  'Zu „{view}“': 'To “{view}”',
  'Ordner anzeigen': 'Show folder',
  '„{job}“ vom {moment} wurde unterbrochen, denn das Programm oder der Rechner fiel aus.':
    '“{job}” of {moment} was interrupted, for the program or the computer failed.',
  '„{job}“ vom {moment} wurde abgebrochen, als gesperrt oder das Programm beendet wurde.':
    '“{job}” of {moment} was stopped when the workspace was locked or the program ended.',
  'Nichts wurde halb geschrieben; beginnen Sie es noch einmal.': 'Nothing was written by halves; begin it once more.',
  'Im Ordner „{folder}“ kann ein unverschlüsselter Rest mit der Endung .part liegen: Er war gerade nicht erreichbar. Löschen Sie ihn.':
    'A part without encryption, ending in .part, may lie in the folder “{folder}”: it could not be reached just now. Delete it.',
}
