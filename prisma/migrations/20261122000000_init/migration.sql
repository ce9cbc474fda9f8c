-- CreateEnum
CREATE TYPE "Role" AS ENUM ('viewer', 'editor', 'admin');

-- CreateEnum
CREATE TYPE "ApiProtocol" AS ENUM ('REST', 'HTTP');

-- CreateEnum
CREATE TYPE "EndpointType" AS ENUM ('REGIONAL', 'EDGE');

-- CreateEnum
CREATE TYPE "SigningKeyUse" AS ENUM ('id', 'access');

-- CreateEnum
CREATE TYPE "PoolUserStatus" AS ENUM ('CONFIRMED', 'UNCONFIRMED', 'FORCE_CHANGE_PASSWORD', 'RESET_REQUIRED');

-- CreateEnum
CREATE TYPE "RequestOutcome" AS ENUM ('allow', 'deny', 'depends', 'error');

-- CreateEnum
CREATE TYPE "VersionAction" AS ENUM ('create', 'update', 'delete');

-- CreateTable
CREATE TABLE "installation" (
    "singleton" INTEGER NOT NULL DEFAULT 1,
    "id" TEXT NOT NULL,
    "checkValueSealed" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("singleton")
);

-- CreateTable
CREATE TABLE "demo_secret" (
    "name" TEXT NOT NULL,
    "valueSealed" TEXT NOT NULL,

    CONSTRAINT "demo_secret_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "config_head" (
    "singleton" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "config_head_pkey" PRIMARY KEY ("singleton")
);

-- CreateTable
CREATE TABLE "revision" (
    "number" INTEGER NOT NULL,
    "author" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "object_version" (
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "revisionNumber" INTEGER NOT NULL,
    "action" "VersionAction" NOT NULL,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT,

    CONSTRAINT "object_version_pkey" PRIMARY KEY ("kind","key","revisionNumber")
);

-- CreateTable
CREATE TABLE "account" (
    "id" CHAR(12) NOT NULL,
    "alias" TEXT,
    "organizationId" TEXT,
    "organizationPath" TEXT,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "iam_user" (
    "arn" TEXT NOT NULL,
    "accountId" CHAR(12) NOT NULL,
    "name" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "attachedPolicyArns" TEXT[],
    "permissionsBoundaryArn" TEXT,
    "tags" TEXT NOT NULL,

    CONSTRAINT "iam_user_pkey" PRIMARY KEY ("arn")
);

-- CreateTable
CREATE TABLE "iam_group" (
    "arn" TEXT NOT NULL,
    "accountId" CHAR(12) NOT NULL,
    "name" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "attachedPolicyArns" TEXT[],

    CONSTRAINT "iam_group_pkey" PRIMARY KEY ("arn")
);

-- CreateTable
CREATE TABLE "iam_group_member" (
    "userArn" TEXT NOT NULL,
    "accountId" CHAR(12) NOT NULL,
    "groupName" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "iam_group_member_pkey" PRIMARY KEY ("userArn","groupName")
);

-- CreateTable
CREATE TABLE "iam_role" (
    "arn" TEXT NOT NULL,
    "accountId" CHAR(12) NOT NULL,
    "name" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "trustPolicy" TEXT NOT NULL,
    "trustPolicySha256" CHAR(64) NOT NULL,
    "attachedPolicyArns" TEXT[],
    "permissionsBoundaryArn" TEXT,
    "maxSessionDurationSec" INTEGER NOT NULL,
    "tags" TEXT NOT NULL,

    CONSTRAINT "iam_role_pkey" PRIMARY KEY ("arn")
);

-- CreateTable
CREATE TABLE "iam_inline_policy" (
    "principalArn" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "document" TEXT NOT NULL,
    "documentSha256" CHAR(64) NOT NULL,
    "userArn" TEXT,
    "groupArn" TEXT,
    "roleArn" TEXT,

    CONSTRAINT "iam_inline_policy_pkey" PRIMARY KEY ("principalArn","name")
);

-- CreateTable
CREATE TABLE "managed_policy" (
    "arn" TEXT NOT NULL,
    "accountId" CHAR(12) NOT NULL,
    "name" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "documentSha256" CHAR(64) NOT NULL,

    CONSTRAINT "managed_policy_pkey" PRIMARY KEY ("arn")
);

-- CreateTable
CREATE TABLE "access_key" (
    "id" TEXT NOT NULL,
    "accountId" CHAR(12) NOT NULL,
    "userName" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL,
    "secretSealed" TEXT NOT NULL,

    CONSTRAINT "access_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "function" (
    "accountId" CHAR(12) NOT NULL,
    "region" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "handler" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "codeSha256" CHAR(64) NOT NULL,
    "environmentSealed" TEXT NOT NULL,
    "timeoutMs" INTEGER NOT NULL,
    "memoryMb" INTEGER NOT NULL,
    "tables" TEXT NOT NULL,
    "events" TEXT NOT NULL,

    CONSTRAINT "function_pkey" PRIMARY KEY ("accountId","region","name")
);

-- CreateTable
CREATE TABLE "user_pool" (
    "id" TEXT NOT NULL,
    "accountId" CHAR(12) NOT NULL,
    "region" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "issuer" TEXT,
    "passwordPolicy" TEXT NOT NULL,

    CONSTRAINT "user_pool_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_pool_client" (
    "id" TEXT NOT NULL,
    "userPoolId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "secretSealed" TEXT,
    "explicitAuthFlows" TEXT[],
    "idTokenValiditySec" INTEGER NOT NULL,
    "accessTokenValiditySec" INTEGER NOT NULL,
    "refreshTokenValiditySec" INTEGER NOT NULL,
    "preventUserExistenceErrors" BOOLEAN NOT NULL,

    CONSTRAINT "user_pool_client_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_pool_group" (
    "userPoolId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "description" TEXT,
    "roleArn" TEXT,
    "precedence" INTEGER,

    CONSTRAINT "user_pool_group_pkey" PRIMARY KEY ("userPoolId","name")
);

-- CreateTable
CREATE TABLE "user_pool_user" (
    "userPoolId" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "sub" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "status" "PoolUserStatus" NOT NULL,
    "passwordHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pool_user_pkey" PRIMARY KEY ("userPoolId","username")
);

-- CreateTable
CREATE TABLE "user_pool_user_attribute" (
    "userPoolId" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "user_pool_user_attribute_pkey" PRIMARY KEY ("userPoolId","username","name")
);

-- CreateTable
CREATE TABLE "user_pool_group_member" (
    "userPoolId" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "groupName" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "user_pool_group_member_pkey" PRIMARY KEY ("userPoolId","username","groupName")
);

-- CreateTable
CREATE TABLE "resource_server" (
    "userPoolId" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" TEXT NOT NULL,

    CONSTRAINT "resource_server_pkey" PRIMARY KEY ("userPoolId","identifier")
);

-- CreateTable
CREATE TABLE "signing_key" (
    "userPoolId" TEXT NOT NULL,
    "kid" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "use" "SigningKeyUse" NOT NULL,
    "privateKeySealed" TEXT NOT NULL,
    "publicN" TEXT NOT NULL,
    "publicE" TEXT NOT NULL,

    CONSTRAINT "signing_key_pkey" PRIMARY KEY ("userPoolId","kid")
);

-- CreateTable
CREATE TABLE "refresh_token" (
    "tokenSha256" CHAR(64) NOT NULL,
    "userPoolId" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "sub" TEXT NOT NULL,
    "originJti" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "authTime" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "refresh_token_pkey" PRIMARY KEY ("tokenSha256")
);

-- CreateTable
CREATE TABLE "api" (
    "id" TEXT NOT NULL,
    "accountId" CHAR(12) NOT NULL,
    "region" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "protocol" "ApiProtocol" NOT NULL,
    "endpointType" "EndpointType" NOT NULL,
    "definition" TEXT NOT NULL,
    "definitionSha256" CHAR(64) NOT NULL,
    "policy" TEXT,
    "policySha256" CHAR(64),

    CONSTRAINT "api_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage" (
    "apiId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "variables" TEXT NOT NULL,

    CONSTRAINT "stage_pkey" PRIMARY KEY ("apiId","name")
);

-- CreateTable
CREATE TABLE "route" (
    "apiId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "method" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "operationId" TEXT,
    "authType" TEXT NOT NULL,
    "authorizerName" TEXT,
    "scopes" TEXT[],
    "integrationType" TEXT NOT NULL,

    CONSTRAINT "route_pkey" PRIMARY KEY ("apiId","key")
);

-- CreateTable
CREATE TABLE "authorizer" (
    "apiId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "ttlSec" INTEGER,
    "functionAccount" TEXT,
    "functionRegion" TEXT,
    "functionName" TEXT,
    "userPoolIds" TEXT[],

    CONSTRAINT "authorizer_pkey" PRIMARY KEY ("apiId","name")
);

-- CreateTable
CREATE TABLE "saved_test" (
    "name" TEXT NOT NULL,
    "position" SERIAL NOT NULL,
    "description" TEXT,
    "apiId" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "content" TEXT NOT NULL,

    CONSTRAINT "saved_test_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "console_user" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "passwordHash" TEXT,
    "disabled" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSignInAt" TIMESTAMPTZ(3),

    CONSTRAINT "console_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "console_session" (
    "idSha256" CHAR(64) NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "console_session_pkey" PRIMARY KEY ("idSha256")
);

-- CreateTable
CREATE TABLE "setup_link" (
    "tokenSha256" CHAR(64) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "setup_link_pkey" PRIMARY KEY ("tokenSha256")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "tokenSha256" CHAR(64) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_row" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "revision" INTEGER,

    CONSTRAINT "audit_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_log" (
    "requestId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "apiId" TEXT,
    "stage" TEXT,
    "method" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "routeKey" TEXT,
    "sourceIp" TEXT NOT NULL,
    "caller" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "outcome" "RequestOutcome" NOT NULL,
    "reasonCode" TEXT NOT NULL,
    "durationUs" INTEGER NOT NULL,
    "decision" TEXT NOT NULL,

    CONSTRAINT "request_log_pkey" PRIMARY KEY ("requestId")
);

-- CreateTable
CREATE TABLE "request_gap" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "apiId" TEXT,
    "stage" TEXT,
    "routeKey" TEXT,
    "reasonCode" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "request_gap_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "installation_id_key" ON "installation"("id");

-- CreateIndex
CREATE INDEX "object_version_revisionNumber_idx" ON "object_version"("revisionNumber");

-- CreateIndex
CREATE UNIQUE INDEX "iam_user_accountId_name_key" ON "iam_user"("accountId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "iam_group_accountId_name_key" ON "iam_group"("accountId", "name");

-- CreateIndex
CREATE INDEX "iam_group_member_accountId_groupName_idx" ON "iam_group_member"("accountId", "groupName");

-- CreateIndex
CREATE UNIQUE INDEX "iam_role_accountId_name_key" ON "iam_role"("accountId", "name");

-- CreateIndex
CREATE INDEX "iam_inline_policy_userArn_idx" ON "iam_inline_policy"("userArn");

-- CreateIndex
CREATE INDEX "iam_inline_policy_groupArn_idx" ON "iam_inline_policy"("groupArn");

-- CreateIndex
CREATE INDEX "iam_inline_policy_roleArn_idx" ON "iam_inline_policy"("roleArn");

-- CreateIndex
CREATE INDEX "managed_policy_accountId_idx" ON "managed_policy"("accountId");

-- CreateIndex
CREATE INDEX "access_key_accountId_userName_idx" ON "access_key"("accountId", "userName");

-- CreateIndex
CREATE INDEX "user_pool_accountId_idx" ON "user_pool"("accountId");

-- CreateIndex
CREATE INDEX "user_pool_client_userPoolId_idx" ON "user_pool_client"("userPoolId");

-- CreateIndex
CREATE UNIQUE INDEX "user_pool_user_userPoolId_sub_key" ON "user_pool_user"("userPoolId", "sub");

-- CreateIndex
CREATE INDEX "user_pool_user_attribute_userPoolId_name_value_idx" ON "user_pool_user_attribute"("userPoolId", "name", "value");

-- CreateIndex
CREATE INDEX "user_pool_group_member_userPoolId_groupName_idx" ON "user_pool_group_member"("userPoolId", "groupName");

-- CreateIndex
CREATE INDEX "refresh_token_userPoolId_originJti_idx" ON "refresh_token"("userPoolId", "originJti");

-- CreateIndex
CREATE INDEX "refresh_token_expiresAt_idx" ON "refresh_token"("expiresAt");

-- CreateIndex
CREATE INDEX "api_accountId_idx" ON "api"("accountId");

-- CreateIndex
CREATE INDEX "route_authType_idx" ON "route"("authType");

-- CreateIndex
CREATE INDEX "authorizer_functionAccount_functionRegion_functionName_idx" ON "authorizer"("functionAccount", "functionRegion", "functionName");

-- CreateIndex
CREATE INDEX "saved_test_position_idx" ON "saved_test"("position");

-- CreateIndex
CREATE UNIQUE INDEX "console_user_email_key" ON "console_user"("email");

-- CreateIndex
CREATE INDEX "console_user_role_idx" ON "console_user"("role");

-- CreateIndex
CREATE INDEX "console_session_userId_idx" ON "console_session"("userId");

-- CreateIndex
CREATE INDEX "console_session_expiresAt_idx" ON "console_session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_tokenSha256_key" ON "api_token"("tokenSha256");

-- CreateIndex
CREATE INDEX "audit_row_at_idx" ON "audit_row"("at");

-- CreateIndex
CREATE INDEX "audit_row_object_idx" ON "audit_row"("object");

-- CreateIndex
CREATE INDEX "request_log_at_requestId_idx" ON "request_log"("at" DESC, "requestId");

-- CreateIndex
CREATE INDEX "request_log_apiId_at_idx" ON "request_log"("apiId", "at" DESC);

-- CreateIndex
CREATE INDEX "request_gap_at_idx" ON "request_gap"("at");

-- AddForeignKey
ALTER TABLE "object_version" ADD CONSTRAINT "object_version_revisionNumber_fkey" FOREIGN KEY ("revisionNumber") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "iam_user" ADD CONSTRAINT "iam_user_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "iam_group" ADD CONSTRAINT "iam_group_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "iam_group_member" ADD CONSTRAINT "iam_group_member_userArn_fkey" FOREIGN KEY ("userArn") REFERENCES "iam_user"("arn") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "iam_group_member" ADD CONSTRAINT "iam_group_member_accountId_groupName_fkey" FOREIGN KEY ("accountId", "groupName") REFERENCES "iam_group"("accountId", "name") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "iam_role" ADD CONSTRAINT "iam_role_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "iam_inline_policy" ADD CONSTRAINT "iam_inline_policy_userArn_fkey" FOREIGN KEY ("userArn") REFERENCES "iam_user"("arn") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "iam_inline_policy" ADD CONSTRAINT "iam_inline_policy_groupArn_fkey" FOREIGN KEY ("groupArn") REFERENCES "iam_group"("arn") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "iam_inline_policy" ADD CONSTRAINT "iam_inline_policy_roleArn_fkey" FOREIGN KEY ("roleArn") REFERENCES "iam_role"("arn") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "managed_policy" ADD CONSTRAINT "managed_policy_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_key" ADD CONSTRAINT "access_key_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_key" ADD CONSTRAINT "access_key_accountId_userName_fkey" FOREIGN KEY ("accountId", "userName") REFERENCES "iam_user"("accountId", "name") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "function" ADD CONSTRAINT "function_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "user_pool" ADD CONSTRAINT "user_pool_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "user_pool_client" ADD CONSTRAINT "user_pool_client_userPoolId_fkey" FOREIGN KEY ("userPoolId") REFERENCES "user_pool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_pool_group" ADD CONSTRAINT "user_pool_group_userPoolId_fkey" FOREIGN KEY ("userPoolId") REFERENCES "user_pool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_pool_user" ADD CONSTRAINT "user_pool_user_userPoolId_fkey" FOREIGN KEY ("userPoolId") REFERENCES "user_pool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_pool_user_attribute" ADD CONSTRAINT "user_pool_user_attribute_userPoolId_username_fkey" FOREIGN KEY ("userPoolId", "username") REFERENCES "user_pool_user"("userPoolId", "username") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_pool_group_member" ADD CONSTRAINT "user_pool_group_member_userPoolId_username_fkey" FOREIGN KEY ("userPoolId", "username") REFERENCES "user_pool_user"("userPoolId", "username") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_pool_group_member" ADD CONSTRAINT "user_pool_group_member_userPoolId_groupName_fkey" FOREIGN KEY ("userPoolId", "groupName") REFERENCES "user_pool_group"("userPoolId", "name") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_server" ADD CONSTRAINT "resource_server_userPoolId_fkey" FOREIGN KEY ("userPoolId") REFERENCES "user_pool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signing_key" ADD CONSTRAINT "signing_key_userPoolId_fkey" FOREIGN KEY ("userPoolId") REFERENCES "user_pool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refresh_token" ADD CONSTRAINT "refresh_token_userPoolId_fkey" FOREIGN KEY ("userPoolId") REFERENCES "user_pool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api" ADD CONSTRAINT "api_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "stage" ADD CONSTRAINT "stage_apiId_fkey" FOREIGN KEY ("apiId") REFERENCES "api"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "route" ADD CONSTRAINT "route_apiId_fkey" FOREIGN KEY ("apiId") REFERENCES "api"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "authorizer" ADD CONSTRAINT "authorizer_apiId_fkey" FOREIGN KEY ("apiId") REFERENCES "api"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "console_session" ADD CONSTRAINT "console_session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "console_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a Prisma schema cannot say
ALTER TABLE "installation" ADD CONSTRAINT "installation_singleton_check" CHECK ("singleton" = 1);
ALTER TABLE "config_head" ADD CONSTRAINT "config_head_singleton_check" CHECK ("singleton" = 1);
ALTER TABLE "iam_inline_policy" ADD CONSTRAINT "iam_inline_policy_owner_check" CHECK (num_nonnulls("userArn", "groupArn", "roleArn") = 1);
ALTER TABLE "object_version" ADD CONSTRAINT "object_version_text_check" CHECK (("action" = 'delete') = ("text" IS NULL));

INSERT INTO "config_head" DEFAULT VALUES;
