import {
  Button,
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  Tabs,
} from './govuk-frontend.min.js'
import { keepNotes } from './autosave.js'

/** How long a second press counts as the same one, in milliseconds. */
const SAME_PRESS = 1500

createAll(CharacterCount)
createAll(Checkboxes)
createAll(ErrorSummary)
createAll(FileUpload)
createAll(NotificationBanner)
createAll(PasswordInput)
createAll(Radios)
createAll(ServiceNavigation)
createAll(SkipLink)
createAll(Tabs)
createAll(Button, { preventDoubleClick: true })

guardAgainstSecondPress()
choosersSubmitThemselves()
printButtonsPrint()
keepNotes()

/** A form sent twice within a moment by the same button is sent once; the server refuses it too. */
function guardAgainstSecondPress() {
  const last = new WeakMap()

  document.addEventListener('submit', event => {
    const { target: form, submitter, timeStamp } = event
    const before = last.get(form)

    if (before && before.submitter === submitter && timeStamp - before.timeStamp < SAME_PRESS) {
      event.preventDefault()
    } else {
      last.set(form, { submitter, timeStamp })
    }
  })
}

/** A select marked data-submit sends its form when changed; its button stays for everyone else. */
function choosersSubmitThemselves() {
  for (const chooser of document.querySelectorAll('select[data-submit]')) {
    chooser.addEventListener('change', () => chooser.form.requestSubmit())
  }
}

/** Buttons marked data-print are hidden in the page until there is a script to obey them. */
function printButtonsPrint() {
  for (const button of document.querySelectorAll('button[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }
}
