import { z } from 'zod'
import { isObject, member } from '../document/json-value'
import { clientShape } from './client-shape'
import { accountId, arn, poolId, poolUsername, region } from './patterns'
import { descriptive, enforced, key, listOf, object, readOnly, type Shape, unsupported, unsupportedUnless } from './shape'

const dates = readOnly('AWS notes when; Gatehouse keeps its own history.')
const poolReference = readOnly('The pool that it stands in.')
const attribute = z.strictObject({ Name: z.string().min(1).max(32), Value: z.string().max(2048) })

const groupShape = {
  GroupName: key('cognito:groups.', z.string().min(1).max(128).regex(/^\S+$/, 'A group name has no spaces.')),
  Description: descriptive('Text for people.', z.string().max(2048).nullable()),
  RoleArn: enforced('cognito:roles.', arn.nullable()),
  Precedence: enforced('Chooses cognito:preferred_role.', z.int().min(0).nullable()),
  UserPoolId: poolReference,
  CreationDate: dates,
  LastModifiedDate: dates,
} satisfies Shape

const resourceServerShape = {
  Identifier: key(
    'First part of its scopes.',
    z
      .string()
      .min(1)
      .max(256)
      .regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/),
  ),
  Name: descriptive('Name for people.', z.string().min(1).max(256)),
  Scopes: enforced(
    'Scopes of access tokens.',
    z.array(
      z.strictObject({
        ScopeName: z
          .string()
          .min(1)
          .max(256)
          .regex(/^[\x21\x23-\x2e\x30-\x5b\x5d-\x7e]+$/, 'A scope name has no / or space.'),
        ScopeDescription: z.string().min(1).max(256),
      }),
    ),
  ),
  UserPoolId: poolReference,
} satisfies Shape

const userStatus = z
  .string()
  .refine((status) => status !== 'EXTERNAL_PROVIDER', {
    params: { code: 'not_supported' },
    message: 'Users of other identity providers cannot be enforced.',
    abort: true,
  })
  .pipe(z.enum(['CONFIRMED', 'UNCONFIRMED', 'FORCE_CHANGE_PASSWORD', 'RESET_REQUIRED']))

export const poolUserShape = {
  Username: key('Names the user.', poolUsername),
  UserAttributes: enforced('Claims of ID tokens; sub among them.', z.array(attribute)),
  Attributes: enforced('Same as UserAttributes.', z.array(attribute)),
  Enabled: enforced('A disabled user cannot sign in.', z.boolean()),
  UserStatus: enforced('Decides what sign-in asks for.', userStatus),
  Groups: enforced('Groups of the pool.', z.array(z.string())),
  Password: enforced('Kept as a hash.', z.string().min(1).max(256)),
  PasswordHash: enforced(
    'Hash from an export with secrets.',
    z.string().regex(/^scrypt\$\d+\$\d+\$\d+\$[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+$/, 'Expected scrypt$N$r$p$salt$hash.'),
  ),
  MFAOptions: unsupported('Multi-factor sign-in of pools cannot be enforced.'),
  PreferredMfaSetting: unsupported('Multi-factor sign-in of pools cannot be enforced.'),
  UserMFASettingList: unsupported('Multi-factor sign-in of pools cannot be enforced.'),
  UserCreateDate: dates,
  UserLastModifiedDate: dates,
} satisfies Shape

const passwordPolicyShape = {
  MinimumLength: enforced('Checked when a password is set.', z.int().min(6).max(99)),
  RequireUppercase: enforced('Checked when a password is set.', z.boolean()),
  RequireLowercase: enforced('Checked when a password is set.', z.boolean()),
  RequireNumbers: enforced('Checked when a password is set.', z.boolean()),
  RequireSymbols: enforced('Checked when a password is set.', z.boolean()),
  PasswordHistorySize: unsupported('Old passwords are not remembered.', 0),
  TemporaryPasswordValidityDays: unsupported('Temporary passwords do not expire.', 7, 0),
} satisfies Shape

const policiesShape = {
  PasswordPolicy: object('Checked when a password is set.', passwordPolicyShape, 'PasswordPolicy'),
  SignInPolicy: unsupported('The first factor is the password.', { AllowedFirstAuthFactors: ['PASSWORD'] }),
} satisfies Shape

const signingKey = z.strictObject({
  kid: z.string().min(1).max(128),
  use: z.enum(['id', 'access']),
  privateKeyPem: z.string().startsWith('-----BEGIN PRIVATE KEY-----'),
  publicJwk: z.strictObject({ n: z.string().regex(/^[\w-]+$/), e: z.string().regex(/^[\w-]+$/) }),
})

const onlyStandardAttributes = (value: unknown) =>
  Array.isArray(value) &&
  value.every((item) => {
    const name = member(item, 'Name')
    return (
      typeof name === 'string' &&
      !name.startsWith('custom:') &&
      !name.startsWith('dev:') &&
      (member(item, 'Required') !== true || name === 'sub')
    )
  })

const isDefaultMessage = (value: unknown) =>
  isObject(value) &&
  Object.keys(value).every((name) => name === 'DefaultEmailOption') &&
  member(value, 'DefaultEmailOption') === 'CONFIRM_WITH_CODE'

const messages = 'Pools send no messages.'

export const poolShape = {
  Id: key('Names the pool; part of the issuer.', poolId),
  account: enforced('The account in its ARN.', accountId),
  region: enforced('The region in its ARN; first part of the id.', region),
  Name: descriptive('Name for people.', z.string().min(1).max(128)),
  issuer: enforced(
    'iss of its tokens.',
    z
      .url({ protocol: /^https?$/ })
      .regex(/[^/]$/, 'No slash at the end.')
      .nullable(),
  ),
  Policies: object('Password rules.', policiesShape, 'Policies'),
  clients: listOf('App clients.', clientShape, 'client', (item) => item.ClientId),
  groups: listOf('Groups.', groupShape, 'group', (item) => item.GroupName),
  users: listOf('Users.', poolUserShape, 'user', (item) => item.Username),
  resourceServers: listOf('Resource servers.', resourceServerShape, 'resourceServer', (item) => item.Identifier),
  signingKeys: enforced('Keys that sign its tokens, from an export with secrets.', z.array(signingKey).length(2)),
  identityProviders: unsupported('Sign-in through other identity providers cannot be enforced.'),
  MfaConfiguration: unsupported('Multi-factor sign-in of pools cannot be enforced.', 'OFF'),
  LambdaConfig: unsupported('Triggers are not run.'),
  AliasAttributes: unsupported('Users sign in by username only.'),
  UsernameAttributes: unsupported('Users sign in by username only.'),
  UsernameConfiguration: unsupported('Usernames are case-sensitive.', { CaseSensitive: true }),
  AutoVerifiedAttributes: unsupported(messages),
  SmsVerificationMessage: unsupported(messages),
  EmailVerificationMessage: unsupported(messages),
  EmailVerificationSubject: unsupported(messages),
  SmsAuthenticationMessage: unsupported(messages),
  SmsConfiguration: unsupported(messages),
  SmsConfigurationFailure: unsupported(messages),
  EmailConfigurationFailure: unsupported(messages),
  EmailConfiguration: unsupported(messages, { EmailSendingAccount: 'COGNITO_DEFAULT' }),
  VerificationMessageTemplate: unsupportedUnless(messages, isDefaultMessage),
  UserAttributeUpdateSettings: unsupported('Attributes are verified by an administrator.', {
    AttributesRequireVerificationBeforeUpdate: [],
  }),
  DeviceConfiguration: unsupported('Devices are not remembered.'),
  AdminCreateUserConfig: unsupported(
    'Who may sign up cannot be set.',
    { AllowAdminCreateUserOnly: false },
    { AllowAdminCreateUserOnly: false, UnusedAccountValidityDays: 7 },
  ),
  SchemaAttributes: unsupportedUnless('Custom and required attributes cannot be enforced.', onlyStandardAttributes),
  AccountRecoverySetting: unsupported(
    'Passwords are reset by an administrator.',
    {
      RecoveryMechanisms: [
        { Priority: 1, Name: 'verified_email' },
        { Priority: 2, Name: 'verified_phone_number' },
      ],
    },
    {
      RecoveryMechanisms: [
        { Priority: 1, Name: 'verified_phone_number' },
        { Priority: 2, Name: 'verified_email' },
      ],
    },
  ),
  UserPoolAddOns: unsupported('Threat protection cannot be enforced.', { AdvancedSecurityMode: 'OFF' }),
  DeletionProtection: unsupported('Deletion protection cannot be enforced.', 'INACTIVE'),
  Domain: unsupported('There is no hosted sign-in.'),
  CustomDomain: unsupported('There is no hosted sign-in.'),
  KeyConfiguration: unsupported('Keys are made by Gatehouse.', { KeyType: 'AWS_OWNED_KEY' }),
  IssuerConfiguration: unsupported('Use the field issuer.', { Type: 'ORIGINAL' }),
  UserPoolTier: readOnly('There are no tiers.'),
  UserPoolTags: readOnly('Tags are not kept.'),
  EstimatedNumberOfUsers: readOnly('Counted afresh.'),
  Status: readOnly('Gone from AWS too.'),
  Arn: readOnly('Made from account, region and id.'),
  CreationDate: dates,
  LastModifiedDate: dates,
} satisfies Shape
