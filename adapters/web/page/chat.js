/** The local chat's page: what is written, the cards as they come, forms, and the sample network's clock. Texts of people are set as text, never as HTML. */
const $ = id => document.getElementById(id)
const params = new URLSearchParams(location.search)
const state = { as: params.get('as') || 'health', language: params.get('language'), members: [], source: null, busy: 0 }
const words = () => globalThis.pageWords[state.language]

const host = new globalThis.AdaptiveCards.HostConfig({
  fontFamily: 'inherit',
  spacing: { small: 4, default: 10, medium: 16, large: 24, extraLarge: 32, padding: 12 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  fontSizes: { small: 14, default: 16, medium: 18, large: 20, extraLarge: 24 },
  // Arabic letters reach further down than Latin ones, and a line cuts off what does not fit it.
  lineHeights: { small: 22, default: 26, medium: 29, large: 32, extraLarge: 38 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  supportsInteractivity: true,
  imageSizes: { small: 40, medium: 80, large: 120 },
  containerStyles: Object.fromEntries(
    ['default', 'emphasis', 'accent', 'good', 'warning', 'attention'].map(name => [
      name,
      {
        backgroundColor: `var(--${name})`,
        foregroundColors: Object.fromEntries(
          ['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'].map(c => [
            c,
            { default: c === 'attention' ? 'var(--bad)' : 'var(--text)', subtle: 'var(--quiet)' },
          ]),
        ),
      },
    ]),
  ),
  actions: { maxActions: 12, spacing: 'default', buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
})

const draw = (cards, id) => {
  const out = document.createElement('div')
  for (const json of cards) {
    const card = new globalThis.AdaptiveCards.AdaptiveCard()
    card.hostConfig = host
    card.onExecuteAction = action =>
      action instanceof globalThis.AdaptiveCards.OpenUrlAction ? fetchFile(action) : submit(action, id, out)
    card.onAnchorClicked = () => true
    card.parse(json)
    const element = card.render()
    if (element) out.append(element)
  }
  return out
}

/** A file comes as a download, and the page stays. */
function fetchFile(action) {
  const a = document.createElement('a')
  a.href = action.url
  a.download = ''
  a.click()
}

async function post(path, body) {
  const response = await fetch(`/chat/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as: state.as, id: crypto.randomUUID(), ...body }),
  })
  const answer = await response.json().catch(() => ({}))
  if (!response.ok) throw new Error(answer.problem || words().notSaved)
  return answer
}

async function waiting(work) {
  state.busy++
  $('waiting').hidden = false
  toEnd()
  $('problem').hidden = true
  try {
    return await work()
  } catch (error) {
    $('problem').textContent = error instanceof TypeError ? words().lost : error.message
    $('problem').hidden = false
    return null
  } finally {
    if (--state.busy === 0) $('waiting').hidden = true
  }
}

async function submit(action, id, drawn) {
  const buttons = drawn.querySelectorAll('button')
  const sentFromDialog = $('dialog').open
  for (const b of buttons) b.disabled = true
  const answer = await waiting(() => post('submit', { data: action.data ?? {}, card: id }))
  for (const b of buttons) b.disabled = false
  if (!answer) return
  // Whoever closed the form meanwhile does not want it back.
  if (sentFromDialog && !$('dialog').open) return
  if (answer.dialog) openDialog(answer.dialog)
  else if ($('dialog').open) $('dialog').close()
}

function openDialog(form) {
  const dialog = $('dialog')
  dialog.dir = form.language === 'ar' ? 'rtl' : 'ltr'
  dialog.lang = form.language
  $('dialog-title').textContent = form.title
  $('dialog-body').replaceChildren(draw(form.cards, undefined))
  if (!dialog.open) dialog.showModal()
  dialog.querySelector('input, select, textarea')?.focus({ preventScroll: true })
  dialog.scrollTop = 0
}

const toEnd = () => {
  $('log').scrollTop = $('log').scrollHeight
  scrollTo(0, document.body.scrollHeight)
}

function bubble(from, id, language) {
  let article = id && document.querySelector(`[data-id="${CSS.escape(id)}"]`)
  if (!article) {
    document.querySelector('.empty')?.remove()
    article = document.createElement('article')
    if (id) article.dataset.id = id
    $('log').append(article)
  }
  article.className = from
  if (language) {
    article.lang = language
    article.dir = language === 'ar' ? 'rtl' : 'ltr'
  }
  return article
}

function person(id, text) {
  const article = bubble('person', id)
  const p = document.createElement('p')
  p.dir = 'auto'
  p.textContent = text
  const edit = document.createElement('button')
  edit.type = 'button'
  edit.className = 'edit'
  edit.textContent = '✎'
  edit.title = words().edit
  edit.setAttribute('aria-label', words().edit)
  edit.onclick = () => {
    const area = document.createElement('textarea')
    area.value = text
    area.dir = 'auto'
    area.setAttribute('aria-label', words().edit)
    const save = document.createElement('button')
    save.type = 'button'
    save.textContent = words().save
    save.onclick = async () => {
      const done = await waiting(() => post('edit', { message: id, text: area.value }))
      if (done) person(id, area.value)
    }
    article.replaceChildren(area, save)
    area.focus()
  }
  // What has no number, a file, is not rewritten.
  article.replaceChildren(p, ...(id ? [edit] : []))
}

function connect() {
  state.source?.close()
  $('log').replaceChildren()
  const source = new EventSource(`/chat/events?as=${encodeURIComponent(state.as)}`)
  state.source = source
  source.onopen = () => $('log').replaceChildren()
  source.onmessage = e => {
    const event = JSON.parse(e.data)
    if (event.kind === 'bot' || event.kind === 'update')
      bubble('bot', event.id, event.language).replaceChildren(draw(event.cards, event.id))
    else if (event.kind === 'person') person(event.id, event.text)
    // Whoever has said nothing yet is told how to begin, whatever was sent to them before.
    else if (event.kind === 'ready' && !document.querySelector('article.person')) {
      const p = document.createElement('p')
      p.className = 'empty'
      p.textContent = words().empty
      $('log').append(p)
    }
    toEnd()
  }
}

async function say(text) {
  const id = crypto.randomUUID()
  person(id, text)
  const answer = await waiting(() => post('message', { text, id }))
  if (answer === null) {
    bubble('person', id).remove()
    $('text').value = text
  }
}

async function clock() {
  const response = await fetch('/chat/clock')
  $('clock').hidden = !response.ok
  if (!response.ok) return
  const face = await response.json()
  const shown = new Intl.DateTimeFormat(state.language === 'ar' ? 'ar-BH-u-nu-arab' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: face.zone,
  })
  $('now').textContent = `${words().now}: ${shown.format(new Date(face.now))}`
  $('date').min = face.now.slice(0, 10)
  $('jumps').replaceChildren(
    ...face.jumps.map(jump => {
      const b = document.createElement('button')
      b.type = 'button'
      b.textContent = words().jumps[jump.to]
      b.title = shown.format(new Date(jump.at))
      b.onclick = () => move(jump.at)
      return b
    }),
  )
}

async function move(to) {
  await waiting(async () => {
    const response = await fetch('/chat/clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ now: to }),
    })
    if (!response.ok) throw new Error((await response.json()).problem)
  })
  await clock()
}

function dress() {
  document.documentElement.lang = state.language
  document.documentElement.dir = state.language === 'ar' ? 'rtl' : 'ltr'
  for (const e of document.querySelectorAll('[data-word]')) e.textContent = words()[e.dataset.word]
  for (const e of document.querySelectorAll('[data-title]')) {
    e.title = words()[e.dataset.title]
    e.setAttribute('aria-label', words()[e.dataset.title])
  }
  $('text').placeholder = words().placeholder
  $('text').setAttribute('aria-label', words().message)
  $('language').value = state.language
  $('member').replaceChildren(
    ...state.members.map(m => {
      const o = document.createElement('option')
      o.value = m.handle
      const pick = t => t[state.language] ?? t.ar ?? t.en ?? ''
      o.textContent = `${pick(m.name)} – ${pick(m.organization)} (${m.handle})`
      return o
    }),
  )
  $('member').value = state.as
}

const remember = () =>
  history.replaceState(null, '', `?as=${encodeURIComponent(state.as)}${params.get('language') ? `&language=${state.language}` : ''}`)

$('say').onsubmit = e => {
  e.preventDefault()
  const text = $('text').value.trim()
  if (!text) return
  $('text').value = ''
  $('text').style.height = ''
  say(text)
}
$('text').onkeydown = e => {
  if (e.key === 'Enter' && !e.shiftKey && !e.isComposing) {
    e.preventDefault()
    $('say').requestSubmit()
  }
}
$('text').oninput = () => {
  $('text').style.height = 'auto'
  $('text').style.height = `${Math.min($('text').scrollHeight, 200)}px`
}
$('attach').onclick = () => $('file').click()
$('file').onchange = async () => {
  const file = $('file').files[0]
  if (!file) return
  let bytes
  if (file.size <= state.fileBytes) {
    const raw = new Uint8Array(await file.arrayBuffer())
    let binary = ''
    for (let i = 0; i < raw.length; i += 8192) binary += String.fromCharCode(...raw.subarray(i, i + 8192))
    bytes = btoa(binary)
  }
  person(undefined, file.name)
  await waiting(() => post('file', { name: file.name, mime: file.type || 'application/octet-stream', size: file.size, bytes, text: '' }))
  $('file').value = ''
}
$('member').onchange = () => {
  state.as = $('member').value
  if (!params.get('language')) state.language = state.members.find(m => m.handle === state.as)?.language ?? state.language
  dress()
  remember()
  connect()
  clock()
}
$('language').onchange = () => {
  state.language = $('language').value
  dress()
  clock()
}
$('clock').onsubmit = e => {
  e.preventDefault()
  if ($('date').value) move(`${$('date').value}T12:00:00`)
}
$('dialog-close').onclick = () => $('dialog').close()

state.fileBytes = (await (await fetch('/chat/limits')).json()).fileBytes
state.members = await (await fetch('/chat/members')).json()
if (!state.language) state.language = state.members.find(m => m.handle === state.as)?.language ?? 'ar'
dress()
connect()
clock()
