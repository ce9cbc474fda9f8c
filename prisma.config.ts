import { defineConfig } from 'prisma/config'

/** The address of the database is given to the client at run time; nothing here connects to one. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
})
