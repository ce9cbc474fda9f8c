/**
 * How closely a principal element names the caller. It decides what else must allow: NAMED (the user,
 * the session, or "*") stands alone in the same account; ROLE (its role, or the user who federated) is
 * limited by boundary and session policies; ACCOUNT only delegates to the account's own policies.
 * Source: IAM user guide, principal element and evaluation logic.
 */
export type Grant = 0 | 1 | 2 | 3

export const NOBODY = 0
export const ACCOUNT = 1
export const ROLE = 2
export const NAMED = 3
