// HiGHS (WebAssembly) on the whole problem as one model: a lower bound as it is, better plans where it finds them, proof where it ends.
import loadHighs, { type Highs, type HighsCallbackMap } from 'highs'
import type { Instance } from './instance'
import { copiesOf, type Form, mixedModel } from './mixedModel'
import type { Admitted } from './prices'
import type { Seating } from './seating'

export interface ExactOptions {
  seed: number
  /** A limit of the clock: what HiGHS finds until then depends on the machine. */
  seconds: number
  /** Read inside the solver's callbacks; true ends the solve, and the best so far stays. */
  stop: () => boolean
  /** How the model is written; by its size, unless it is named. */
  form?: Form
  /** A bound on the cost of every plan, as a whole number. Called whenever it rises. */
  bound: (bound: number) => void
  /** Who sits where in a plan that HiGHS takes for better. */
  better: (where: Int32Array) => void
}

/** How a solve ended. `impossible`: no plan exists. */
export type ExactEnd = 'proven' | 'impossible' | 'stopped'

/** WebAssembly is compiled once for a worker. */
let loading: Promise<Highs> | undefined

/**
 * Beyond this many copies the strong form's root relaxation runs for 20 s and more without asking whether it is cancelled (200 people);
 * beyond the second limit (500 people have 63,000) no form gives a bound as good as prices do in that time, and building it takes 600 MiB.
 */
const STRONG_COPIES = 8_000
const MOST_COPIES = 50_000

/** True where the whole problem, with all bands, is small enough for HiGHS to gain anything. */
export function isWithinReach(instance: Instance): boolean {
  return copiesOf(instance, null) <= MOST_COPIES
}

/**
 * Improves on a plan and proves bounds, until proof, `seconds` or `stop`. `start` null: no plan is known. `admitted`: the bands that a
 * plan as cheap as `start` can have; with the others out of the model its bound still holds up to the cost of `start`.
 */
export async function solveExactly(
  instance: Instance,
  start: Seating | null,
  admitted: Admitted | null,
  options: ExactOptions,
): Promise<ExactEnd> {
  const copies = copiesOf(instance, admitted)
  if (copies > MOST_COPIES || options.stop()) return 'stopped'
  const form = options.form ?? (copies > STRONG_COPIES ? 'aggregated' : 'strong')
  loading ??= loadHighs()
  const highs = await loading
  if (options.stop()) return 'stopped'
  const { data, valuesOf, seatingOf } = mixedModel(instance, form, admitted)
  const model = highs.createModel(data)
  try {
    model.options.set({
      // The progress callbacks are silent without it.
      output_flag: true,
      log_to_console: false,
      time_limit: options.seconds,
      random_seed: options.seed,
      mip_rel_gap: 0,
    })
    if (start !== null) model.setSolution({ colValue: valuesOf(start) })
    const status = model.run(callbacksOf(highs, seatingOf, options)).modelStatus
    const { modelStatus } = highs.constants
    if (status === modelStatus.infeasible) return start === null ? 'impossible' : 'stopped'
    report(Number(model.info.get('mip_dual_bound')), options)
    if (status !== modelStatus.optimal) return 'stopped'
    options.better(seatingOf(model.getSolution().colValue))
    return 'proven'
  } finally {
    // Garbage collection frees nothing of what WebAssembly holds.
    model.dispose()
  }
}

function callbacksOf(
  { constants: { callbackType } }: Highs,
  seatingOf: (values: Float64Array) => Int32Array,
  options: ExactOptions,
): HighsCallbackMap {
  const interrupt = (event: { interrupt(): void }): undefined => {
    if (options.stop()) event.interrupt()
  }
  return {
    [callbackType.simplexInterrupt]: interrupt,
    [callbackType.ipmInterrupt]: interrupt,
    [callbackType.mipInterrupt]: interrupt,
    [callbackType.mipLogging]: ({ data }): undefined => {
      report(data.mip_dual_bound, options)
    },
    [callbackType.mipImprovingSolution]: ({ data }): undefined => {
      if (data.mip_solution !== undefined) options.better(seatingOf(data.mip_solution))
    },
  }
}

/** Costs are whole, so a bound of 13,858.1 excludes 13,858. The margin is far above the solver's tolerances. */
function report(bound: number | undefined, options: ExactOptions): void {
  if (bound !== undefined && Number.isFinite(bound)) options.bound(Math.max(0, Math.ceil(bound - 0.01)))
}
