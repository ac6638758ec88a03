import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use, type EChartsCoreOption, type EChartsType } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer])

export interface Series {
  name: string
  values: number[]
}

export interface ChartContent {
  kind: 'bar' | 'line'
  labels: string[]
  series: Series[]
  stacked?: boolean
  /** Bars that lie, for long names. */
  lying?: boolean
  format: (value: number) => string
}

const COLOURS = 8

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

/** Drawn on a canvas with the tooltip drawn too: the page's policy forbids styles that come as text. */
export function optionOf(content: ChartContent): EChartsCoreOption {
  const { kind, labels, series, stacked, lying, format } = content
  const text = token('--text-soft')
  const line = token('--line')
  const names = { type: 'category' as const, data: labels, axisLine: { lineStyle: { color: line } }, axisTick: { show: false }, axisLabel: { color: text, hideOverlap: true }, inverse: lying }
  const values = { type: 'value' as const, splitNumber: 4, axisLabel: { color: text, formatter: format }, splitLine: { lineStyle: { color: line } } }
  return {
    animationDuration: 200,
    color: Array.from({ length: COLOURS }, (_, at) => token(`--chart-${at + 1}`)),
    textStyle: { fontFamily: token('--font'), fontSize: 12 },
    grid: { left: 4, right: 12, top: series.length > 1 ? 40 : 12, bottom: 4, containLabel: true },
    legend: series.length > 1 ? { type: 'scroll', top: 0, left: 0, itemWidth: 12, itemHeight: 8, icon: 'roundRect', textStyle: { color: text } } : undefined,
    tooltip: {
      trigger: 'axis', renderMode: 'richText', axisPointer: { type: kind === 'bar' ? 'shadow' : 'line' },
      backgroundColor: token('--surface-raised'), borderColor: line, textStyle: { color: token('--text'), fontSize: 12 }, valueFormatter: (value: unknown) => format(Number(value)),
    },
    xAxis: lying ? values : names,
    yAxis: lying ? names : values,
    series: series.map((one) => ({
      type: kind, name: one.name, data: one.values, stack: stacked ? 'all' : undefined, barMaxWidth: 22, showSymbol: false,
      lineStyle: { width: 2 }, itemStyle: kind === 'bar' && !stacked ? { borderRadius: lying ? [0, 3, 3, 0] : [3, 3, 0, 0] } : {},
    })),
  }
}

export function draw(element: HTMLElement): EChartsType {
  return init(element, undefined, { renderer: 'canvas' })
}
