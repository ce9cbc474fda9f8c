/** `mini` when the reader collapsed the rail; read by the server, so that nothing jumps. */
export const RAIL_COOKIE = 'gatehouse-rail'
