/** How long after the last key a note is sent, in milliseconds. */
const PAUSE = 800

/** How long until a note that could not be sent is tried again, in milliseconds. */
const AGAIN = 5000

/**
 * Saves every form marked data-autosave as it is written, and says so in its [data-saved]. Without
 * scripts its button saves; with them the button stays, for whoever would rather press it.
 */
export function keepNotes() {
  for (const form of document.querySelectorAll('form[data-autosave]')) keepNote(form)
}

function keepNote(form) {
  const place = form.querySelector('[data-saved]')
  let written = 0
  let saved = 0
  let sending = false
  let timer

  form.addEventListener('input', () => {
    written += 1
    say('waiting', 'Saving…')
    sendAfter(PAUSE)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && saved < written) void send()
  })
  window.addEventListener('beforeunload', event => {
    if (saved < written && !sending) event.preventDefault()
  })
  form.addEventListener('submit', () => {
    clearTimeout(timer)
    saved = written
  })

  function sendAfter(time) {
    clearTimeout(timer)
    timer = setTimeout(send, time)
  }

  /** One at a time, so that an older text can never arrive after a newer one. */
  async function send() {
    clearTimeout(timer)
    if (sending) return

    sending = true
    const version = written
    const kept = await post(form)
    sending = false

    if (!kept) {
      say('failed', 'Not saved yet. We will keep trying while this page is open.')
      sendAfter(AGAIN)
    } else if (version < written) {
      saved = version
      sendAfter(0)
    } else {
      saved = version
      say('done', 'Saved')
    }
  }

  function say(state, words) {
    if (!place) return
    place.className = `saved saved--${state}`
    place.textContent = words
  }
}

/** The route may answer as to any form, or shortly, seeing autosave=1. Being asked to sign in is not being saved. */
async function post(form) {
  const body = new URLSearchParams(new FormData(form))
  body.set('autosave', '1')

  try {
    const answer = await fetch(form.action, { method: 'POST', body, keepalive: true })
    if (!answer.ok || new URL(answer.url).pathname.startsWith('/sign-in')) return false
    await keepInStep(form, answer)
    return true
  } catch {
    return false
  }
}

/** The next save says which version it follows, so that two open tabs cannot overwrite each other unseen. */
async function keepInStep(form, answer) {
  if (!answer.headers.get('content-type')?.startsWith('application/json')) return
  const { edit } = await answer.json()
  for (const other of document.querySelectorAll(
    `input[name="edit"][data-of="${form.dataset.of}"]`,
  )) {
    other.value = edit
  }
}
