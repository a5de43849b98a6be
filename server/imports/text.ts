export type Decoded = { text: string; notes: string[] } | { refused: string }

/** The text of a file in any of the encodings that spreadsheet programs save CSV in. */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second] = bytes

  if (first === 0xff && second === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(bytes), notes: [] }
  } else if (first === 0xfe && second === 0xff) {
    return { text: new TextDecoder('utf-16be').decode(bytes), notes: [] }
  } else if (first === 0x50 && second === 0x4b) {
    return { refused: 'This is a spreadsheet, not a CSV file. Save it as CSV and try again.' }
  } else if (bytes.includes(0)) {
    return { refused: 'This is not a text file. Save the figures as CSV and try again.' }
  } else {
    return decodeBytes(bytes)
  }
}

function decodeBytes(bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notes: [] }
  } catch {
    return {
      text: new TextDecoder('windows-1252').decode(bytes),
      notes: ['The file is not UTF-8, so it was read as Windows-1252, as Excel saves CSV.'],
    }
  }
}
