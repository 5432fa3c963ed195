// English of the shell: search, menu bar, help, window.
export const shellTexts: Readonly<Record<string, string>> = {
  'Der Suchindex wird gerade neu aufgebaut. Noch fehlen Einträge.': 'The search index is being rebuilt. Some records are still missing.',
  Größer: 'Larger',
  '„{name}“ einlesen': 'Read “{name}”',
  'Die abgelegte Liste wird angeboten, sobald der Arbeitsbereich offen ist.':
    'The list that was dropped is offered as soon as the workspace is open.',
  'Es wird eine Liste nach der anderen eingelesen. Angeboten ist „{name}“.': 'Lists are read one after another. “{name}” is offered.',
  '„{name}“ lässt sich erst öffnen, wenn dieser Arbeitsbereich geschlossen ist (Menü Datei). Legen Sie es dann noch einmal ab.':
    '“{name}” can be opened once this workspace is closed (menu File). Drop it once more then.',
  'Austauschdateien wie „{name}“ liest diese Version noch nicht ein. Es wurde nichts geändert.':
    'This version does not read exchange files such as “{name}” yet. Nothing was changed.',
  'Mit „{name}“ kann das Programm nichts anfangen. Ablegen können Sie Listen (.xlsx, .csv), Arbeitsbereiche (.kwb) und ihre Kopien (.kwbz).':
    'The program cannot do anything with “{name}”. You can drop lists (.xlsx, .csv), workspaces (.kwb) and their copies (.kwbz).',
  'Vorgabe Ihrer IT': 'Ruled by your IT office',
  'Höchstens {minutes} Minuten: Vorgabe Ihrer IT. 20 Sekunden vorher werden Sie gewarnt.':
    'At most {minutes} minutes: ruled by your IT office. You are warned 20 seconds before.',
  'Die Vorgabedatei Ihrer IT („{file}“) ist nicht lesbar; zurzeit gilt keine ihrer Vorgaben. Bitte sagen Sie es Ihrer IT.':
    'The policy file of your IT office (“{file}”) cannot be read; none of its rules hold now. Please tell your IT office.',
  'In der Vorgabedatei Ihrer IT („{file}“) sind Angaben unverständlich und gelten nicht: {faults}. Bitte sagen Sie es Ihrer IT.':
    'Parts of the policy file of your IT office (“{file}”) are not understood and do not hold: {faults}. Please tell your IT office.',
  'Eine neuere Version liegt bereit: {version} im Ordner „{folder}“. Ihre IT richtet sie ein.':
    'A newer version is ready: {version} in the folder “{folder}”. Your IT office installs it.',
  'Dateien der Art {format} darf dieser Rechner nicht ausgeben; so gibt es Ihre IT vor. Es wurde nichts geschrieben. Wählen Sie eine andere Art oder fragen Sie Ihre IT.':
    'This PC may not write files of the kind {format}; your IT office rules so. Nothing was written. Choose another kind or ask your IT office.',
  Kleiner: 'Smaller',
  'Übliche Größe': 'Usual size',
  Menü: 'Menu',
  Menüleiste: 'Menu bar',
  Bearbeiten: 'Edit',
  Ansicht: 'View',
  'Gehe zu': 'Go to',
  Hilfe: 'Help',
  'In dieser Ansicht suchen': 'Find in this view',
  'Erscheinungsbild wie Windows': 'Appearance as Windows',
  'Hilfe zu dieser Ansicht': 'Help on this view',
  Handbuch: 'Manual',
  'Tasten dieser Ansicht': 'Keys of this view',
  'Alle Tasten': 'All keys',
  'Alle Tasten im Handbuch': 'All keys in the manual',
  Schließen: 'Close',
  Hier: 'Here',
  Überall: 'Everywhere',
  'Kein Treffer': 'Nothing found',
  '{at} von {total}': '{at} of {total}',
  'Voriger Treffer': 'Previous hit',
  'Nächster Treffer': 'Next hit',
  'Suche schließen': 'Close search',
  'Hilfe: {title}': 'Help: {title}',
  'Seite des Handbuchs': 'Page of the manual',
  'Seiten des Handbuchs': 'Pages of the manual',
  'Im Handbuch suchen': 'Search the manual',
  '{shown} von {total} Seiten': '{shown} of {total} pages',
  Beginnen: 'Beginning',
  Übersichten: 'Overviews',
  'Das Handbuch gibt es nur auf Deutsch.': 'The manual is available in German only.',
}
