// From a problem to its plan: greedy start, annealing, a bound from prices, then HiGHS for proof and what is left. No Electron, no store: bench and tests call it bare.
import { WorkbenchError } from '../../../shared/core/errors'
import { checkPlan } from '../../../shared/courses/grouping/check'
import { type GroupingPlan, type GroupingProblem, type NoPlan, planNotFound } from '../../../shared/courses/grouping/model'
import { t } from '../../../shared/i18n/text'
import { anneal } from './annealing'
import { conflictsOf } from './conflicts'
import { descend, firstSeating } from './greedy'
import { isWithinReach, solveExactly } from './highs'
import { type Certificate, priceBound } from './prices'
import { EXCLUDED, type Instance, instanceOf } from './instance'
import { NONE, Seating } from './seating'

export interface SearchOptions {
  seed: number
  /** Limit of the clock. Small counties end by work before it; large ones and HiGHS are cut by it. */
  seconds: number
  signal: { readonly aborted: boolean }
  /** Called with each better plan or bound, at most five times a second while plans come fast. */
  report: (plan: GroupingPlan) => void
}

/**
 * Rounds of annealing: tries for each unit, and the temperature to start from, in the unit of cost. The first gives a good plan soon, the
 * later ones warm it up again: 200 people (seed 1) end at 14,925, then 14,759 to 14,860, where the best plan known costs 14,759.
 */
const ROUNDS = [
  { tries: 20_000, from: 60 },
  { tries: 40_000, from: 40 },
  { tries: 40_000, from: 40 },
  { tries: 40_000, from: 40 },
]
const COLDEST = 1
/** After so many rounds the bound no longer moves (200 people: 1,300). */
const PRICE_ROUNDS = 2000
/** The shares of the time after which annealing, and then pricing, leave the rest to the next. */
const ANNEALING_SHARE = 0.5
const PRICING_SHARE = 0.85

/**
 * The best plan found and its bound, or the rules that conflict. Cancelling or running out of time gives the best so far. The same
 * problem and seed give the same plan as far as work ends the search; what HiGHS adds before `seconds` depends on the machine.
 * @throws planNotFound if not even a first plan was found, which is no proof that there is none
 */
export async function findPlan(problem: GroupingProblem, options: SearchOptions): Promise<GroupingPlan | NoPlan> {
  const conflicts = conflictsOf(problem)
  if (conflicts.length > 0) return noPlan(problem, conflicts)
  const begunAt = performance.now()
  const gone = () => (options.signal.aborted ? Infinity : (performance.now() - begunAt) / (1000 * options.seconds))
  const instance = instanceOf(problem)
  const best = new Best(instance, options.report)
  const isExact = isWithinReach(instance)

  const seating = firstSeating(instance)
  best.offer(seating)
  for (const [round, { tries, from }] of ROUNDS.entries()) {
    const roundAt = gone()
    // What is left after the first round is only worth another one if it is as long.
    if (roundAt >= (round === 0 ? ANNEALING_SHARE : ANNEALING_SHARE / 2)) break
    const share = () => (gone() - roundAt) / (ANNEALING_SHARE - roundAt)
    anneal(seating, {
      seed: options.seed + 7919 * round,
      steps: tries * instance.units.length,
      from,
      to: COLDEST,
      gone: share,
      better: (where) => best.offerWhere(where),
    })
    descend(seating, () => share() >= 1)
    best.offer(seating)
    best.say()
  }

  const admittedBands =
    best.seating === null
      ? null
      : priceBound(instance, {
          target: best.seating.total,
          start: best.seating,
          rounds: PRICE_ROUNDS,
          // Where HiGHS cannot follow, the rest of the time is for prices.
          stop: () => gone() >= (isExact ? PRICING_SHARE : 1),
          bound: (bound, certificate) => best.raise(bound, certificate),
        })
  if (best.isProven()) return best.plan()

  if (best.seating !== null && !isExact) return best.plan()
  const end = await solveExactly(instance, best.seating, gone() < 1 ? (admittedBands?.() ?? null) : null, {
    seed: options.seed,
    stop: () => gone() >= 1,
    seconds: Math.max(0.1, options.seconds - (performance.now() - begunAt) / 1000),
    bound: (bound) => best.raise(bound),
    better: (where) => best.offerWhere(where),
  })
  if (end === 'impossible')
    return noPlan(problem, [t('Die Gruppen, die geöffnet bleiben müssen, finden nicht alle zugleich genug passende Personen.')])
  if (best.seating === null) throw new WorkbenchError(planNotFound, { seconds: Math.round(options.seconds) })
  return best.plan()
}

function noPlan(problem: GroupingProblem, infeasible: string[]): NoPlan {
  return { format: 'grouping-plan-1', instance: problem.name, infeasible }
}

/** The best plan so far and the highest bound; says so when either gets better. */
class Best {
  seating: Seating | null = null
  private bound: number | null = null
  private certificate: Certificate | null = null
  private readonly instance: Instance
  private readonly report: (plan: GroupingPlan) => void
  private reportedAt = -Infinity

  constructor(instance: Instance, report: (plan: GroupingPlan) => void) {
    this.instance = instance
    this.report = report
  }

  offer(seating: Seating): void {
    if (seating.isComplete()) this.offerWhere(seating.where)
  }

  /** Takes a seating if it keeps every rule and costs less; HiGHS's own are asked again, for it works with tolerances. */
  offerWhere(where: Int32Array): void {
    const seating = new Seating(this.instance)
    for (let unit = 0; unit < where.length; unit++) {
      const to = where[unit]!
      if (to === NONE) continue
      if (!seating.mayOpen(to) || seating.costWith(to, unit, NONE) >= EXCLUDED) return
      seating.move(unit, to)
    }
    if (!seating.isComplete() || (this.seating !== null && seating.total >= this.seating.total)) return
    const isFirst = this.seating === null
    this.seating = seating
    if (isFirst || performance.now() - this.reportedAt >= 200) this.say()
  }

  /** Reports the best plan, also where the last report was a moment ago. */
  say(): void {
    if (this.seating === null) return
    this.reportedAt = performance.now()
    this.report(this.plan())
  }

  raise(bound: number, certificate: Certificate | null = null): void {
    if (this.bound !== null && bound <= this.bound) return
    this.bound = bound
    this.certificate = certificate
    if (performance.now() - this.reportedAt >= 200 || this.isProven()) this.say()
  }

  isProven(): boolean {
    return this.seating !== null && this.bound !== null && this.bound >= this.seating.total
  }

  /** @throws Error where there is no plan, or where it fails the checker: a bug that must not reach the screen */
  plan(): GroupingPlan {
    if (this.seating === null) throw new Error('No plan was found within the limits')
    const cost = this.seating.total
    const plan: GroupingPlan = {
      ...this.seating.plan(this.bound === null ? null : Math.min(this.bound, cost)),
      ...(this.isProven() ? { proven: true } : {}),
      ...(this.certificate === null ? {} : { certificate: this.certificate }),
    }
    const [problem] = checkPlan(this.instance.problem, plan).problems
    if (problem !== undefined) throw new Error('The search built a plan that its checker refuses')
    return plan
  }
}
