// English of the shell: search, menu bar, help, window.
export const shellTexts: Readonly<Record<string, string>> = {
  'Der Suchindex wird gerade neu aufgebaut. Noch fehlen Einträge.': 'The search index is being rebuilt. Some records are still missing.',
}
