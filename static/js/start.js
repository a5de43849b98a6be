// Loaded first in the body: tells the stylesheet and GOV.UK's scripts what this browser can do.
document.body.className += ` js-enabled${'noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : ''}`
