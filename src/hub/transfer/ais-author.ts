// The name under which what people wrote in АИС itself comes in: it belongs to no account.
export const aisAuthor = 'ais'
