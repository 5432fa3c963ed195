// From a problem to its plan: greedy start, annealing, a bound from prices, then HiGHS for proof and what is left. No Electron, no store: bench and tests call it bare.
import { checkPlan } from '../../../shared/courses/grouping/check'
import type { GroupingPlan, GroupingProblem, NoPlan } from '../../../shared/courses/grouping/model'
import { t } from '../../../shared/i18n/text'
import { anneal } from './annealing'
import { conflictsOf } from './conflicts'
import { descend, firstSeating } from './greedy'
import { solveExactly } from './highs'
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
 * @throws Error if not even a first plan was found, which is no proof that there is none
 */
export async function findPlan(problem: GroupingProblem, options: SearchOptions): Promise<GroupingPlan | NoPlan> {
  const conflicts = conflictsOf(problem)
  if (conflicts.length > 0) return noPlan(problem, conflicts)
  const begunAt = performance.now()
  const isAfter = (share: number) => performance.now() >= begunAt + 1000 * share * options.seconds
  const stopAt = (share: number) => () => options.signal.aborted || isAfter(share)
  const instance = instanceOf(problem)
  const best = new Best(instance, options.report)

  const seating = firstSeating(instance)
  best.offer(seating)
  let pace = 0
  ROUNDS.forEach(({ tries, from }, round) => {
    const steps = tries * instance.units.length
    // A round that is cut short ends warm and gains nothing, so it is not begun.
    const roundAt = performance.now()
    if (stopAt(ANNEALING_SHARE)() || (round > 0 && roundAt + pace * steps > begunAt + 1000 * ANNEALING_SHARE * options.seconds)) return
    anneal(seating, {
      seed: options.seed + 7919 * round,
      steps,
      from,
      to: COLDEST,
      stop: stopAt(ANNEALING_SHARE),
      better: (where) => best.offerWhere(where),
    })
    pace = (performance.now() - roundAt) / steps
    descend(seating, stopAt(ANNEALING_SHARE))
    best.offer(seating)
    best.say()
  })

  const admitted =
    best.seating === null
      ? null
      : priceBound(instance, {
          target: best.seating.total,
          rounds: PRICE_ROUNDS,
          stop: stopAt(PRICING_SHARE),
          bound: (bound, certificate) => best.raise(bound, certificate),
        })
  if (best.isProven()) return best.plan()

  const end = await solveExactly(instance, best.seating, admitted, {
    seed: options.seed,
    stop: stopAt(1),
    seconds: Math.max(0.1, options.seconds - (performance.now() - begunAt) / 1000),
    bound: (bound) => best.raise(bound),
    better: (where) => best.offerWhere(where),
  })
  if (end === 'impossible')
    return noPlan(problem, [t('Die Gruppen, die geöffnet bleiben müssen, finden nicht alle zugleich genug passende Personen.')])
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
