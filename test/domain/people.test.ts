import { clashOf, type Role } from '../../server/domain/people'

test.each<[Role[], readonly Role[] | undefined]>([
  [['data-officer'], undefined],
  [['data-officer', 'approver'], undefined],
  [['partnership-manager', 'scrutiny-officer'], undefined],
  [
    ['councillor', 'data-officer'],
    ['councillor', 'data-officer'],
  ],
  [
    ['approver', 'administrator'],
    ['administrator', 'approver'],
  ],
  [
    ['data-officer', 'scrutiny-officer'],
    ['scrutiny-officer', 'data-officer'],
  ],
  [
    ['approver', 'scrutiny-officer'],
    ['scrutiny-officer', 'approver'],
  ],
  [
    ['data-officer', 'partnership-manager'],
    ['partnership-manager', 'data-officer'],
  ],
  [
    ['approver', 'partnership-manager'],
    ['partnership-manager', 'approver'],
  ],
  [
    ['data-officer', 'approver', 'partnership-manager'],
    ['partnership-manager', 'data-officer'],
  ],
])('%j clash in %j', (roles, clash) => {
  expect(clashOf(roles)).toEqual(clash)
})
