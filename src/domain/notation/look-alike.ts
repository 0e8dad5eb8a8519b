// Latin letters that look like Russian ones: lists and fields are filled in either alphabet.
const latin = 'ABEKMHOPCTX'
const cyrillic = 'АВЕКМНОРСТХ'

/** In capitals of one alphabet: neither case nor a Latin look-alike tells two such texts apart. */
export const folded = (text: string): string =>
  [...text.normalize('NFC').toUpperCase()].map((letter) => cyrillic[latin.indexOf(letter)] ?? letter).join('')
