import { useId } from 'react'
import { type Chart as ChartOf, type ChartColours, describe, drawingOf, tableOfChart } from '../../shared/core/chart'
import type { Shape } from '../../shared/core/drawing'
import { t } from '../../shared/i18n/text'
import styles from './Chart.module.css'

/** The theme's own, so that a chart follows light, dark and contrast without being drawn anew. */
const COLOURS: ChartColours = {
  ink: 'var(--kern-color-layout-text-default)',
  grid: 'var(--kw-line)',
  series: ['var(--kw-pace-even)', 'var(--kw-pace-fast)', 'var(--kw-pace-slow)'],
}

/** Figures as a picture, with their table to open below it. The picture says in one sentence what it shows. */
export function Chart({ chart }: { chart: ChartOf }) {
  const id = useId()
  const { width, height, shapes } = drawingOf(chart, COLOURS)
  const { columns, rows } = tableOfChart(chart)
  return (
    <figure className={styles.figure}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-words`}
        className={styles.picture}
      >
        <title id={`${id}-title`}>{chart.title}</title>
        <desc id={`${id}-words`}>{describe(chart)}</desc>
        {shapes.map((shape, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- shapes have no names, and are drawn anew as a whole
          <Drawn key={index} shape={shape} />
        ))}
      </svg>
      <details className={styles.details}>
        <summary>{t('Als Tabelle')}</summary>
        <table className={styles.table}>
          <caption className={styles.caption}>{chart.title}</caption>
          <thead>
            <tr>
              {columns.map(({ header }) => (
                <th key={header} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([category, ...figures]) => (
              <tr key={category}>
                <th scope="row">{category}</th>
                {figures.map((figure, index) => (
                  <td key={columns[index + 1]?.header}>{figure}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

function Drawn({ shape }: { shape: Shape }) {
  switch (shape.kind) {
    case 'rectangle': {
      const { x, y, width, height, fill } = shape
      return <rect x={x} y={y} width={width} height={height} style={{ fill }} />
    }
    case 'line': {
      const { points, stroke, thickness, dash } = shape
      return (
        <polyline
          points={points.map((point) => point.join(',')).join(' ')}
          strokeWidth={thickness}
          strokeDasharray={dash.length === 0 ? undefined : dash.join(' ')}
          style={{ fill: 'none', stroke }}
        />
      )
    }
    case 'words': {
      const { x, y, size, anchor, fill, text } = shape
      return (
        <text x={x} y={y} fontSize={size} textAnchor={anchor} style={{ fill }}>
          {text}
        </text>
      )
    }
  }
}
