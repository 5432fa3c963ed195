// `npm run bench`: all benches, or those that are named: `npm run bench -- grouping --instance FILE --plan OUT`.
import { benchForm } from './form'
import { benchGrouping } from './grouping'
import { benchSearch } from './search'
import { benchStartup } from './startup'
import { benchTable } from './table'
import { benchWriting } from './writing'

const benches: Record<string, (argv: string[]) => Promise<void>> = {
  writing: benchWriting,
  search: benchSearch,
  startup: benchStartup,
  grouping: benchGrouping,
  form: benchForm,
  table: benchTable,
}

const [first, ...rest] = process.argv.slice(2)
const named = first === undefined ? undefined : benches[first]
if (first !== undefined && named === undefined) {
  process.stderr.write(`"${first}" gibt es nicht. Messungen: ${Object.keys(benches).join(', ')}\n`)
  process.exitCode = 2
} else if (named !== undefined) await named(rest)
else for (const bench of Object.values(benches)) await bench([])
