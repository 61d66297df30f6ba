"""Fills a fresh Pagure through its own library: people, one project, its issues, each entry at its instant."""
import datetime
import json
import os
import sys

import celery.app.task
import pygit2

import pagure.config

plan = json.load(sys.stdin)
config = pagure.config.reload_config()

import pagure.lib.git
import pagure.lib.login
import pagure.lib.model as model
import pagure.lib.notify
import pagure.lib.query as query

# Its workers, which nobody starts here, would keep a copy of each issue in git, and tell other programs.
celery.app.task.Task.apply_async = lambda *args, **words: None
pagure.lib.git.update_git = lambda *args, **words: None
pagure.lib.notify.log = lambda *args, **words: None

model.create_tables(config["DB_URL"], config.get("PATH_ALEMBIC_INI"), acls=config.get("ACLS", {}), debug=False)
session = query.create_session(config["DB_URL"])


def at(seconds):
    return datetime.datetime.utcfromtimestamp(seconds)


for person in plan["people"]:
    user = model.User(
        user=person["login"],
        fullname=person["name"],
        password=pagure.lib.login.generate_hashed_value(person["password"]),
        default_email=person["email"],
    )
    session.add(user)
    session.flush()
    session.add(model.UserEmail(user_id=user.id, email=person["email"]))

owner = query.get_user(session, plan["owner"])
project = model.Project(user_id=owner.id, name="desk", description="Support desk", hook_token="a" * 20)
project.close_status = plan["closeStatuses"]
session.add(project)
session.flush()
project.priorities = plan["priorities"]
settings = project.settings
settings["issue_tracker"] = True
project.settings = settings
for person in plan["people"]:
    if person["staff"] and person["login"] != plan["owner"]:
        user = query.get_user(session, person["login"])
        session.add(model.ProjectUser(project_id=project.id, user_id=user.id, access="commit"))
session.commit()
for folder in ["", "tickets", "requests", "docs"]:
    path = os.path.join(config["GIT_FOLDER"], folder)
    os.makedirs(path, exist_ok=True)
    pygit2.init_repository(os.path.join(path, "desk.git"), bare=True)

for ticket in plan["tickets"]:
    opening, *others = ticket["messages"]
    issue = query.new_issue(
        session,
        project,
        title=ticket["subject"],
        content=opening["body"],
        user=opening["by"],
        notify=False,
        date_created=at(opening["at"]),
    )
    session.commit()
    for message in others:
        query.add_issue_comment(
            session, issue, message["body"], user=message["by"], notify=False, date_created=at(message["at"])
        )
        session.commit()
    changes = query.edit_issue(
        session,
        issue,
        user=plan["owner"],
        repo=project,
        priority=ticket["priority"],
        status="Closed" if ticket["closed"] else "Open",
        close_status=ticket["closed"],
    )
    changes = list(changes or [])
    if ticket["owner"]:
        changes.append(
            query.add_issue_assignee(session, issue, assignee=ticket["owner"], user=plan["owner"], notify=False)
        )
    query.add_metadata_update_notif(session, issue, [change for change in changes if change], plan["owner"])
    session.commit()
    changed = at(ticket["changed"])
    for comment in issue.comments:
        if comment.notification:
            comment.date_created = changed
    issue.last_updated = changed
    if issue.closed_at:
        issue.closed_at = changed
    session.add(issue)
    session.commit()
