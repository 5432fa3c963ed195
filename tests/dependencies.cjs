// Who may import whom (dependency-cruiser). tests/dependencies.ts runs it, and checks that it looked at the whole program.
// The core may be used by every room; every other folder of a layer is a specialised room, also one that does not exist yet.
const core = 'store|jobs|excel|documents|snapshots|demo|ui|i18n|workspace|directory|meetings|tasks|core|app'
const layers = 'electron|renderer|shared'
const specialised = `(?!(?:${core})/)([^/]+)`

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'shared-imports-nothing-above',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(electron|renderer|tests)/' },
    },
    {
      name: 'no-node-above-electron',
      severity: 'error',
      from: { path: '^(shared|renderer)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shared-is-pure',
      comment: 'No Electron, no React: shared/ runs everywhere.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: 'node_modules/(@types/)?(electron|react|react-dom|better-sqlite3|highs|zustand)/' },
    },
    {
      name: 'renderer-imports-no-electron',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(electron|tests)/|node_modules/(@types/)?(electron|better-sqlite3|highs)/' },
    },
    {
      name: 'electron-imports-no-renderer',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^(renderer|tests)/|node_modules/(@types/)?(react|react-dom|zustand)/' },
    },
    {
      name: 'no-room-inside-another',
      comment: 'A room uses the core and the shared/ of nobody but itself.',
      severity: 'error',
      from: { path: `^(?:${layers})/${specialised}/` },
      to: { path: `^(?:${layers})/${specialised}/`, pathNot: `^(?:${layers})/$1/` },
    },
    {
      name: 'core-knows-no-room',
      comment: 'The core, and the files beside the rooms, reach rooms through the three rooms.ts only.',
      severity: 'error',
      from: { path: `^(?:${layers})/(?:(?:${core})/|[^/]+$)`, pathNot: `^(?:${layers})/rooms\\.tsx?$` },
      to: { path: `^(?:${layers})/${specialised}/` },
    },
    {
      name: 'no-cycle',
      comment: 'One circle is meant: the shell reads the rooms from renderer/rooms.ts, and their views stand in the frames of the shell.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { pathNot: '^renderer/rooms\\.ts$' } },
    },
    {
      name: 'no-unresolved',
      comment: 'A file that cannot be found is a file that was not checked.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(raw|nodeWorker|asset|inline|url&inline)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types count too: a room that knows another's types knows its inside.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tests/tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'types', 'default'],
    },
  },
}
