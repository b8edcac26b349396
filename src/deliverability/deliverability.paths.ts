export const paths = {
  deliverability: '/admin/deliverability',
  check: '/admin/deliverability/check',
  test: '/admin/deliverability/test',
  received: '/admin/deliverability/received',
}
