<?php
/** Fills a Kanboard of our own, told by JSON on its input; answers with the numbers of its board and tasks. */
$plan = json_decode(stream_get_contents(STDIN), true);
require $plan['folder'] . '/app/common.php';
$container['dispatcher']->dispatch(new Symfony\Contracts\EventDispatcher\Event, 'app.bootstrap');

$ids = array();
foreach ($plan['people'] as $person) {
    $ids[$person['login']] = $container['userModel']->create(array(
        'username' => $person['login'], 'password' => $person['password'], 'name' => $person['name'],
        'email' => $person['email'], 'language' => $person['locale'], 'timezone' => $person['zone'],
        'role' => 'app-user'));
}
$board = $container['projectModel']->create(array('name' => 'Support'), $ids['mara'], true);
foreach ($plan['people'] as $person) {
    $container['projectUserRoleModel']->addUser($board, $ids[$person['login']], $person['staff'] ? 'project-manager' : 'project-member');
}
$columns = array_flip($container['columnModel']->getList($board));

$clock = function ($seconds) use ($plan) {
    file_put_contents($plan['clock'], gmdate("Y-m-d H:i:s\n", $seconds));
};
$tasks = array();
foreach ($plan['tickets'] as $ticket) {
    $opening = array_shift($ticket['messages']);
    $clock($opening['at']);
    $task = $container['taskCreationModel']->create(array(
        'project_id' => $board, 'title' => $ticket['subject'], 'description' => $opening['body'],
        'creator_id' => $ids[$opening['by']], 'priority' => $ticket['priority'],
        'column_id' => $columns[$ticket['column']]));
    foreach ($ticket['messages'] as $message) {
        $clock($message['at']);
        $container['commentModel']->create(array(
            'task_id' => $task, 'user_id' => $ids[$message['by']], 'comment' => $message['body'], 'reference' => ''));
    }
    $clock($ticket['changed']);
    if ($ticket['owner']) {
        $container['taskModificationModel']->update(array('id' => $task, 'owner_id' => $ids[$ticket['owner']]));
    }
    if ($ticket['closed']) $container['taskStatusModel']->close($task);
    $tasks[] = $task;
}
echo json_encode(array('board' => $board, 'tasks' => $tasks)), "\n";
