/** The API's « doit être en https: » beside its field: a whole sentence about the subject. */
export function sentence(subject: string, message: string): string {
  const whole = /^\p{Ll}/u.test(message) ? `${subject} ${message}` : message;
  return /[.!?…]$/.test(whole) ? whole : `${whole}.`;
}
