export const paths = { exports: '/admin/exports', people: '/admin/exports/people', everything: '/admin/exports/everything' }
