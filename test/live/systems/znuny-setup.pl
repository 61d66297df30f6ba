# Run once in Znuny's own folder: people, their languages and zones, the tickets, each written at its instant.
# Says which number each ticket has got, and its own words for states and priorities.
use strict;
use warnings;
use utf8;

our $Now;

BEGIN {
    *CORE::GLOBAL::time = sub { return $Now // CORE::time() };
}

use JSON::XS;
use Kernel::System::ObjectManager;

my $Plan = decode_json( do { local $/; <STDIN> } );
local $Kernel::OM = Kernel::System::ObjectManager->new( 'Kernel::System::Log' => { LogPrefix => 'desk' } );

sub Get { return $Kernel::OM->Get( 'Kernel::System::' . shift ) }

my $GroupID = Get('Group')->GroupLookup( Group => 'users' );
my %Agents;

for my $Person ( @{ $Plan->{staff} } ) {
    my $UserID = Get('User')->UserAdd(
        UserFirstname => $Person->{first},
        UserLastname  => $Person->{last},
        UserLogin     => $Person->{login},
        UserPw        => $Person->{password},
        UserEmail     => $Person->{email},
        ValidID       => 1,
        ChangeUserID  => 1,
    ) or die "no account for $Person->{login}";
    $Agents{ $Person->{login} } = $UserID;
    Get('Group')->PermissionGroupUserAdd(
        GID        => $GroupID,
        UID        => $UserID,
        Permission => { map { $_ => 1 } qw(ro move_into create note owner priority rw) },
        UserID     => 1,
    );
    my %Prefers = ( UserLanguage => $Person->{language}, UserTimeZone => $Person->{zone} );
    Get('User')->SetPreferences( Key => $_, Value => $Prefers{$_}, UserID => $UserID ) for keys %Prefers;
}

for my $Company ( @{ $Plan->{organisations} } ) {
    Get('CustomerCompany')->CustomerCompanyAdd(
        CustomerID          => $Company,
        CustomerCompanyName => $Company,
        ValidID             => 1,
        UserID              => 1,
    ) or die "no company $Company";
}

for my $Person ( @{ $Plan->{customers} } ) {
    Get('CustomerUser')->CustomerUserAdd(
        Source         => 'CustomerUser',
        UserFirstname  => $Person->{first},
        UserLastname   => $Person->{last},
        UserCustomerID => $Person->{organisation},
        UserLogin      => $Person->{login},
        UserPassword   => $Person->{password},
        UserEmail      => $Person->{email},
        ValidID        => 1,
        UserID         => 1,
    ) or die "no account for $Person->{login}";
    my %Prefers = ( UserLanguage => $Person->{language}, UserTimeZone => $Person->{zone} );
    for my $Key ( grep { $Prefers{$_} } keys %Prefers ) {
        Get('CustomerUser')->SetPreferences( Key => $Key, Value => $Prefers{$Key}, UserID => $Person->{login} );
    }
    for my $Company ( @{ $Person->{sees} // [] } ) {
        Get('CustomerUser')->CustomerUserCustomerMemberAdd(
            CustomerUserID => $Person->{login},
            CustomerID     => $Company,
            Active         => 1,
            UserID         => 1,
        );
    }
}

sub Article {
    my ( $TicketID, $Message, $Subject, $First ) = @_;
    my $Kind = $Message->{note} ? 'Internal' : 'Email';
    return Get('Ticket::Article')->BackendForChannel( ChannelName => $Kind )->ArticleCreate(
        TicketID             => $TicketID,
        SenderType           => $Message->{staff} ? 'agent' : 'customer',
        IsVisibleForCustomer => $Message->{note} ? 0 : 1,
        From                 => $Message->{from},
        To                   => $Message->{to},
        Subject              => $Subject,
        Body                 => $Message->{body},
        Charset              => 'utf-8',
        MimeType             => 'text/plain',
        HistoryType          => $Message->{note} ? 'AddNote' : $Message->{staff} ? 'SendAnswer' : $First ? 'EmailCustomer' : 'FollowUp',
        HistoryComment       => '%%',
        NoAgentNotify        => 1,
        UserID               => $Message->{staff} ? $Agents{ $Message->{by} } : 1,
    ) or die "no article in $TicketID";
}

my @Tickets;
for my $Each ( @{ $Plan->{tickets} } ) {
    my @Messages = @{ $Each->{messages} };
    $Now = $Messages[0]{at};
    my $TicketID = Get('Ticket')->TicketCreate(
        Title        => $Each->{subject},
        Queue        => 'Misc',
        Lock         => 'unlock',
        Priority     => $Each->{priority},
        State        => 'new',
        CustomerID   => $Each->{organisation},
        CustomerUser => $Each->{requester},
        OwnerID      => 1,
        UserID       => 1,
    ) or die "no ticket $Each->{subject}";
    for my $At ( 0 .. $#Messages ) {
        $Now = $Messages[$At]{at};
        Article( $TicketID, $Messages[$At], ( $At ? 'Re: ' : '' ) . $Each->{subject}, !$At );
    }
    $Now = $Each->{changed};
    if ( $Each->{owner} ) {
        Get('Ticket')->TicketOwnerSet(
            TicketID           => $TicketID,
            NewUserID          => $Agents{ $Each->{owner} },
            SendNoNotification => 1,
            UserID             => $Agents{mara},
        );
    }
    if ( $Each->{state} ne 'new' ) {
        Get('Ticket')->TicketStateSet(
            TicketID           => $TicketID,
            State              => $Each->{state},
            SendNoNotification => 1,
            UserID             => $Agents{mara},
        );
    }
    push @Tickets, { id => $TicketID, number => Get('Ticket')->TicketNumberLookup( TicketID => $TicketID ) };
}
undef $Now;

my %Words;
for my $Language ( @{ $Plan->{languages} } ) {
    $Kernel::OM->ObjectsDiscard( Objects => ['Kernel::Language'] );
    $Kernel::OM->ObjectParamAdd( 'Kernel::Language' => { UserLanguage => $Language } );
    my $Translator = $Kernel::OM->Get('Kernel::Language');
    $Words{$Language} = { map { $_ => $Translator->Translate($_) } @{ $Plan->{words} } };
}

Get('Cache')->CleanUp();
# Alone on its line: Znuny's modules may have said something before.
print "\n", JSON::XS->new->ascii->canonical->encode( { tickets => \@Tickets, words => \%Words } ), "\n";
