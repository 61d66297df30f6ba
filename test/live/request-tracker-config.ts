/** What our Request Tracker is told: its configuration, and the people and rights it starts with. */
export interface StaffUser {
  login: string;
  password: string;
  name: string;
  email: string;
  /** Language of their pages, and the zone in which they see times. */
  language: string;
  zone: string;
  /** Sees the self-service pages only. */
  isCustomer?: boolean;
}

const quoted = (value: string): string => `'${value.replace(/[\\']/g, '\\$&')}'`;

export const siteConfig = (folder: string, port: number): string => `
use utf8;
Set($rtname, 'live.example');
Set($Organization, 'live.example');
Set($CorrespondAddress, 'support@live.example');
Set($CommentAddress, 'comment@live.example');
Set($DatabaseType, 'SQLite');
Set($DatabaseName, ${quoted(`${folder}/rt.sqlite`)});
Set($WebDomain, '127.0.0.1');
Set($WebPort, ${port});
Set($WebPath, '');
Set($Timezone, 'UTC');
# Mail that it would send stays in the folder.
Set($MailCommand, 'testfile');
Set($MessageBoxRichText, 0);
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'warning');
Set($LogToFile, undef);
$RT::MasonDataDir = ${quoted(`${folder}/mason`)};
$RT::MasonSessionDir = ${quoted(`${folder}/session`)};
$RT::VarPath = ${quoted(`${folder}/var`)};
1;
`;

export const initialData = (staff: readonly StaffUser[]): string => `
use utf8;
@Users = (${staff
  .map(
    ({ login, password, name, email, language, zone, isCustomer }) =>
      `{ Name => ${quoted(login)}, Password => ${quoted(password)}, RealName => ${quoted(name)}, EmailAddress => ${quoted(email)}, Lang => ${quoted(language)}, Timezone => ${quoted(zone)}, Privileged => ${isCustomer ? 0 : 1} }`,
  )
  .join(',\n')});
@Groups = ({ Domain => 'UserDefined', Name => 'Support', Members => { Users => [${staff
  .filter(({ isCustomer }) => !isCustomer)
  .map(({ login }) => quoted(login))
  .join(', ')}] } });
# Anybody may write in; the staff may do everything, and customers of this desk see one another's tickets.
@ACL = (
  { GroupDomain => 'SystemInternal', GroupType => 'Unprivileged', Right => 'ShowTicket' },
  { GroupDomain => 'SystemInternal', GroupType => 'Unprivileged', Right => 'ModifySelf' },
  { GroupDomain => 'SystemInternal', GroupType => 'Everyone', Right => 'CreateTicket' },
  { GroupDomain => 'SystemInternal', GroupType => 'Everyone', Right => 'ReplyToTicket' },
  { GroupDomain => 'SystemInternal', GroupType => 'Everyone', Right => 'SeeQueue' },
  { GroupDomain => 'UserDefined', GroupId => 'Support', Right => 'SuperUser' },
);
1;
`;
