// Jobs in real workers: progress, cancelling while a solver computes, and the end of all of them at the lock.
import { expect, test } from 'playwright/test'
import { must, type Program, startProgram } from '../../fixtures/program.ts'

/** Plans the groups of the fictional county for up to a minute; gives the job's id and its newest state. */
async function planning(program: Program) {
  must(await program.shell('openDemo'))
  const { value } = must<{ value: { problem: unknown } }>(await program.call('courses.getGroupingProblem'))
  await program.page.evaluate(() => {
    const states: string[] = []
    Object.assign(window, { states })
    window.workbench.listen((event) => {
      const { type, job } = event as { type: string; job?: { state: string; progress: unknown } }
      if (type === 'job') states.push(job?.state === 'running' && job.progress !== null ? 'progress' : (job?.state ?? ''))
    })
  })
  const started = await program.page.evaluate(
    (problem) => window.workbench.startJob('courses.planGroups', { problem, seconds: 60 }),
    value.problem,
  )
  const id = started.ok ? String(started.value) : ''
  const newest = () => program.page.evaluate(() => (window as unknown as { states: string[] }).states.at(-1))
  await expect.poll(newest).toBe('progress')
  return { id, newest }
}

test('a solver in the middle of its work stops within a second, and its best plan is the answer', async () => {
  await using program = await startProgram()
  const { id, newest } = await planning(program)
  const askedAt = Date.now()
  await program.page.evaluate((job) => window.workbench.cancelJob(job), id)
  await expect.poll(newest, { intervals: [20] }).toBe('cancelled')
  expect(Date.now() - askedAt).toBeLessThan(1_000)
})

test('a lock ends what computes, and the window stays usable while it computes', async () => {
  await using program = await startProgram()
  const { newest } = await planning(program)
  const askedAt = Date.now()
  must(await program.shell('getState'))
  expect(Date.now() - askedAt).toBeLessThan(500)
  must(await program.shell('lock'))
  expect(await newest()).toBe('cancelled')
  await expect(program.page.getByLabel('Passphrase', { exact: true })).toBeVisible()
})
