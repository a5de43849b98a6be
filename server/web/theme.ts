const OURS = '"Source Sans 3",system-ui,sans-serif'

/**
 * GOV.UK Frontend's stylesheet without what is not ours to use off gov.uk: its typeface and the
 * royal crest. Its colours are custom properties, which static/css/base.css sets to our own.
 */
export function themed(css: string): string {
  return css
    .replace(/\/\*![\s\S]*?\*\//g, '')
    .replace(/@font-face\{[^}]*\}/g, '')
    .replace(/GDS Transport,arial,sans-serif/g, OURS)
    .replace(/[a-z-]+:url\([^)]*govuk-crest[^)]*\)[^;}]*;?/g, '')
    .replace(/\/\*# sourceMappingURL=.*?\*\//g, '')
}
