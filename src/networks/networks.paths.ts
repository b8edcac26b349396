export const paths = { settings: '/admin/settings', settingsSaved: '/admin/settings?done=saved' }
