/** What Google answers to a request that it does not carry out. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly reason = 'badRequest',
  ) {
    super(message);
  }
}

export function refuse(message: string): never {
  throw new Refused(400, message);
}
