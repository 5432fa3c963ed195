// Recomputes ui.md section 5 from the tokens as the browser gets them: KERN's sheet and our roles.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'

const root = new URL('../../../', import.meta.url)
const kern = readFileSync(createRequire(import.meta.url).resolve('@kern-ux/native/dist/kern.css'), 'utf8')
const ours = readFileSync(new URL('renderer/ui/tokens.css', root), 'utf8')

type Theme = 'light' | 'dark'
const themes: readonly Theme[] = ['light', 'dark']

/** Declarations of all rules with this selector in their list, later ones winning; media queries are left out. */
function declarations(css: string, selector: RegExp): Map<string, string> {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
  const found = new Map<string, string>()
  for (const [, selectors = '', body = ''] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (!selectors.split(',').some((one) => selector.test(one.trim()))) continue
    for (const [, name = '', value = ''] of body.matchAll(/(--[\w-]+)\s*:\s*([^;]+);?/g)) found.set(name, value.trim())
  }
  return found
}

function tokens(theme: Theme): Map<string, string> {
  const base = /^(:root|::root)$/
  const themed = new RegExp(`^\\[data-kern-theme=['"]?${theme}['"]?\\]$`)
  return new Map([...declarations(kern, base), ...declarations(kern, themed), ...declarations(ours, base), ...declarations(ours, themed)])
}

function colour(name: string, known: Map<string, string>): string {
  const value = known.get(name)
  if (value === undefined) throw new Error(`There is no token ${name}`)
  const target = /^var\((--[\w-]+)/.exec(value)?.[1]
  return target === undefined ? value : colour(target, known)
}

/** Relative luminance (WCAG 2.x) of an oklch() colour, clipped to sRGB. Matrices: Björn Ottosson's OKLab. */
function luminance(oklch: string): number {
  const parts = /^oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)$/.exec(oklch)
  if (parts === null) throw new Error(`Not an oklch colour: ${oklch}`)
  const [lightness, chroma, hue] = [Number(parts[1]) / 100, Number(parts[2]), (Number(parts[3]) * Math.PI) / 180]
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)]
  const [l, m, s] = [
    lightness + 0.3963377774 * a + 0.2158037573 * b,
    lightness - 0.1055613458 * a - 0.0638541728 * b,
    lightness - 0.0894841775 * a - 1.291485548 * b,
  ].map((cone) => cone ** 3) as [number, number, number]
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  const [red, green, blue] = linear.map((part) => Math.min(1, Math.max(0, part))) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string, known: Map<string, string>): number {
  const [dark, light] = [luminance(colour(one, known)), luminance(colour(other, known))].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const surfaces = [
  '--kw-surface-content',
  '--kw-surface-panel',
  '--kw-surface-frame',
  '--kw-surface-head',
  '--kw-surface-raised',
  '--kw-hover',
  '--kw-selected',
  '--kw-locked-surface',
]
const feedback = ['danger', 'warning', 'info', 'success'].map((kind) => `--kern-color-feedback-${kind}`)
const text = '--kern-color-layout-text-default'
const muted = '--kern-color-layout-text-muted'
const action = '--kern-color-action-default'

const pairs: readonly { what: string; goal: number; fore: readonly string[]; back: readonly string[] }[] = [
  {
    what: 'text',
    goal: 4.5,
    fore: [text],
    back: [...surfaces, '--kw-conflict-surface', '--kw-dirty-surface', ...feedback.map((kind) => `${kind}-background`)],
  },
  { what: 'muted text', goal: 4.5, fore: [muted], back: surfaces },
  { what: 'action text', goal: 4.5, fore: [action], back: ['--kw-surface-content', '--kw-surface-panel', '--kw-selected', '--kw-hover'] },
  { what: 'text on the primary button', goal: 4.5, fore: ['--kern-color-action-on-default'], back: [action] },
  { what: 'feedback text', goal: 4.5, fore: feedback, back: ['--kw-surface-content', '--kw-surface-panel', '--kw-hover'] },
  {
    what: 'error text on its notice',
    goal: 4.5,
    fore: ['--kern-color-feedback-danger'],
    back: ['--kern-color-feedback-danger-background'],
  },
  { what: 'conflict text', goal: 4.5, fore: ['--kw-conflict'], back: ['--kw-surface-panel', '--kw-selected', '--kw-conflict-surface'] },
  { what: 'old value', goal: 4.5, fore: ['--kw-old'], back: ['--kw-old-surface'] },
  { what: 'new value', goal: 4.5, fore: ['--kw-new'], back: ['--kw-new-surface'] },
  { what: 'Art. 9 stamp', goal: 4.5, fore: ['--kw-art9-on'], back: ['--kw-art9'] },
  { what: 'numbers on weak heat', goal: 4.5, fore: ['--kw-heat-on-light'], back: ['--kw-heat-1', '--kw-heat-2', '--kw-heat-3'] },
  { what: 'numbers on strong heat', goal: 4.5, fore: ['--kw-heat-on-dark'], back: ['--kw-heat-4', '--kw-heat-5'] },
  { what: 'control border', goal: 3, fore: ['--kw-control-border'], back: ['--kw-control-surface', '--kw-surface-panel'] },
  { what: 'municipality border', goal: 3, fore: ['--kw-map-line'], back: ['--kw-map-land', '--kw-map-land-alt'] },
  { what: 'focus ring', goal: 3, fore: ['--kern-color-action-focus-default'], back: surfaces },
  { what: 'selection bar', goal: 3, fore: ['--kw-selected-bar'], back: ['--kw-selected', '--kw-surface-content', '--kw-surface-frame'] },
  {
    what: 'pace marks',
    goal: 3,
    fore: ['--kw-pace-slow', '--kw-pace-even', '--kw-pace-fast'],
    back: ['--kw-band', '--kw-surface-content', '--kw-selected'],
  },
]

describe.each(themes)('in the %s theme', (theme) => {
  const known = tokens(theme)
  test.each(pairs)('$what stands out', ({ goal, fore, back }) => {
    const weak = fore
      .flatMap((one) => back.map((other) => ({ pair: `${one} on ${other}`, ratio: contrast(one, other, known) })))
      .filter(({ ratio }) => ratio < goal)
    expect(weak).toEqual([])
  })
})

test('on a selected dark row the lighter feedback colours stand out', () => {
  const known = new Map([
    ...tokens('dark'),
    ...declarations(ours, /^\[data-kern-theme='dark'\] :is\(/),
    ...declarations(ours, /^\[aria-current='true'\]\)$/),
  ])
  for (const kind of feedback) {
    expect(known.get(kind)).toMatch(/-300\)$/)
    expect(contrast(kind, '--kw-selected', known)).toBeGreaterThanOrEqual(4.5)
  }
})

test("the arithmetic is right: black on white is 21, and KERN's muted text on white what ui.md measured", () => {
  const known = tokens('light')
  expect(contrast('--kern-color-black', '--kern-color-white', known)).toBeCloseTo(21, 5)
  expect(contrast(muted, '--kw-locked-surface', known)).toBeCloseTo(5.38, 1)
})

test('roles only point to tokens; no colour is made outside of KERN', () => {
  const made = [...ours.matchAll(/(#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(|oklch\()/gi)].map(([colourText]) => colourText)
  expect(made).toEqual([])
})
