export const paths = {
  imports: '/admin/imports',
  import: (id: string) => `/admin/imports/${id}`,
  description: (id: string) => `/admin/imports/${id}/description`,
  taking: (id: string) => `/admin/imports/${id}/taking`,
  removal: (id: string) => `/admin/imports/${id}/removal`,
  undo: (id: string) => `/admin/imports/${id}/undo`,
  badRows: (id: string) => `/admin/imports/${id}/bad-rows.csv`,
}
