/** The role all work is done in: it owns no table and is no superuser, so row-level security binds it. */
export const APPLICATION_ROLE = 'six_friends_app'
