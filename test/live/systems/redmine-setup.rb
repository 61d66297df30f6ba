# Run once in Redmine's own environment: settings, people, a project; prints the ids that the test needs.
require 'json'
plan = JSON.parse($stdin.read)

{ 'rest_api_enabled' => '1', 'login_required' => '1', 'default_language' => 'en', 'session_timeout' => '0',
  'text_formatting' => '', 'host_name' => plan['host'], 'app_title' => 'Redmine', 'user_format' => 'firstname_lastname',
  'lost_password' => '0', 'gravatar_enabled' => '0' }.each { |name, value| Setting[name] = value }

field = IssueCustomField.create!(name: 'Organisation', field_format: 'string', is_for_all: true, is_filter: true,
                                 searchable: true, trackers: Tracker.all)
staff_role = Role.find_by!(name: 'Manager')
staff_role.add_permission!(:view_private_notes, :set_notes_private)
customer_role = Role.find_by!(name: 'Reporter')
project = Project.create!(name: 'Support', identifier: 'support', is_public: false,
                          trackers: Tracker.all, enabled_module_names: %w[issue_tracking news wiki])
project.issue_custom_fields = [field]

ids = {}
plan['people'].each do |person|
  first, last = person['name'].split(' ', 2)
  user = User.new(firstname: first, lastname: last, mail: person['email'],
                  language: person['language'] || 'en', mail_notification: 'none')
  user.login = person['login']
  user.password = user.password_confirmation = person['password']
  user.admin = person['admin'] ? true : false
  user.pref.time_zone = person['zone'] || 'UTC'
  user.save!
  user.pref.save!
  Member.create!(project: project, principal: user, roles: [person['customer'] ? customer_role : staff_role])
  ids[person['login']] = user.id
end
admin = User.find_by!(login: plan['admin'])
puts JSON.generate(
  users: ids, field: field.id, project: project.id, key: admin.api_key,
  tracker: Tracker.find_by!(name: 'Support').id,
  statuses: IssueStatus.all.to_h { |each| [each.name, each.id] },
  priorities: IssuePriority.all.to_h { |each| [each.name, each.id] }
)
