# Run once in Trac's own environment: people, their languages and zones, the tickets, each written at its instant.
import json
import sys
from datetime import datetime, timezone

from trac.env import Environment
from trac.perm import PermissionSystem
from trac.ticket.model import Ticket
from trac.web.session import DetachedSession

plan = json.load(sys.stdin)
env = Environment(plan['folder'])


def instant(ms):
    return datetime.fromtimestamp(ms / 1000, timezone.utc)


permissions = PermissionSystem(env)
for person in plan['people']:
    session = DetachedSession(env, person['login'])
    session.authenticated = True
    session._new = True
    for name in ('name', 'email', 'language', 'tz'):
        if person.get(name):
            session[name] = person[name]
    session['dateinfo'] = 'absolute'
    session.save()
    if person['staff']:
        permissions.grant_permission(person['login'], 'TRAC_ADMIN')

for each in plan['tickets']:
    opening, *others = each['messages']
    ticket = Ticket(env)
    ticket['summary'] = each['subject']
    ticket['reporter'] = opening['by']
    ticket['description'] = opening['body']
    ticket['priority'] = each['priority']
    ticket['organisation'] = each['organisation']
    ticket['status'] = 'new'
    ticket['type'] = 'defect'
    ticket.insert(when=instant(opening['atMs']))
    for message in others:
        ticket.save_changes(message['by'], message['body'], when=instant(message['atMs']))
    ticket['status'] = each['status']
    ticket['owner'] = each['owner'] or ''
    if each['status'] == 'closed':
        ticket['resolution'] = 'fixed'
    ticket.save_changes('mara', '', when=instant(each['changedMs']))
