// Parts of an address, as a screen takes them.

/** An address may be typed by hand: what can't be read leads to where nothing is found, and says so. */
export const readPart = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
