// Where a request comes from, for whoever counts wrong passwords.

const isThisMachine = (address: string): boolean => /^(127\.|::1$|::ffff:127\.)/.test(address)

/**
 * A proxy on this machine tells the tablet's address last in `forwarded` (X-Forwarded-For); from anywhere else that
 * header is only what somebody says of themselves.
 */
export const clientAddress = (socket: string, forwarded: string | undefined): string => {
  const told = forwarded?.split(',').at(-1)?.trim()
  return isThisMachine(socket) && told ? told : socket
}
