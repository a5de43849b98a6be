/* Makes pictures live: the server's drawing stands until its chart has been drawn in its place. */

/** There the narrow drawing stays: it is made for it, and the table has every number. */
const PHONE = '(max-width: 640px)'

void lettersReady().then(() => start(document))
swapWithoutLoading()

/** A canvas does not redraw itself when its font arrives. */
function lettersReady() {
  const weights = [400, 700].map(weight => document.fonts.load(`${weight} 13px "Source Sans 3"`))
  return Promise.allSettled(weights)
}

function start(root) {
  if (!window.Chart) return
  for (const holder of root.querySelectorAll('[data-chart]')) makeLive(holder)
}

function makeLive(holder) {
  const picture = holder.closest('.picture')
  const spec = JSON.parse(holder.dataset.chart)
  if (picture.matches('.picture--both') && window.matchMedia(PHONE).matches) return
  if (spec.heights.every(height => height === null)) return

  const canvas = document.createElement('canvas')

  holder.hidden = false
  holder.style.height = `${spec.height}px`
  holder.append(canvas)
  const chart = new window.Chart(canvas, withWords(spec))

  picture.classList.add('picture--live')
  const key = picture.querySelector('.picture__key')
  if (key) key.hidden = false
  nameFor(canvas, spec)
  readByKeyboard(canvas, chart, spec, announcerIn(holder))
  holder.chart = chart
}

/** What JSON cannot carry: the words on the axis and in the box beside a point. */
function withWords({ config, readings, tickTexts }) {
  const { options } = config
  const ticks = options.scales.y.ticks
  const tooltip = options.plugins.tooltip
  const parts = index => readings[index].split(', ')

  ticks.callback = value => tickTexts[Number(value.toPrecision(12))] ?? ''
  tooltip.filter = (item, _, items) => item.dataset.label === leading(items)
  tooltip.callbacks = {
    title: items => (items.length > 0 ? parts(items[0].dataIndex)[0] : ''),
    label: item => parts(item.dataIndex).slice(1),
  }
  return config
}

/** One box a period: the actual's if there is one, else the forecast's, else whatever is there. */
function leading(items) {
  const labels = items.map(item => item.dataset.label)
  return ['Actual', 'Forecast'].find(label => labels.includes(label)) ?? labels[0]
}

function nameFor(canvas, { alt }) {
  canvas.tabIndex = 0
  canvas.setAttribute('role', 'application')
  canvas.setAttribute('aria-roledescription', 'chart')
  canvas.setAttribute('aria-label', `${alt} Left and right arrow keys read each period.`)
}

function announcerIn(holder) {
  const announcer = document.createElement('p')
  announcer.className = 'govuk-visually-hidden'
  announcer.setAttribute('aria-live', 'polite')
  holder.append(announcer)
  return announcer
}

function readByKeyboard(canvas, chart, { readings, heights }, announcer) {
  const last = readings.length - 1
  let at = null

  canvas.addEventListener('keydown', event => {
    const next = stepFrom(at, event.key, last)
    if (next === undefined) return
    event.preventDefault()
    at = next
    announcer.textContent = at === null ? '' : readings[at]
    show(chart, at === null || heights[at] === null ? null : at)
  })
  canvas.addEventListener('blur', () => show(chart, null))
}

/** Where a key leads: a period, null to leave off, undefined when the key is not ours. */
function stepFrom(at, key, last) {
  if (last < 0) return undefined
  switch (key) {
    case 'ArrowRight':
      return at === null ? 0 : Math.min(last, at + 1)
    case 'ArrowLeft':
      return at === null ? last : Math.max(0, at - 1)
    case 'Home':
      return 0
    case 'End':
      return last
    case 'Escape':
      return at === null ? undefined : null
    default:
      return undefined
  }
}

function show(chart, at) {
  const points = at === null ? [] : pointsAt(chart, at)
  const { x, y } = points.length > 0 ? pixelOf(chart, points[0]) : { x: 0, y: 0 }
  chart.setActiveElements(points)
  chart.tooltip.setActiveElements(points, { x, y })
  chart.update()
}

function pointsAt(chart, index) {
  const { datasets } = chart.data
  for (const label of ['Actual', 'Forecast']) {
    const datasetIndex = datasets.findIndex(set => set.label === label)
    if ((datasets[datasetIndex]?.data[index] ?? null) !== null) return [{ datasetIndex, index }]
  }
  return []
}

const pixelOf = (chart, { datasetIndex, index }) => chart.getDatasetMeta(datasetIndex).data[index]

/** Links marked data-swap-link change only the part of the page they are in; the address follows. */
function swapWithoutLoading() {
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[data-swap-link]')
    const part = link?.closest('[data-swap]')
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey
    if (!part?.id || !plain || event.defaultPrevented) return
    event.preventDefault()
    swap(part, link.href).catch(() => window.location.assign(link.href))
  })
}

async function swap(part, address) {
  const answer = await fetch(address, { headers: { Accept: 'text/html' } })
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = page.getElementById(part.id)
  if (!answer.ok || !fresh) throw new Error(`No ${part.id} at ${address}`)

  for (const holder of part.querySelectorAll('[data-chart]')) holder.chart?.destroy()
  part.replaceWith(fresh)
  history.replaceState(null, '', address)
  start(fresh)
  fresh.querySelector('a[data-swap-link][aria-current]')?.focus()
}
