// The fictional county: made anew in the user-data folder whenever it is not there, never mixed with real data.
import { nameOf } from '../../shared/rooms'
import { workspace } from '../../shared/workspace/calls'
import type { WorkplacesPorts } from './workplaces'

/** The county of domain.md 11; its people do not exist. */
export function demoOf(userData: string): WorkplacesPorts['demo'] {
  return {
    office: { countyKey: '99001', countyName: 'Landkreis Erlenmark', officeName: 'Koordinierungsstelle (Beispieldaten)', isDemo: true },
    userName: 'Beispielkoordination',
    folder: { parent: userData, folderName: 'Musterkreis.kwb' },
    fill: async (session) => {
      await session.run(nameOf(workspace.fillDemo), { people: 'all' })
    },
  }
}
