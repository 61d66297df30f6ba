"""Fills a fresh Odoo through its own models: people, one project, its tasks, each entry of their threads at its instant."""
import datetime
import json
import sys

import odoo.cli
from odoo.api import Environment
from odoo.modules.registry import Registry
from odoo.release import version_info
from odoo.tools import config, plaintext2html

plan = json.loads(sys.stdin.read())
config.parse_config(sys.argv[1:])
# Fields that have other names by now, and assignees of whom there may be several.
NEWER = version_info[0] > 14
GROUPS = "group_ids" if NEWER else "groups_id"


def at(seconds):
    return datetime.datetime.utcfromtimestamp(seconds)


def assigned(user):
    if NEWER:
        return {"user_ids": [(6, 0, [user.id] if user else [])]}
    return {"user_id": user.id if user else False}


def fill(env):
    # Nobody is told by mail, and nobody is welcomed by a robot.
    env = env(context=dict(env.context, mail_notify_force_send=False, no_reset_password=True, tz="UTC"))
    users = {}
    for person in plan["people"]:
        groups = ["base.group_user", "project.group_project_manager"] if person["staff"] else ["base.group_portal"]
        users[person["login"]] = env["res.users"].create({
            "login": person["login"],
            "name": person["name"],
            "email": person["email"],
            "password": person["password"],
            "lang": person["locale"],
            "tz": person["zone"],
            "notification_type": "inbox" if person["staff"] else "email",
            "odoobot_state": "disabled",
            GROUPS: [(6, 0, [env.ref(group).id for group in groups])],
        })
    watching = [users[login].partner_id.id for login in plan["watching"]]
    project = env["project.project"].create({"name": "Support desk", "user_id": users[plan["lead"]].id})
    project.message_subscribe(partner_ids=watching)
    stages = {}
    for order, name in enumerate(plan["stages"]):
        stages[name] = env["project.task.type"].create({
            "name": name,
            "sequence": order,
            "project_ids": [(4, project.id)],
            "fold" if NEWER else "is_closed": name in plan["closing"],
        })
    env.cr.commit()
    tasks = []
    for ticket in plan["tickets"]:
        opening = ticket["messages"][0]
        task = env["project.task"].create({
            "name": ticket["subject"],
            "project_id": project.id,
            "partner_id": users[opening["by"]].partner_id.id,
            "stage_id": stages[plan["stages"][0]].id,
            **assigned(None),
        })
        task.message_subscribe(partner_ids=watching)
        env.cr.commit()
        for message in ticket["messages"]:
            author = users[message["by"]].partner_id
            task.message_post(
                body=plaintext2html(message["body"]),
                author_id=author.id,
                email_from=author.email_formatted,
                message_type="comment" if message["staff"] else "email",
                subtype_xmlid="mail.mt_note" if message["note"] else "mail.mt_comment",
                date=at(message["at"]),
            )
            env.cr.commit()
        env.cr.execute(
            "UPDATE mail_message SET date = %s WHERE model = 'project.task' AND res_id = %s"
            " AND message_type = 'notification'",
            (at(opening["at"]), task.id),
        )
        newest = env["mail.message"].search([], order="id desc", limit=1).id
        task.with_user(users[plan["lead"]]).write({
            **assigned(ticket["owner"] and users[ticket["owner"]]),
            "stage_id": stages[ticket["stage"]].id,
            "priority": ticket["priority"],
            **({"state": plan["closing"].get(ticket["stage"], "01_in_progress")} if NEWER else {}),
        })
        if NEWER:
            env.flush_all()
        else:
            env["base"].flush()
        env.cr.commit()
        changed = at(ticket["changed"])
        env.cr.execute("UPDATE mail_message SET date = %s WHERE id > %s", (changed, newest))
        env.cr.execute(
            "UPDATE project_task SET create_date = %s, write_date = %s, date_assign = NULL,"
            " date_last_stage_update = %s WHERE id = %s",
            (at(opening["at"]), changed, changed, task.id),
        )
        env.cr.commit()
        tasks.append(task.id)
    return {"project": project.id, "tasks": tasks, "person": users[plan["tickets"][0]["messages"][0]["by"]].partner_id.id}


def draw(env):
    """What every page needs is made at its first visit, which takes long."""
    if NEWER:
        env["ir.qweb"]._pregenerate_assets_bundles()
    else:
        for bundle in ["web.assets_common", "web.assets_backend", "web.assets_frontend"]:
            env["ir.qweb"]._get_asset_nodes(bundle, {})
    env.cr.commit()


def work():
    with Registry(config["db_name"][0] if NEWER else config["db_name"]).cursor() as cursor:
        environment = Environment(cursor, odoo.SUPERUSER_ID, {})
        answer = fill(environment)
        draw(environment)
        print(json.dumps(answer))


if NEWER:
    work()
else:
    with Environment.manage():
        work()
